/** The sign-in of this browser and calls to the REST API with it. */
const key = 'acolhe.agent';
const stored = () => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

export const session = { current: stored(), me: null, onEnd: () => {} };

const failures = {
  'error-message-size-exceeded': 'A mensagem é longa demais: no máximo 5.000 caracteres.',
  'error-forwarding-chat': 'Ninguém pode receber esta conversa agora. Ela continua com você.',
  'error-user-is-offline': 'Esta pessoa está fora do ar. A conversa continua com você.',
  'error-inquiry-taken': 'Outra pessoa já assumiu esta conversa.',
  'error-room-closed': 'Esta conversa já foi encerrada.',
  'error-room-already-closed': 'Esta conversa já foi encerrada.',
  This_conversation_is_already_closed: 'Esta conversa já foi encerrada.',
  'error-max-number-simultaneous-chats-reached': 'Você já atende o número máximo de conversas.',
  'error-invalid-room': 'Esta conversa não está mais com você.',
  'error-not-allowed': 'Você não atende esta conversa.',
  'error-forwarding-chat-same-department': 'A conversa já está neste departamento.',
  'error-selected-agent-and-new-agent-are-same': 'A conversa já está com esta pessoa.',
};

export class CallFailed extends Error {
  constructor(status, answer) {
    super(
      failures[answer?.errorType] ?? failures[answer?.error] ?? `Não deu certo: ${answer?.error ?? status}`,
    );
    this.status = status;
    this.code = answer?.errorType ?? answer?.error;
  }
}

export function headers() {
  return session.current
    ? { 'x-auth-token': session.current.authToken, 'x-user-id': session.current.userId }
    : {};
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { ...headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new CallFailed(0, { error: 'sem conexão com o servidor' });
  });
  const answer = await response.json().catch(() => ({}));
  if (response.status === 401 && session.current) endSession();
  if (!response.ok) throw new CallFailed(response.status, answer);
  return answer;
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);

export function endSession() {
  session.current = null;
  session.me = null;
  localStorage.removeItem(key);
  session.onEnd();
}

export async function signIn(user, password) {
  const { data } = await post('/api/v1/login', { user, password });
  session.current = { userId: data.userId, authToken: data.authToken };
  localStorage.setItem(key, JSON.stringify(session.current));
}

/** A fresh id for one press; also where the page is not a secure context. */
export function triggerId() {
  return [...crypto.getRandomValues(new Uint8Array(9))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}
