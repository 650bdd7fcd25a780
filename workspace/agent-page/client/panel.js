import { post, triggerId } from './api.js';
import { drawBlocks, stateOf } from './blocks.js';
import { announce, h, toast } from './dom.js';

/** What apps open beside a conversation (contextual bar) or over it (modal), as Rocket.Chat's own client does. */
export function createPanel(onChange) {
  const bar = h('aside', { className: 'panel', hidden: true });
  let beside = null;
  let over = null;

  const dialog = () => document.querySelector('dialog.app-modal');

  function closeModal() {
    over = null;
    dialog()?.remove();
  }

  function close() {
    closeModal();
    beside = null;
    bar.hidden = true;
    bar.replaceChildren();
    onChange(false);
  }

  function send(appId, type, more) {
    return post(`/api/apps/ui.interaction/${encodeURIComponent(appId)}`, {
      type,
      triggerId: triggerId(),
      ...more,
    }).catch((error) => toast(error.message));
  }

  /** A button in a view: Rocket.Chat names the view, not the room. */
  const act = (appId, view, item, block, value) =>
    send(appId, 'blockAction', {
      container: { type: 'view', id: view.id },
      actionId: item.actionId,
      payload: { blockId: block.blockId, value },
    }).then((answer) => show({ appId, interaction: answer }));

  /** A button of a message outside a conversation. */
  const press = (appId, message, item, block, value) =>
    send(appId, 'blockAction', {
      container: { type: 'message', id: message._id },
      actionId: item.actionId,
      payload: { blockId: block.blockId, value },
    }).then((answer) => show({ appId, interaction: answer }));

  /** Errors are shown beside their fields, and the form stays. */
  function showErrors(form, errors) {
    for (const field of form.querySelectorAll('.problem')) field.remove();
    for (const [name, words] of Object.entries(errors)) {
      const input = form.querySelector(`[data-action="${CSS.escape(name)}"]`);
      const problem = h('p', { className: 'problem', role: 'alert' }, words);
      if (input) {
        input.after(problem);
        input.focus();
      } else form.prepend(problem);
    }
  }

  function content(appId, view) {
    const body = h('div', { className: 'blocks' });
    body.append(...drawBlocks(view.blocks, (...pressed) => act(appId, view, ...pressed)));
    const submit = async (event) => {
      event.preventDefault();
      const button = form.querySelector('[type=submit]');
      if (button) button.disabled = true;
      const filled = { ...view, state: stateOf(body) };
      const answer = await send(appId, 'viewSubmit', { payload: { view: filled } });
      if (button) button.disabled = false;
      if (answer?.type === 'errors') return showErrors(form, answer.errors ?? {});
      if (view.type === 'modal' && over?.view.id === view.id) closeModal();
      show({ appId, interaction: answer });
    };
    const form = h(
      'form',
      { onsubmit: submit },
      body,
      view.submit &&
        h('button', { type: 'submit', className: 'primary' }, view.submit.text?.text ?? 'Salvar'),
    );
    return form;
  }

  /** Shows, changes or closes what an app says; anything else is left alone. */
  function show({ appId, interaction }, rid = beside?.rid) {
    const { type, view } = interaction ?? {};
    if (typeof type !== 'string') return;
    if (type === 'errors') {
      const form = dialog()?.querySelector('form');
      if (form) showErrors(form, interaction.errors ?? {});
      return;
    }
    if (type.endsWith('.close')) {
      if (type.startsWith('modal')) closeModal();
      else close();
      return;
    }
    if (!view) return;
    const isModal = type.startsWith('modal');
    const shown = isModal ? over : beside;
    // what is not open cannot change
    if (type.endsWith('.update') && shown?.view.id !== view.id) return;
    const title = view.title?.text ?? 'Aplicativo';
    const leave = () => {
      void send(appId, 'viewClosed', { payload: { view, isCleared: true } });
      if (isModal) closeModal();
      else close();
    };
    const head = h(
      'header',
      {},
      h('h2', {}, title),
      h('button', { type: 'button', className: 'quiet', 'aria-label': 'Fechar painel', onclick: leave }, '✕'),
    );
    if (isModal) {
      dialog()?.remove();
      over = { appId, view };
      const modal = h(
        'dialog',
        { className: 'app-modal', 'aria-label': title, oncancel: leave },
        head,
        content(appId, view),
      );
      document.body.append(modal);
      modal.showModal();
    } else {
      beside = { appId, view, rid };
      const at = bar.scrollTop;
      bar.setAttribute('aria-label', title);
      bar.replaceChildren(head, content(appId, view));
      bar.hidden = false;
      if (type.endsWith('.update')) bar.scrollTop = at;
      onChange(true);
    }
    announce(title);
  }

  return { bar, show, close, press, roomOf: () => beside?.rid };
}
