import { post, triggerId } from './api.js';
import { drawBlocks, stateOf } from './blocks.js';
import { announce, h, toast } from './dom.js';

/** What apps open beside a conversation (contextual bar) or over it (modal). */
export function createPanel(onChange) {
  const bar = h('aside', { className: 'panel', hidden: true });
  let open = null;

  function close() {
    open = null;
    bar.hidden = true;
    bar.replaceChildren();
    document.querySelector('dialog.app-modal')?.remove();
    onChange(false);
  }

  function interact(appId, type, view, more) {
    return post(`/api/apps/ui.interaction/${encodeURIComponent(appId)}`, {
      type,
      triggerId: triggerId(),
      container: { type: 'view', id: view.id },
      ...more,
    })
      .then((answer) => show({ appId, interaction: answer }))
      .catch((error) => toast(error.message));
  }

  function content(appId, view) {
    const body = h('div', { className: 'blocks' });
    body.append(
      ...drawBlocks(view.blocks, (item, block, value) =>
        interact(appId, 'blockAction', view, {
          actionId: item.actionId,
          rid: open?.rid,
          payload: { blockId: block.blockId, value, view },
        }),
      ),
    );
    const submit = (event) => {
      event.preventDefault();
      void interact(appId, 'viewSubmit', view, { payload: { view: { ...view, state: stateOf(body) } } }).then(
        () => view.type === 'modal' && close(),
      );
    };
    return h(
      'form',
      { onsubmit: submit },
      body,
      view.submit &&
        h('button', { type: 'submit', className: 'primary' }, view.submit.text?.text ?? 'Salvar'),
    );
  }

  /** Shows, changes or closes what an app says; anything else is left alone. */
  function show({ appId, interaction }, rid = open?.rid) {
    const { type, view } = interaction ?? {};
    if (typeof type !== 'string') return;
    if (type === 'errors') {
      toast(Object.values(interaction.errors ?? {}).join(' ') || 'Confira o que foi preenchido.');
      return;
    }
    if (type.endsWith('.close')) {
      close();
      return;
    }
    if (!view) return;
    open = { appId, view, rid };
    const title = view.title?.text ?? 'Aplicativo';
    const leave = () => {
      void interact(appId, 'viewClosed', view, { payload: { view, isCleared: true } });
      close();
    };
    const head = h(
      'header',
      {},
      h('h2', {}, title),
      h('button', { type: 'button', className: 'quiet', 'aria-label': 'Fechar painel', onclick: leave }, '✕'),
    );
    if (type.startsWith('modal')) {
      document.querySelector('dialog.app-modal')?.remove();
      const dialog = h(
        'dialog',
        { className: 'app-modal', 'aria-label': title, oncancel: leave },
        head,
        content(appId, view),
      );
      document.body.append(dialog);
      dialog.showModal();
    } else {
      bar.setAttribute('aria-label', title);
      bar.replaceChildren(head, content(appId, view));
      bar.hidden = false;
      onChange(true);
    }
    announce(title);
  }

  return { bar, show, close, roomOf: () => open?.rid };
}
