import { endSession, get, post, session, signIn } from './api.js';
import { createConversation } from './conversation.js';
import { announce, h, toast } from './dom.js';
import { drawInbox, drawMessages, drawQueue } from './lists.js';
import { listen } from './live.js';
import { createPanel } from './panel.js';

const app = document.getElementById('app');
let leave = () => {};

session.onEnd = () => {
  leave();
  showSignIn();
};

function showSignIn() {
  document.querySelectorAll('dialog').forEach((dialog) => dialog.remove());
  app.removeAttribute('aria-hidden');
  const user = h('input', {
    id: 'user',
    name: 'user',
    autocomplete: 'username',
    required: true,
    autocapitalize: 'none',
  });
  const password = h('input', {
    id: 'password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
  });
  const problem = h('p', { className: 'problem', role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    problem.textContent = '';
    try {
      await signIn(user.value.trim(), password.value);
      // Whoever signs in here is here to answer; an administrator who is no agent is not.
      await post('/api/v1/livechat/agent.status', { status: 'available' }).catch(() => {});
      await start();
    } catch (error) {
      problem.textContent = error.status === 401 ? 'Usuário ou senha não conferem.' : error.message;
    }
  };
  const form = h(
    'form',
    { className: 'sign-in', onsubmit: submit },
    h('img', { src: '/page/mark.svg', alt: '', width: 48, height: 48 }),
    h('h1', {}, 'Atendimento'),
    h('p', { className: 'soft' }, 'Entre para receber pacientes do chat.'),
    h('label', { htmlFor: 'user' }, 'Usuário ou e-mail'),
    user,
    h('label', { htmlFor: 'password' }, 'Senha'),
    password,
    problem,
    h('button', { type: 'submit', className: 'primary' }, 'Entrar'),
  );
  app.className = 'signed-out';
  app.replaceChildren(h('main', {}, form));
  user.focus();
}

/** A room action's label: what the app's texts say, else its key made readable. */
function labelOf(button, languages) {
  const said = languages.find(({ id }) => id === button.appId)?.languages['pt-br']?.[button.labelI18n];
  const plain = String(button.labelI18n ?? button.actionId)
    .split('.')
    .pop()
    .replace(/[_-]+/g, ' ');
  return said ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Buttons of livechat rooms that this user's roles may see. */
function isForHere({ context, when = {} }, me) {
  const roles = when.hasOneRole ?? [];
  return (
    context === 'roomAction' &&
    (when.roomTypes ?? ['livechat']).includes('livechat') &&
    (roles.length === 0 || roles.some((role) => me.roles.includes(role)))
  );
}

async function start() {
  const [me, departmentList, actions, { apps: languages }] = await Promise.all([
    get('/api/v1/me'),
    get('/api/v1/livechat/department'),
    get('/api/apps/actionButtons').catch(() => []),
    get('/api/apps/languages').catch(() => ({ apps: [] })),
  ]);
  session.me = me;
  const departments = new Map(departmentList.departments.map(({ _id, name }) => [_id, name]));
  const roomButtons = actions
    .filter((button) => isForHere(button, me))
    .map((button) => ({ ...button, label: labelOf(button, languages) }));
  const unread = new Map();
  const inbox = h('div', { className: 'list' });
  const queue = h('div', { className: 'list' });
  const queueCount = h('span', { className: 'count', hidden: true });
  const offline = h(
    'p',
    { className: 'offline', role: 'status', hidden: true },
    'Sem conexão. Tentando de novo…',
  );
  const direct = h('div', { className: 'list direct' });
  const panel = createPanel((open) => shell.classList.toggle('with-panel', open));
  const conversation = createConversation({
    panel,
    buttons: () => roomButtons,
    onBack: () => shell.classList.remove('reading'),
    onGone: () => {
      conversation.blank();
      panel.close();
      shell.classList.remove('reading');
      void refresh();
    },
  });

  async function openRoom(rid) {
    try {
      await conversation.open(rid);
      unread.delete(rid);
      shell.classList.add('reading');
      await refresh();
    } catch (error) {
      toast(error.message);
    }
  }

  async function take(inquiry, button) {
    button.disabled = true;
    try {
      await post('/api/v1/livechat/inquiries.take', { inquiryId: inquiry._id });
      await openRoom(inquiry.rid);
    } catch (error) {
      toast(error.message);
      await refresh();
    }
  }

  let again = false;
  let busy = false;
  /** Reads both lists anew; calls that come meanwhile make one more reading. */
  async function refresh() {
    again = true;
    if (busy) return;
    busy = true;
    while (again && session.current) {
      again = false;
      try {
        const [{ rooms }, { inquiries }] = await Promise.all([
          get(
            `/api/v1/livechat/rooms?open=true&count=0&agents[]=${encodeURIComponent(session.current.userId)}`,
          ),
          get('/api/v1/livechat/inquiries.queuedForUser?count=0'),
        ]);
        const focused = document.activeElement?.textContent;
        const inList = document.activeElement?.closest('.list');
        inbox.replaceChildren(
          ...drawInbox(rooms, { selected: conversation.current(), unread, onOpen: openRoom }),
        );
        queue.replaceChildren(...drawQueue(inquiries, { departments, onTake: take }));
        if (inList)
          [...inList.querySelectorAll('button')].find((button) => button.textContent === focused)?.focus();
        queueCount.hidden = inquiries.length === 0;
        if (Number(queueCount.textContent) < inquiries.length) announce(`${inquiries.length} na fila`);
        queueCount.textContent = String(inquiries.length);
        document.title = inquiries.length > 0 ? `(${inquiries.length}) Atendimento` : 'Atendimento';
        const current = conversation.current();
        if (current && !rooms.some(({ _id }) => _id === current)) {
          conversation.blank();
          panel.close();
          shell.classList.remove('reading');
          announce('A conversa saiu da sua lista');
        }
      } catch (error) {
        if (session.current) toast(error.message);
      }
    }
    busy = false;
  }

  const availability = h(
    'button',
    {
      type: 'button',
      role: 'switch',
      className: 'switch',
      'aria-checked': String(me.statusLivechat === 'available'),
    },
    h('span', { className: 'knob', 'aria-hidden': 'true' }),
    'Disponível',
  );
  availability.addEventListener('click', async () => {
    try {
      const next = availability.getAttribute('aria-checked') === 'true' ? 'not-available' : 'available';
      const { status } = await post('/api/v1/livechat/agent.status', { status: next });
      availability.setAttribute('aria-checked', String(status === 'available'));
    } catch (error) {
      toast(error.message);
    }
  });

  const signOut = async () => {
    leave();
    await post('/api/v1/logout').catch(() => {});
    if (session.current) endSession();
  };
  const shell = h(
    'div',
    { className: 'shell' },
    h(
      'header',
      { className: 'top' },
      h(
        'h1',
        {},
        h('img', { src: '/page/mark.svg', alt: '', width: 28, height: 28 }),
        h('span', {}, 'Atendimento'),
      ),
      me.roles.includes('livechat-agent') && availability,
      h('span', { className: 'me' }, me.name),
      h('button', { type: 'button', className: 'quiet', onclick: signOut }, 'Sair'),
    ),
    offline,
    h(
      'nav',
      { className: 'side', 'aria-label': 'Conversas' },
      h('section', { className: 'inbox' }, h('h2', {}, 'Minhas conversas'), inbox),
      h('section', { className: 'queue' }, h('h2', {}, 'Fila ', queueCount), queue),
      h('section', { className: 'told' }, h('h2', {}, 'Mensagens diretas'), direct),
    ),
    h('main', {}, conversation.root),
    panel.bar,
  );
  app.className = 'signed-in';
  app.replaceChildren(shell);

  const drawDirect = async () => {
    const { messages } = await get('/agent/direct').catch(() => ({ messages: [] }));
    direct.replaceChildren(
      ...drawMessages(messages, (message, item, block, value) =>
        panel.press(block.appId ?? item.appId, message, item, block, value),
      ),
    );
  };
  const onEvent = (event) => {
    if (event.event === 'lists') void refresh();
    else if (event.event === 'direct') {
      if (event.message.u._id !== session.current.userId) toast(event.message.msg.replace(/\*/g, ''), 'info');
      void drawDirect();
    } else if (event.event === 'typing') conversation.typing(event);
    else if (event.event === 'message') {
      const { message } = event;
      if (message.rid === conversation.current()) conversation.add(message);
      else if (message.token !== undefined) unread.set(message.rid, (unread.get(message.rid) ?? 0) + 1);
      void refresh();
    } else if (event.event === 'surface' && event.kind === 'view') panel.show(event, conversation.current());
    else if (event.event === 'surface') conversation.notice(event.rid, event.msg, event.blocks);
  };
  let wasConnected = true;
  const stopListening = listen(onEvent, (connected) => {
    offline.hidden = connected;
    if (connected && !wasConnected && conversation.current())
      void conversation.open(conversation.current()).catch(() => {});
    if (connected) void refresh();
    if (connected) void drawDirect();
    wasConnected = connected;
  });
  const ticking = setInterval(refresh, 30000);
  leave = () => {
    stopListening();
    clearInterval(ticking);
    leave = () => {};
  };
  await refresh();
}

if (session.current)
  start().catch(() =>
    session.current ? toast('Não foi possível carregar a página. Recarregue.') : undefined,
  );
else showSignIn();
