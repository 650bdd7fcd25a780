/** Short names for events in tables: seconds from noon, then what happened. */
import type { EventEnvelope } from '../../../contract/event';
import { fold } from '../../../crm-sync/projector/fold';

export type Line = readonly [seconds: number, what: keyof typeof kinds, ...rest: string[]];

const department = (id: string) => ({ id, name: `Dept ${id}` });
const person = (id: string) => ({ id, username: id, name: `Person ${id}`, kind: 'human' });
const bot = { id: 'bot', username: 'bot', kind: 'bot' };

const kinds = {
  started: () => [
    'conversation.started',
    { channel: 'widget', language: 'es', visitor: { id: 'v1', name: 'Ana' } },
  ],
  queued: (id?: string) => ['conversation.queued', id ? { department: department(id) } : {}],
  bot: () => ['conversation.assigned', { agent: bot }],
  human: (id: string, dept?: string) => [
    'conversation.assigned',
    { agent: person(id), ...(dept && { department: department(dept) }) },
  ],
  toDepartment: (id: string, from?: string) => [
    'conversation.transferred',
    { from: from ? { agent: from === 'bot' ? bot : person(from) } : {}, to: { department: department(id) } },
  ],
  toBot: (from: string) => [
    'conversation.transferred',
    { from: { agent: person(from) }, to: { agent: bot } },
  ],
  tried: (rung: string, where: string, result: string, rule?: string) => [
    'routing.tried',
    { rung, department: where, result, ...(rule && { rule }) },
  ],
  left: () => ['conversation.left', { urgency: 'yellow', waitedMs: 60_000 }],
  outcome: (outcome: string, by = 'ana') => ['outcome.registered', { outcome, by }],
  warned: () => ['sla.warned', { urgency: 'yellow', targetMinutes: 60, waitedMinutes: 48 }],
  breached: () => ['sla.breached', { urgency: 'yellow', targetMinutes: 60, waitedMinutes: 60, times: 1 }],
  toAgent: (id: string) => ['conversation.transferred', { from: {}, to: { agent: person(id) } }],
  closed: (by: string) => ['conversation.closed', { by }],
  says: (from: string, messageId: string, text = messageId) => [
    'message.recorded',
    { messageId, from, text, via: 'text' },
  ],
  sends: (messageId: string) => ['message.recorded', { messageId, from: 'patient', text: '', via: 'file' }],
  interview: () => ['triage.started', { pack: 'p', packVersion: '1', knowledge: 'k' }],
  answered: (question: string, value = 'yes') => [
    'triage.answered',
    { question, value: value === 'yes' ? true : value, via: 'button' },
  ],
  decided: (disposition: string) => [
    'triage.decided',
    {
      pack: 'p',
      packVersion: '1',
      knowledge: 'k',
      outcome: `o-${disposition}`,
      disposition,
      row: 'r1',
      answers: { fever: true },
    },
  ],
  rescreened: (disposition: string, bot?: string) => [
    'rescreen.decided',
    {
      ...{ staff: 's1', blind: true, pack: 'human-rescreen', packVersion: '1', row: 'r1', outcome: 'o' },
      ...{ disposition, answers: {}, ...(bot && { bot: { disposition: bot } }) },
    },
  ],
  flag: (concept: string) => ['red-flag.raised', { concept, call: '192', source: 'text' }],
  handoff: (result: string) => ['handoff.requested', { reason: 'asked', department: 'geral', result }],
  identified: (patientId: string, mintedBy: string) => ['patient.identified', { patientId, mintedBy }],
  saved: (id: string, name: string) => [
    'visitor.saved',
    { visitor: { id, name, phones: ['+55 85 90000-0000'] } },
  ],
  edited: (messageId: string, text: string) => ['message.edited', { messageId, text }],
  deleted: (messageId: string) => ['message.deleted', { messageId }],
  file: (messageId: string, fileId: string) => [
    'file.received',
    { messageId, fileId, name: `${fileId}.pdf`, mimeType: 'application/pdf', sizeBytes: 7 },
  ],
  tagged: (...tags: string[]) => ['conversation.tagged', { tags }],
  unknown: () => ['moon.seen', { full: true }],
} as const satisfies Record<string, (...rest: never[]) => unknown>;

/** Ids follow the order of the lines, so that lines of one second keep it. */
export function eventsOf(lines: readonly Line[]): EventEnvelope[] {
  return lines.map(([seconds, what, ...rest], index) => {
    const [type, data] = (kinds[what] as (...rest: string[]) => [string, Record<string, unknown>])(...rest);
    return {
      specversion: '1.0',
      id: `e${String(index).padStart(3, '0')}`,
      source: '/tenants/t1/workspaces/w1',
      type: `acolhe.${type}.v1`,
      subject: 'room',
      time: new Date(Date.UTC(2026, 4, 4, 12) + seconds * 1_000).toISOString(),
      data,
    };
  });
}

export const at = (seconds: number): Date => new Date(Date.UTC(2026, 4, 4, 12) + seconds * 1_000);

export const encounterOf = (...lines: Line[]) => fold(eventsOf(lines))!.encounter;

/** Members expected to be `undefined` must be absent. */
export function expectEncounter(lines: Line[], expected: object): void {
  const encounter = encounterOf(...lines);
  const absent = Object.keys(expected).filter((name) => expected[name as never] === undefined);
  expect(Object.keys(encounter).filter((name) => absent.includes(name))).toEqual([]);
  expect(encounter).toMatchObject(
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
  );
}
