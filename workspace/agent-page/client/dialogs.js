import { get, session } from './api.js';
import { h, toast } from './dom.js';

/** A question over the page. The page behind is out of reach, also for assistive technology. */
function ask(title, body, confirm, kind, onConfirm) {
  const app = document.getElementById('app');
  const opener = document.activeElement;
  const end = () => {
    dialog.remove();
    app.removeAttribute('aria-hidden');
    if (opener?.isConnected) opener.focus();
  };
  const submit = async (event) => {
    event.preventDefault();
    const button = event.target.querySelector('[type=submit]');
    button.disabled = true;
    try {
      await onConfirm();
      end();
    } catch (error) {
      button.disabled = false;
      toast(error.message);
    }
  };
  const dialog = h(
    'dialog',
    { 'aria-label': title, oncancel: (event) => (event.preventDefault(), end()) },
    h(
      'form',
      { onsubmit: submit },
      h('h2', {}, title),
      body,
      h(
        'div',
        { className: 'buttons' },
        h('button', { type: 'button', onclick: end }, 'Cancelar'),
        h('button', { type: 'submit', className: kind }, confirm),
      ),
    ),
  );
  app.setAttribute('aria-hidden', 'true');
  document.body.append(dialog);
  dialog.showModal();
}

const comment = (label) =>
  h('textarea', { rows: 3, maxLength: 5000, 'aria-label': label, placeholder: 'Opcional' });

export async function askForward(room, forward) {
  const [{ departments }, { users }] = await Promise.all([
    get('/api/v1/livechat/department'),
    get('/api/v1/livechat/users/agent'),
  ]);
  const others = users.filter(
    (user) =>
      user._id !== session.current.userId &&
      user.type !== 'bot' &&
      user.status !== 'offline' &&
      user.statusLivechat === 'available',
  );
  const target = h(
    'select',
    { required: true, 'aria-label': 'Encaminhar para' },
    h('option', { value: '' }, 'Escolha o destino'),
    h(
      'optgroup',
      { label: 'Departamentos' },
      departments
        .filter(({ enabled, _id }) => enabled && _id !== room.departmentId)
        .map(({ _id, name }) => h('option', { value: `departmentId:${_id}` }, name)),
    ),
    others.length > 0 &&
      h(
        'optgroup',
        { label: 'Pessoas disponíveis' },
        others.map(({ _id, name }) => h('option', { value: `userId:${_id}` }, name)),
      ),
  );
  const note = comment('Comentário para quem recebe');
  const body = h(
    'div',
    {},
    h('label', {}, h('span', {}, 'Para'), target),
    h('label', {}, h('span', {}, 'Comentário'), note),
  );
  ask('Encaminhar conversa', body, 'Encaminhar', 'primary', () => {
    const [kind, id] = target.value.split(/:(.*)/s);
    return forward({ [kind]: id, comment: note.value.trim() || undefined });
  });
}

export function askClose(name, close) {
  const note = comment('Comentário de encerramento');
  const body = h(
    'div',
    {},
    h('p', {}, `A conversa com ${name} termina também para o paciente.`),
    h('label', {}, h('span', {}, 'Comentário'), note),
  );
  ask('Encerrar conversa', body, 'Encerrar', 'danger', () => close(note.value.trim() || undefined));
}
