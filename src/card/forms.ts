/** The forms of the card: what they ask, and what is read from what was filled in. Pure. */
import type { Language } from '../../contract/event';
import { serviceOutcomes, type ServiceOutcome } from '../../contract/service-events';
import { cardText, type CardTextKey } from '../../settings/card-texts';
import type { AgentAction } from '../dialog/service';
import type { CardAction } from './actions';

interface Choice {
  value: string;
  label: string;
}

export interface Field {
  id: string;
  label: string;
  kind: 'select' | 'line' | 'text';
  choices?: Choice[];
  initial?: string;
  optional?: boolean;
}

export interface Form {
  title: string;
  submit: string;
  fields: Field[];
}

interface FormContext {
  language: Language;
  /** Where it can be forwarded to: id and name. */
  departments: readonly { id: string; name: string }[];
  /** Of a suggested reply, filled in. */
  reply?: string;
}

const hourMs = 3_600_000;
/** By when a task is to be done. */
const spans = { '1h': hourMs, '4h': 4 * hourMs, '1d': 24 * hourMs, '3d': 72 * hourMs, '7d': 168 * hourMs };
type Span = keyof typeof spans;
const spanNames = Object.keys(spans) as Span[];
const usualSpan: Span = '1d';

type Asked = Exclude<CardAction, 'rescreen' | 'consent' | 'bot'>;

/** @returns undefined for what needs no form */
export function formOf(action: CardAction, { language, departments, reply }: FormContext): Form | undefined {
  const say = (key: CardTextKey): string => cardText(language, key);
  const outcome: Field = {
    ...{ id: 'outcome', label: say('label_outcome'), kind: 'select' },
    choices: serviceOutcomes.map((value) => ({ value, label: say(`outcome_${value}`) })),
  };
  const note: Field = { id: 'note', label: say('label_note'), kind: 'text', optional: true };
  const words = (label: CardTextKey): Field => ({ id: 'text', label: say(label), kind: 'text' });
  const fields: Record<Asked, Field[]> = {
    close: [outcome, note],
    outcome: [outcome, note],
    forward: [
      {
        ...{ id: 'department', label: say('label_department'), kind: 'select' },
        choices: departments.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    task: [
      words('label_task'),
      {
        ...{ id: 'when', label: say('label_when'), kind: 'select', initial: usualSpan },
        choices: spanNames.map((value) => ({ value, label: say(`when_${value}`) })),
      },
      {
        ...{ id: 'owner', label: say('label_owner'), kind: 'select', initial: 'me' },
        choices: (['me', 'department'] as const).map((value) => ({ value, label: say(`owner_${value}`) })),
      },
    ],
    note: [words('label_text')],
    reply: [{ ...words('label_reply'), ...(reply ? { initial: reply } : {}) }],
    dependent: [{ id: 'name', label: say('label_dependent'), kind: 'line', optional: true }],
  };
  if (!(action in fields)) return undefined;
  const submit = { close: 'submit_close', reply: 'submit_send', forward: 'submit_forward' } as const;
  return {
    title: say(`button_${action}`),
    submit: say(action in submit ? submit[action as keyof typeof submit] : 'submit_save'),
    fields: fields[action as Asked],
  };
}

export type Filled = Readonly<Record<string, string | undefined>>;

type ReadForm = { ok: true; action: AgentAction } | { ok: false; field: string; problem: CardTextKey };

const longestNote = 5_000;

/** @param by username of whoever filled it in */
export function readForm(
  action: CardAction,
  filled: Filled,
  { departments }: Pick<FormContext, 'departments'>,
  by: string,
  now: Date,
): ReadForm {
  const words = (id: string): string => (filled[id] ?? '').trim().slice(0, longestNote);
  const missing = (field: string, problem: CardTextKey): ReadForm => ({ ok: false, field, problem });
  const done = (read: AgentAction): ReadForm => ({ ok: true, action: read });
  switch (action) {
    case 'close':
    case 'outcome': {
      const outcome = serviceOutcomes.find((one) => one === filled['outcome']);
      if (!outcome) return missing('outcome', 'missing_outcome');
      const note = words('note');
      const more = { ...(note ? { note } : {}), ...(action === 'close' ? { close: true } : {}) };
      return done({ do: 'outcome', outcome, ...more });
    }
    case 'forward': {
      const to = departments.find(({ id }) => id === filled['department']);
      if (!to) return missing('department', 'missing_department');
      return done({ do: 'forward', department: to.id, name: to.name });
    }
    case 'task': {
      const text = words('text');
      if (!text) return missing('text', 'missing_text');
      const span = spanNames.find((one) => one === filled['when']) ?? usualSpan;
      const dueAt = new Date(now.getTime() + spans[span]).toISOString();
      return done({ do: 'task', text, dueAt, ...(filled['owner'] === 'department' ? {} : { owner: by }) });
    }
    case 'note':
    case 'reply': {
      const text = words('text');
      if (!text) return missing('text', 'missing_text');
      return done({ do: action === 'note' ? 'note' : 'say', text });
    }
    case 'dependent': {
      const name = words('name').slice(0, 200);
      return done({ do: 'dependent', ...(name ? { name } : {}) });
    }
    case 'rescreen':
    case 'consent':
    case 'bot':
      return done({ do: action });
  }
}

/**
 * What was typed after the command's word, as a form would have it: `/acolhe note …`, `/acolhe outcome resolved …`.
 * @returns undefined when nothing was, or it names none: the form is opened then
 */
export function typedForm(
  action: CardAction,
  typed: readonly string[],
  { language, departments }: Pick<FormContext, 'language' | 'departments'>,
): Filled | undefined {
  const text = typed.join(' ').trim();
  if (text === '') return undefined;
  switch (action) {
    case 'close':
    case 'outcome': {
      const named = outcomeNamed(text, language);
      return named && { outcome: named.outcome, note: named.rest };
    }
    case 'forward': {
      const plain = plainly(text);
      const to = departments.find(({ id, name }) => id === text || plainly(name) === plain);
      return to && { department: to.id };
    }
    case 'dependent':
      return { name: text };
    case 'task':
    case 'note':
    case 'reply':
      return { text };
    default:
      return undefined;
  }
}

function outcomeNamed(
  text: string,
  language: Language,
): { outcome: ServiceOutcome; rest: string } | undefined {
  const plain = plainly(text);
  const names = serviceOutcomes
    .flatMap((outcome) =>
      [outcome, cardText(language, `outcome_${outcome}`)].map((name) => ({ outcome, name: plainly(name) })),
    )
    .sort((a, b) => b.name.length - a.name.length);
  const found = names.find(({ name }) => plain === name || plain.startsWith(`${name} `));
  return found && { outcome: found.outcome, rest: text.slice(found.name.length).trim() };
}

/** Case and accents aside; as long as what it was made of. */
const plainly = (text: string): string =>
  text
    .normalize('NFC')
    .split('')
    .map((letter) => letter.normalize('NFD')[0] ?? letter)
    .join('')
    .toLowerCase();
