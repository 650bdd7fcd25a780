/**
 * A clinic as small as one can be, whose bot says the names of its texts instead of their words: a step's whole outcome is a
 * few lines, and every state can be begun with.
 */
import type { EventData } from '../../contract/event';
import { dialogTexts } from '../../settings/dialog-texts';
import type { AnswerBase } from '../../settings/answers/answer-base';
import type { Facility } from '../../settings/places/facility';
import type { Effect } from '../../src/dialog/effect';
import type { Input, InputKind, InputOf, Person } from '../../src/dialog/input';
import type { Knowledge } from '../../src/dialog/knowledge';
import type { Phase, Shared, State } from '../../src/dialog/state';
import { type Climb, climbed, type Ladder, type RungAnswer } from '../../src/routing/ladder';
import { step, type Step } from '../../src/dialog/step';
import type { Pack } from '../../src/triage/pack';
import { smallPack, source, yesNo } from '../src/triage/small-pack';

/** "noted", and of what has places "wait_news department=… minutes=…". */
const texts = Object.fromEntries(
  Object.entries(dialogTexts['pt-BR']).map(([key, text]) => {
    const places = [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))];
    if (key === 'weekdays' || key === 'draft_notice') return [key, key === 'weekdays' ? text : key];
    return [key, [key, ...places.map((name) => `${name}={${name}}`)].join(' ')];
  }),
);

const questions = [
  yesNo('cough', { stable: true }),
  { ...yesNo('age'), type: 'number' as const, unit: 'years', min: 0, max: 120 },
  { ...yesNo('pain'), type: 'choice' as const, choices: ['none', 'some', 'other'] },
  yesNo('breath', { kind: 'vital', concept: 'dyspnea', unknown: { allowed: false, means: 'no' } }),
  yesNo('travel', { kind: 'surveillance' }),
];

export const pack: Pack = smallPack(
  questions,
  [
    ['hurts', { is: ['pain', 'some'] }, 'call'],
    ['coughs', { all: [{ is: ['cough', true] }, { gte: ['age', 60] }] }, 'see'],
  ],
  { id: 'clinic', notice: '', parameters: { isolation_days: { value: 7, source } as never } },
);

pack.outcomes[1] = { ...pack.outcomes[1]!, specialty: 'cardio', isolation: 'isolation_days' };

export const followUp: Pack = { ...pack, id: 'again', use: 'follow-up' };

const words: Pick<Knowledge, 'hash' | 'packText'> = {
  hash: 'hash',
  packText: (_pack, _language, key) => key,
};

const facility = { municipality: '3550308', programmes: [], address: 'Rua A', accepts: [] };
const facilities: Facility[] = [
  { ...facility, id: '0000001', name: 'Posto', kind: 'primary-care', specialties: [], accepts: ['mild'] },
  {
    ...facility,
    id: '0000002',
    name: 'Hospital',
    kind: 'hospital',
    specialties: ['cardio'],
    accepts: ['moderate'],
  },
  {
    ...facility,
    ...{ id: '0000003', name: 'Farmácia', kind: 'pharmacy', specialties: [], accepts: ['mild'], phone: '11' },
    ...{ hours: [{ days: [1, 2], from: '08:00', to: '12:00' }], latitude: -23.5, longitude: -46.6 },
    demonstration: true,
  },
];
const entry = { version: 1, citations: ['book'], reviewed: '2026-01-01' };
const entries = [
  {
    ...entry,
    id: 'dengue',
    questions: ['O que é dengue?'],
    answer: 'Dengue é doença.',
    status: 'active' as const,
  },
  { ...entry, id: 'zika', questions: ['O que é zika?'], answer: 'Zika é doença.', status: 'draft' as const },
];
const answers: AnswerBase = {
  version: '1',
  citations: { book: { title: 'Book', publisher: 'Health', year: 2026 } },
  entries: { 'pt-BR': entries, en: [], es: [] },
};

export const knowledge: Knowledge = {
  ...words,
  packs: { clinic: pack, again: followUp },
  published: { version: 1, routing: [], hours: [], texts: { 'pt-BR': texts }, facilities, answers },
};

const at = (day: number, from: string) => [{ days: [day], open: [{ from, to: '12:00' }] }];
const hours = { timeZone: 'America/Sao_Paulo', holidays: [] };

