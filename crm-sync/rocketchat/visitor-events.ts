/** What Rocket.Chat knows of the visitor, told when no stored event of the conversation tells it already. Pure. */
import type { AcolheEvent, EventData, EventEnvelope } from '../../contract/event';
import { eventParts, inputIds } from '../../contract/event-ids';
import { afterTold, clip, inTime, nextInput, type Maker } from './facts';

type Facts = EventData<'acolhe.visitor.saved.v1'>['visitor'];

/** Custom fields by what they hold, however the workspace spells them. */
const customNames = {
  cpf: ['cpf'],
  cns: ['cns', 'cartaosus', 'cartaonacionaldesaude'],
  birthDate: [
    'birthdate',
    'dateofbirth',
    'datadenascimento',
    'datanascimento',
    'nascimento',
    'fechadenacimiento',
  ],
} as const;

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

function customValue(fields: Record<string, unknown>, names: readonly string[]): string | undefined {
  const value = Object.entries(fields).find(([name]) => names.includes(plain(name)))?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** `1990-12-31` or `31/12/1990`; undefined when it is no date. */
export function calendarDate(text: string | undefined): string | undefined {
  const local = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/.exec(text ?? '');
  const iso = local
    ? `${local[3]}-${local[2]}-${local[1]}`
    : /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text ?? '')?.[0];
  const at = iso === undefined ? NaN : Date.parse(`${iso}T00:00:00Z`);
  // 31 February is a date to some parsers
  return iso !== undefined && Number.isFinite(at) && new Date(at).toISOString().startsWith(iso)
    ? iso
    : undefined;
}

/** Channels that vouch for what they carry: who writes by SMS or WhatsApp has that phone, by e-mail that address. */
function verifiedBy({ source }: Maker['facts']['room'], facts: Facts): Facts['verified'] {
  const names = [source?.id, source?.alias, source?.label];
  const isWhatsApp = source?.type === 'app' && names.some((name) => /whats ?app/i.test(name ?? ''));
  const isPhone = source?.type === 'sms' || isWhatsApp;
  if (isPhone) return facts.phones ? ['phone'] : undefined;
  return source?.type === 'email' && facts.emails ? ['email'] : undefined;
}

function factsOf({ facts: { room, visitor, contact } }: Maker): Facts | undefined {
  if (!visitor) return undefined;
  const list = (items: readonly (string | undefined)[], length: number): string[] =>
    [...new Set(items.map((item) => clip(item?.trim() ?? '', length)).filter(Boolean))].slice(0, 20);
  const emails = list(
    [...(visitor.visitorEmails ?? []), ...(contact?.emails ?? [])].map((item) => item.address),
    320,
  );
  const phones = list(
    [...(visitor.phone ?? []), ...(contact?.phones ?? [])].map((item) => item.phoneNumber),
    40,
  );
  const custom = { ...contact?.customFields, ...visitor.livechatData };
  const cpf = customValue(custom, customNames.cpf);
  const cns = customValue(custom, customNames.cns);
  const birthDate = calendarDate(customValue(custom, customNames.birthDate));
  const facts: Facts = {
    id: visitor._id,
    ...(visitor.name ? { name: clip(visitor.name) } : {}),
    ...(emails.length ? { emails } : {}),
    ...(phones.length ? { phones } : {}),
    ...(cpf ? { cpf: clip(cpf, 40) } : {}),
    ...(cns ? { cns: clip(cns, 40) } : {}),
    ...(birthDate ? { birthDate } : {}),
  };
  const verified = verifiedBy(room, facts);
  return { ...facts, ...(verified ? { verified } : {}) };
}

const savedType = 'acolhe.visitor.saved.v1';

/** What the conversation's events have told of the visitor so far, in the order of time. */
function tellings({ stored }: Maker): EventEnvelope[] {
  const types: string[] = ['acolhe.conversation.started.v1', savedType];
  return inTime(stored.filter(({ type }) => types.includes(type)));
}

export function visitorEvents(maker: Maker): AcolheEvent[] {
  const { facts, stored, make, untilMs } = maker;
  const { room, visitor } = facts;
  const now = factsOf(maker);
  // Its name alone is told by the start.
  if (!now || !visitor || visitor._id !== room.v._id || Object.keys(now).length <= (now.name ? 2 : 1))
    return [];
  const before = tellings(maker);
  // The latest of each.
  const told = Object.assign({}, ...before.map(({ data }) => data['visitor'])) as Partial<Facts>;
  const news = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(told[key as keyof Facts]),
  );
  if (news.length === 0) return [];
  // Rocket.Chat does not say since when: not before the conversation, not after its end.
  const saidMs = (visitor._updatedAt ?? visitor.ts ?? room.ts).getTime();
  const lastMs = Math.min(untilMs, (room.closedAt ?? new Date(untilMs)).getTime());
  const since = new Date(Math.max(room.ts.getTime(), Math.min(saidMs, lastMs)));
  // The start of the same instant comes before it by its id.
  const later = before.filter(({ time }) => Date.parse(time) > since.getTime());
  const at = afterTold([...later, ...before.filter(({ type }) => type === savedType)], since);
  const input = nextInput(stored, savedType, inputIds.visitorSaved);
  return [make(savedType, input, eventParts.visitorSaved, at, { visitor: now })];
}
