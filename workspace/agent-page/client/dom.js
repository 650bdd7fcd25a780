/** Builds an element. Text is always text: nothing shown is ever read as HTML. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.startsWith('aria') && name !== 'list' && name !== 'role')
      element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

export function announce(text) {
  document.getElementById('announce').textContent = text;
}

/** A short notice at the foot of the page. */
export function toast(text, kind = 'error') {
  document.querySelector('.toast')?.remove();
  const box = h('p', { className: `toast ${kind}`, role: 'alert' }, text);
  document.body.append(box);
  setTimeout(() => box.remove(), 8000);
}

export function clock(time) {
  return new Date(time).toLocaleTimeString('pt-BR', { hour: '2-digit', minute: '2-digit' });
}

/** `agora`, `há 4 min`, `há 2 h 10 min`, `há 3 d`. */
export function since(time) {
  const minutes = Math.max(0, Math.floor((Date.now() - new Date(time).getTime()) / 60000));
  if (minutes < 1) return 'agora';
  if (minutes < 60) return `há ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `há ${Math.floor(hours / 24)} d`;
  return `há ${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
}

const marks = /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|_[^_\n]+_|https?:\/\/[^\s<>"]+)/g;

/** Rocket.Chat's light markup, as far as messages here use it: bold, italic, links. */
export function rich(text) {
  return String(text ?? '')
    .split(marks)
    .map((part) => {
      if (/^https?:\/\//.test(part))
        return h('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part);
      const bold = /^(\*\*?)([^*\n]+)\1$/.exec(part);
      if (bold) return h('strong', {}, bold[2]);
      const italic = /^_([^_\n]+)_$/.exec(part);
      return italic ? h('em', {}, italic[1]) : part;
    });
}