/** With rules of where to go, and hours of its departments. */
export const routed = {
  ...knowledge,
  published: {
    ...knowledge.published!,
    routing: [
      { disposition: 'emergency' as const, department: 'PS' },
      { specialty: 'cardio', department: 'Cardio' },
    ],
    hours: [
      { ...hours, department: 'Cardio', weekly: at(2, '08:30') },
      { ...hours, department: 'general', weekly: at(3, '07:00') },
      { ...hours, department: 'urgent', weekly: at(1, '07:00') },
    ],
  },
};

/** A Monday at noon, UTC. */
export const metAt = '2026-01-05T12:00:00.000Z';
export const minutesLater = (minutes: number): string =>
  new Date(Date.parse(metAt) + minutes * 60_000).toISOString();

const setup = { language: 'pt-BR', pack: 'clinic', tenant: 't', workspace: 'w', admitDrafts: true } as const;

export function stands(phase: Phase, shared: Partial<Shared> = {}): State {
  const none = { answers: {}, redFlags: [], calls: [], asked: [], misunderstood: 0 };
  return { conversation: 'room', visitor: { id: 'v' }, metAt, ...none, setup, ...shared, ...phase };
}

export const set = (more: Partial<Shared['setup']>): Pick<Shared, 'setup'> => ({
  setup: { ...setup, ...more },
});
export const asks = (question: string, shared: Partial<Shared> = {}): State =>
  stands({ phase: 'asking', question }, { asked: [question], ...shared });

type Waiting = Extract<Phase, { phase: 'waiting' }>;
export function waits(more: Partial<Waiting> = {}, shared: Partial<Shared> = {}): State {
  const waiting = { phase: 'waiting', to: 'general', reason: 'asked', tries: 0, queued: false } as const;
  return stands({ ...waiting, saidAt: metAt, ...more }, shared);
}
/** On the way of these rungs, as far as they answered; `*urgent` is named by no rule. */
export function climbing(places: readonly string[], ...answers: RungAnswer[]): Climb {
  const rungs = places.map((place) => ({
    ...{ kind: 'department' as const, place: place.replace('*', '') },
    ...(place.startsWith('*') && { spare: true as const }),
  }));
  const offers = ['appointment', 'call-back'] as const;
  const none = rungs.map(() => null);
  const ladder: Ladder = { rungs, offers, pressing: false, answers: none, queues: none };
  return { ladder: answers.reduce(climbed, ladder) };
}
export const ana: Person = { id: 'a', username: 'ana', name: 'Ana', kind: 'human' };
export const served = (shared: Partial<Shared> = {}): State =>
  stands({ phase: 'served', agent: ana }, shared);

type Told<K extends InputKind> = Omit<InputOf<K>, 'id' | 'at' | 'conversation' | 'kind'>;

/** An input ten minutes after the app met the room. */
export function hears<K extends InputKind>(kind: K, told: Told<K>, at = minutesLater(10)): InputOf<K> {
  return { id: 'i', at, conversation: 'room', kind, ...told } as unknown as InputOf<K>;
}
export const says = (text: string, more: Partial<Told<'patient-message'>> = {}, at?: string): Input =>
  hears('patient-message', { messageId: 'm', text, file: false, ...more }, at);
export const presses = (value: string, more: Partial<Told<'button'>> = {}): Input =>
  hears('button', { messageId: 'm', value, ...more });

/** A person by kind and id, an instant by what it is; no quotes. */
function shown(value: unknown): string {
  const brief = (_key: string, part: unknown): unknown =>
    part === metAt
      ? 'then'
      : part === minutesLater(10)
        ? 'now'
        : isPerson(part)
          ? `${part.kind} ${part.id}`
          : part;
  return JSON.stringify(value ?? '-', brief).replaceAll('"', '');
}
const isPerson = (part: unknown): part is Person =>
  typeof part === 'object' && part !== null && 'username' in part && 'kind' in part;
const listed = (data: object): string =>
  Object.entries(data)
    .filter(([key, value]) => key !== 'pausable' || value !== undefined)
    .map(([key, value]) => `${key}=${shown(value)}`)
    .join(' ');

