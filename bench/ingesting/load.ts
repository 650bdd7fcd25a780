/** Events as an app would send them: conversations that run side by side, in the order of time. */
import { mintPatientId } from '../../contract/patient-id';
import type { EventEnvelope } from '../../contract/event';

const department = { id: 'd-urgent', name: 'Urgência' };
const bot = { id: 'bot', username: 'acolhe.bot', kind: 'bot' };
const words = [
  'Estou com falta de ar desde ontem à noite e um pouco de febre',
  'Sim',
  'Tenho 47 anos',
  'Não tenho outra doença',
];

/** The events of one conversation: type and data, oldest first. About half are messages, as in a screening. */
function story(room: number, patientId: string): [string, Record<string, unknown>][] {
  const say = (turn: number, from: string): [string, Record<string, unknown>] => [
    'message.recorded',
    { messageId: `m-${turn}`, from, via: 'text', text: `${words[turn % 4]} (${turn})`, authorName: 'Ana' },
  ];
  const answered = (question: string, value: unknown): [string, Record<string, unknown>] => [
    'triage.answered',
    { question, value, via: 'button' },
  ];
  const visitor = { id: `v-${room}`, name: 'Pessoa de Teste' };
  return [
    ['conversation.started', { channel: 'widget', language: 'pt-BR', visitor }],
    ['conversation.assigned', { agent: bot }],
    ['patient.identified', { patientId, mintedBy: 'crm' }],
    say(1, 'bot'),
    say(2, 'patient'),
    ['triage.started', { pack: 'fr-covid-2020', packVersion: '1', knowledge: 'k' }],
    say(3, 'bot'),
    answered('fever', true),
    say(4, 'patient'),
    say(5, 'bot'),
    answered('age', 47),
    say(6, 'patient'),
    say(7, 'bot'),
    [
      'triage.decided',
      {
        ...{ pack: 'fr-covid-2020', packVersion: '1', knowledge: 'k', outcome: 'less_15', row: '3' },
        ...{ disposition: 'moderate', answers: { fever: true, age: 47, cough: false } },
      },
    ],
    ['handoff.requested', { reason: 'moderate', department: 'd-urgent', result: 'transferred' }],
    ['conversation.transferred', { from: {}, to: { department } }],
    ['conversation.assigned', { agent: { id: 'a', username: 'bia', kind: 'human' }, department }],
    say(8, 'agent'),
    say(9, 'patient'),
    ['conversation.closed', { by: 'agent' }],
  ];
}

/** The same for the same conversation, another for each. */
function patientIdOf(room: number): string {
  let attempt = 0;
  return mintPatientId(() => {
    const bytes = Buffer.from([(attempt += 1), 0, 0, 0, 0]);
    bytes.writeUInt32BE(room, 1);
    return bytes;
  });
}

export const eventsPerConversation = story(0, '').length;

export interface LoadOptions {
  source: string;
  /** Number of the first conversation. */
  fromRoom: number;
  conversations: number;
  /** Conversations that run side by side. */
  atOnce: number;
  startMs: number;
}

/** A conversation every two seconds, 1,800 an hour; loads that begin at rooms of another million are weeks apart. */
function beganMs(fromRoom: number, first: number): number {
  return (fromRoom / 1_000_000) * 7 * 86_400_000 + first * 2_000;
}

/** Side by side: the first event of each, then the second of each, and so on. */
export function* loadOf(options: LoadOptions): Generator<EventEnvelope> {
  const { source, fromRoom, conversations, atOnce, startMs } = options;
  for (let first = 0; first < conversations; first += atOnce) {
    const rooms = Array.from({ length: Math.min(atOnce, conversations - first) }, (_, index) => {
      const room = fromRoom + first + index;
      return { room, steps: story(room, patientIdOf(room)) };
    });
    for (let turn = 0; turn < eventsPerConversation; turn += 1)
      for (const { room, steps } of rooms) {
        const [type, data] = steps[turn]!;
        yield {
          ...{ specversion: '1.0', id: `e-${room}-${turn}`, source, type: `acolhe.${type}.v1`, data },
          subject: `room-${room}`,
          time: new Date(startMs + beganMs(fromRoom, first) + turn * 15_000).toISOString(),
        };
      }
  }
}
