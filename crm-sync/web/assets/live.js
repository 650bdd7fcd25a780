/* global acolheStream */
// The pages' script: theme, waiting times that count on, and live parts. Every page works without it.
(() => {
  'use strict';
  const root = document.documentElement;

  const theme = document.getElementById('theme');
  if (theme) {
    theme.hidden = false;
    theme.addEventListener('click', () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      const secure = location.protocol === 'https:' ? ';secure' : '';
      document.cookie = `acolhe_theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax${secure}`;
    });
  }

  const two = (value) => String(value).padStart(2, '0');
  // The same words as the server's: 45 s, 3 min 20 s, 2 h 05 min, 2 d 3 h.
  function duration(ms) {
    const seconds = Math.max(0, Math.round(ms / 1000));
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
    if (hours > 0) return `${hours} h ${two(minutes % 60)} min`;
    return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
  }
  // Until there is a live part, nobody renews.
  let lookAgain = () => undefined;
  function tick() {
    for (const item of document.querySelectorAll('[data-since]')) {
      item.textContent = duration(Date.now() - Number(item.dataset.since));
    }
    for (const item of document.querySelectorAll('[data-changes-at]')) {
      if (Date.now() >= Number(item.dataset.changesAt)) lookAgain();
    }
  }
  setInterval(tick, 1000);

  const part = document.getElementById('live');
  const state = document.getElementById('live-state');
  if (!part || !state || !window.EventSource) return;

  function show(on) {
    state.hidden = false;
    state.classList.toggle('lost', !on);
    const words = on ? state.dataset.live : state.dataset.lost;
    if (state.textContent !== words) state.textContent = words;
  }

  let connected = true;
  let busy = false;
  let again = false;
  async function renew() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch(part.dataset.fragment, { credentials: 'same-origin', cache: 'no-store' });
      if (answer.status === 401 || answer.status === 403) {
        location.reload();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      const chosen = new Set([...part.querySelectorAll('.choose:checked')].map((box) => box.value));
      renewChildren(part, parsed(html));
      for (const box of part.querySelectorAll('.choose')) box.checked = chosen.has(box.value);
      tick();
      show(connected);
    } catch {
      show(false);
      setTimeout(() => void renew(), 2000);
    } finally {
      // In a rush of changes a page renews itself a few times a second, not at every one.
      setTimeout(() => {
        busy = false;
        if (!again) return;
        again = false;
        void renew();
      }, 250);
    }
  }

  // The server's clock may be behind this one's: not at every tick until it agrees.
  let lookedMs = 0;
  lookAgain = () => {
    if (Date.now() - lookedMs < 5000) return;
    lookedMs = Date.now();
    void renew();
  };

  function parsed(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  }

  const sameElement = (a, b) =>
    a.nodeName === b.nodeName &&
    [...b.attributes].every(({ name, value }) => a.getAttribute(name) === value) &&
    [...a.attributes].every(
      ({ name }) => b.hasAttribute(name) || (a.nodeName === 'DETAILS' && name === 'open'),
    );

  // Only what differs is touched: what somebody opened, selected or stands on stays as it is.
  function renewChildren(old, fresh) {
    const wanted = [...fresh.childNodes];
    const there = [...old.childNodes];
    wanted.forEach((node, index) => {
      const present = there[index];
      if (!present) old.append(node);
      else if (node.nodeType === Node.TEXT_NODE && present.nodeType === Node.TEXT_NODE) {
        if (node.data !== present.data) present.data = node.data;
      } else if (node.nodeType === 1 && present.nodeType === 1 && sameElement(present, node)) {
        if (!present.hasAttribute('data-since')) renewChildren(present, node);
      } else present.replaceWith(node);
    });
    for (const extra of there.slice(wanted.length)) extra.remove();
  }

  // What is shown may name more topics than the page began with: a patient has got another ID.
  function followed() {
    const more = part.querySelector('[data-topics]')?.dataset.topics;
    return [part.dataset.topic, ...(more ? more.split(' ') : [])];
  }

  function hear({ kind, topics }) {
    if (kind === 'lost' || kind === 'here') {
      connected = kind === 'here';
      show(connected);
      return;
    }
    if (kind !== 'joined') connected = true;
    if (kind !== 'changed' || followed().some((topic) => topics.includes(topic))) void renew();
  }

  let leave = acolheStream(hear);
  // A page that is kept for "back" gives its place to another.
  addEventListener('pagehide', () => leave());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) leave = acolheStream(hear);
  });
  // Figures and times grow old without any news, and a page nobody looked at may have slept.
  setInterval(() => document.hidden || void renew(), 60_000);
  document.addEventListener('visibilitychange', () => document.hidden || void renew());
})();