function effectLine(effect: Effect): string {
  switch (effect.kind) {
    case 'say':
      return [effect.text, ...(effect.buttons ?? []).map(({ value }) => `[${value}]`)].join(' ');
    case 'remind':
      return `remind ${effect.reminder} in ${effect.afterMs / 1000} s`;
    case 'forget-reminder':
      return `forget ${effect.reminder}`;
    // in what words is a story of its own
    case 'tell-agent':
      return `tells ${effect.agent}`;
    case 'alert-agent':
      return `alert-agent text=${effect.text}`;
    default: {
      // who may be held back by a paused intake is a story of its own
      const { kind, ...more } = { ...effect, ...(effect.kind === 'transfer' && { pausable: undefined }) };
      return `${kind} ${listed(more)}`.trim();
    }
  }
}

/** Told with every message and with every hand-over: stories of their own look at them. */
const quietly: string[] = ['acolhe.message.recorded.v1', 'acolhe.urgency.changed.v1'];

/** What is said and asked for in order, then what the CRM is told; messages themselves only with `records`. */
export function lines({ effects, events }: Pick<Step, 'effects' | 'events'>, records = false): string {
  const kept = events.filter(({ type }) => records || !quietly.includes(type));
  const told = kept.map(({ type, data }) => {
    const name = type.replace(/^acolhe\.|\.v1$/g, '');
    if (type !== 'acolhe.triage.decided.v1') return `> ${name} ${listed(data)}`.trim();
    // what it is of, and in which version, is as told with its beginning
    const {
      pack: _pack,
      packVersion: _version,
      knowledge: _hash,
      language: _language,
      ...decided
    } = data as EventData<'acolhe.triage.decided.v1'>;
    return `> ${name} ${listed(decided)}`;
  });
  const ofOtherStories = ['wait-news', 'task'];
  const heard = effects.filter(
    (effect) =>
      effect.kind !== 'ring' && (!('reminder' in effect) || !ofOtherStories.includes(effect.reminder)),
  );
  const asked = /forget try-hand-over \| remind try-hand-over in 60 s \| transfer to=/g;
  return [...heard.map(effectLine), ...told].join(' | ').replace(asked, 'asks for ');
}

/** What only routing reads: see the stories of routing. */
const quietlyKept = ['channel', 'municipality'];

const ofOnePhase = [
  'nobody',
  'leaves',
  'to',
  'routed',
  'reason',
  'tries',
  'queued',
  'saidAt',
  'question',
  'detail',
  'agent',
];

/** What is another in the state; what is gone is "-", but not what belonged to a phase that is over. Buttons are said. */
export function changes(before: State, next: State | undefined): string {
  const [old, now] = [before, next ?? {}] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(old!), ...Object.keys(now!)])].sort();
  const moved = old!['phase'] !== now!['phase'];
  const over = [...ofOnePhase, 'complaint', 'record'];
  const isSame = (key: string): boolean => {
    // buttons are said, transfers asked for; clocks and urgencies have stories of their own
    if ([...quietlyKept, 'choices', 'unanswered', 'climb', 'urgency', 'waitWatched', 'tasks'].includes(key))
      return true;
    if (moved && now![key] === undefined && over.includes(key)) return true;
    // not told is none
    const none = ['offered', 'unread', 'nobody'].includes(key) ? [undefined, false, 0] : [];
    if (none.includes(old![key] as undefined) && none.includes(now![key] as undefined)) return true;
    return JSON.stringify(old![key]) === JSON.stringify(now![key]);
  };
  const changed = keys.filter((key) => !isSame(key));
  return listed(Object.fromEntries(changed.map((key) => [key, now![key]])));
}

export function after(state: State, input: Input, known = knowledge): [string, string] {
  const next = step(state, input, known);
  // each event has a name of its own, by which the CRM knows it again
  const names = next.events.map(({ id }) => id);
  if (new Set(names).size < names.length || !names.every((name) => /^w\/room\/i\/[a-z]/.test(name)))
    throw new Error(`events are called ${names.join(', ')}`);
  return [lines(next), changes(state, next.state)];
}

export type Row = [
  title: string,
  before: State,
  input: Input,
  told: string,
  changed: string,
  known?: Knowledge,
];

/** Each row a story of one step. */
export function tells(
  _title: string,
  before: State,
  input: Input,
  told: string,
  changed: string,
  known = knowledge,
) {
  expect(after(before, input, known)).toEqual([told, changed]);
}
