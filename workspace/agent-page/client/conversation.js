import { get, post, session, triggerId } from './api.js';
import { drawBlocks } from './blocks.js';
import { askClose, askForward } from './dialogs.js';
import { clock, h, rich, toast } from './dom.js';
import { isUrgent } from './lists.js';

const system = {
  'livechat-started': () => 'A conversa começou',
  'livechat-close': ({ msg }) => (msg ? `Conversa encerrada: ${msg}` : 'Conversa encerrada'),
  livechat_transfer_history: ({ transferData: data = {} }) => {
    const to = data.nextDepartment?.name ?? data.transferredTo?.name ?? data.transferredTo?.username;
    return `Conversa encaminhada${to ? ` para ${to}` : ''}${data.comment ? `: ${data.comment}` : ''}`;
  },
  uj: ({ u }) => `${u.name ?? u.username} entrou na conversa`,
  ul: ({ u }) => `${u.name ?? u.username} saiu da conversa`,
  omnichannel_priority_change_history: () => 'A prioridade mudou',
};

/** One open conversation: its messages, the composer and what can be done with it. */
export function createConversation({ onGone, onBack, panel, buttons }) {
  const root = h('section', { className: 'conversation', 'aria-label': 'Conversa' });
  let room = null;
  let seen = new Set();
  let log = null;
  let typingLine = null;
  /** What apps told this agent alone, by room: the server keeps no such notices. */
  const notices = new Map();
  let atEnd = true;
  /** Keeps the newest message in sight when the room for messages changes. */
  const stick = new ResizeObserver(() => log && atEnd && (log.scrollTop = log.scrollHeight));
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 120;

  const press = (appId, body) =>
    post(`/api/apps/ui.interaction/${encodeURIComponent(appId)}`, {
      triggerId: triggerId(),
      rid: room._id,
      ...body,
    })
      .then((answer) => panel.show({ appId, interaction: answer }, room._id))
      .catch((error) => toast(error.message));

  function draw(message) {
    // What the server tells clients to do is nothing to read.
    if (message.t === 'command') return '';
    if (message.t)
      return h(
        'li',
        { className: 'event' },
        `${(system[message.t] ?? (() => message.msg))(message) || 'Aviso do sistema'} · ${clock(message.ts)}`,
      );
    const mine = message.u._id === session.current.userId;
    const patient = message.token !== undefined;
    const name = mine
      ? 'Você'
      : patient
        ? room.fname
        : (message.alias ?? message.u.name ?? message.u.username);
    const act = (item, block, value) =>
      press(block.appId ?? item.appId, {
        type: 'blockAction',
        actionId: item.actionId,
        mid: message._id,
        container: { type: 'message', id: message._id },
        payload: { blockId: block.blockId, value },
      });
    return h(
      'li',
      { className: `message ${patient ? 'patient' : mine ? 'ours mine' : 'ours'}` },
      h(
        'p',
        { className: 'who' },
        h('strong', {}, name),
        ' ',
        h('time', { dateTime: message.ts }, clock(message.ts)),
      ),
      message.msg && h('p', { className: 'text' }, rich(message.msg)),
      (message.attachments ?? []).map((file) =>
        h('p', { className: 'file' }, `Arquivo: ${file.title ?? ''}`),
      ),
      message.blocks && h('div', { className: 'blocks' }, drawBlocks(message.blocks, act)),
    );
  }

  function add(message) {
    if (!log || seen.has(message._id)) return;
    seen.add(message._id);
    const follow = atEnd || message.u._id === session.current.userId;
    log.append(draw(message));
    typingLine.textContent = '';
    if (follow) log.scrollTop = log.scrollHeight;
  }

  function showNotice({ text, blocks }) {
    const body = blocks
      ? h(
          'div',
          { className: 'blocks' },
          drawBlocks(blocks, (item, block, value) =>
            panel.press(block.appId ?? item.appId, { _id: 'notice' }, item, block, value),
          ),
        )
      : rich(text);
    log.append(h('li', { className: 'event only-you' }, h('strong', {}, 'Só você vê: '), body));
    log.scrollTop = log.scrollHeight;
  }

  function composer() {
    const box = h('textarea', { rows: 2, 'aria-label': 'Mensagem', placeholder: 'Escreva ao paciente' });
    let typingUntil = 0;
    const tell = (typing) => post('/agent/typing', { rid: room._id, typing }).catch(() => {});
    const send = async (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (text === '') return;
      box.value = '';
      typingUntil = 0;
      try {
        const command = /^\/([a-z][\w-]*)(?:\s+(.*))?$/is.exec(text);
        if (command)
          await post('/api/v1/commands.run', {
            command: command[1],
            roomId: room._id,
            params: command[2] ?? '',
            triggerId: triggerId(),
          });
        else add((await post('/api/v1/chat.sendMessage', { message: { rid: room._id, msg: text } })).message);
      } catch (error) {
        box.value = text;
        toast(error.message);
      }
    };
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) form.requestSubmit();
      if (event.key === 'Enter' && !event.shiftKey) event.preventDefault();
    });
    box.addEventListener('input', () => {
      if (Date.now() < typingUntil) return;
      typingUntil = Date.now() + 4000;
      void tell(true).then(() => setTimeout(() => Date.now() >= typingUntil && tell(false), 4500));
    });
    const form = h(
      'form',
      { className: 'composer', onsubmit: send },
      box,
      h('button', { type: 'submit', className: 'primary' }, 'Enviar'),
    );
    return form;
  }

  function toolbar() {
    const done = () => onGone(room._id);
    const act = (button) =>
      press(button.appId, {
        type: 'actionButton',
        actionId: button.actionId,
        payload: { context: 'roomAction' },
      });
    return h(
      'div',
      { className: 'buttons', role: 'toolbar', 'aria-label': 'Ações da conversa' },
      buttons().map((button) => h('button', { type: 'button', onclick: () => act(button) }, button.label)),
      h(
        'button',
        {
          type: 'button',
          onclick: () =>
            askForward(room, (to) =>
              post('/api/v1/livechat/room.forward', { roomId: room._id, ...to }).then(done),
            ).catch((error) => toast(error.message)),
        },
        'Encaminhar',
      ),
      h(
        'button',
        {
          type: 'button',
          className: 'danger',
          onclick: () =>
            askClose(room.fname, (comment) =>
              post('/api/v1/livechat/room.closeByUser', { rid: room._id, comment }).then(done),
            ),
        },
        'Encerrar',
      ),
    );
  }

  function blank() {
    room = null;
    log = null;
    seen = new Set();
    root.replaceChildren(
      h('p', { className: 'soft empty' }, 'Escolha uma conversa ou assuma alguém da fila.'),
    );
  }

  async function open(rid) {
    const [info, history] = await Promise.all([
      get(`/api/v1/rooms.info?roomId=${encodeURIComponent(rid)}`),
      get(
        `/api/v1/livechat/${encodeURIComponent(rid)}/messages?count=0&sort=${encodeURIComponent('{"ts":1}')}`,
      ),
    ]);
    if (panel.roomOf() !== rid) panel.close();
    room = info.room;
    seen = new Set();
    atEnd = true;
    log = h('ol', {
      className: 'log',
      role: 'log',
      'aria-label': 'Mensagens',
      tabIndex: 0,
      onscroll: () => log && (atEnd = isAtEnd()),
    });
    typingLine = h('p', { className: 'typing soft', 'aria-live': 'polite' });
    const place = room.department?.name;
    root.replaceChildren(
      h(
        'header',
        {},
        h('button', { type: 'button', className: 'quiet back', onclick: onBack }, '‹ Voltar'),
        h(
          'div',
          { className: 'title' },
          h('h2', {}, room.fname),
          h(
            'p',
            { className: 'tags' },
            isUrgent(place, room.customFields) && h('span', { className: 'tag urgent' }, 'Urgente'),
            place && h('span', { className: 'tag' }, place),
          ),
        ),
        toolbar(),
      ),
      log,
      typingLine,
      composer(),
    );
    history.messages.forEach(add);
    notices.get(rid)?.forEach(showNotice);
    stick.disconnect();
    stick.observe(log);
    log.scrollTop = log.scrollHeight;
  }

  blank();
  return {
    root,
    open,
    blank,
    add,
    current: () => room?._id,
    /** A notice only this agent sees, now and when the room is opened again on this page. */
    notice: (rid, text, blocks) => {
      notices.set(rid, [...(notices.get(rid) ?? []), { text, blocks }]);
      if (room?._id === rid) showNotice({ text, blocks });
      else toast(text.replace(/\*/g, ''), 'info');
    },
    typing: ({ rid, typing }) => {
      if (room?._id === rid) typingLine.textContent = typing ? `${room.fname} está escrevendo…` : '';
    },
  };
}
