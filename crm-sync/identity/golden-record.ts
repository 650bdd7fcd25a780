/**
 * What holds of a person now, read from everything that was said: staff's own correction wins, then what a channel
 * vouches for, then what was said last. A number that cannot be one never hides one that can. What may be a stranger's
 * (`doubtful`) comes after all of that. Pure; the order in which facts are given does not matter.
 */
import { later, type Fact, type FactField, type FactOrigin } from './facts';
import { normalValue } from './normal-values';

export interface GoldenValue {
  /** To show: the compared form, except for names and for what is not valid, which stay as written. */
  value: string;
  /** It can be what it claims to be: check digits, length, a day of the calendar. */
  valid: boolean;
  verified: boolean;
  origin: FactOrigin;
}

export interface GoldenField extends GoldenValue {
  /** Other values that were said, best first. */
  others: GoldenValue[];
}

export type SingleField = Exclude<FactField, 'phones' | 'emails'>;
export type GoldenRecord = { [F in SingleField]?: GoldenField } & {
  phones: GoldenValue[];
  emails: GoldenValue[];
};

interface Said extends GoldenValue {
  key: string;
  fact: Fact;
}

function readings(fact: Fact): Said[] {
  return fact.values.map((text, index) => {
    const normal = normalValue(fact.field, text, new Date(fact.origin.at));
    return {
      value: fact.field === 'name' || normal === undefined ? text.trim() : normal,
      key: normal ?? `as written ${text.trim()}`,
      valid: normal !== undefined,
      verified: fact.verified && index === 0,
      origin: fact.origin,
      fact,
    };
  });
}

function better(a: Said, b: Said): number {
  const rank = (said: Said): number =>
    (said.origin.staff === undefined ? 0 : 8) +
    (said.fact.doubtful ? 0 : 4) +
    (said.valid ? 2 : 0) +
    (said.verified ? 1 : 0);
  return rank(b) - rank(a) || later(b.fact, a.fact) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function plain({ value, valid, verified, origin }: Said): GoldenValue {
  return { value, valid, verified, origin };
}

/** The best of each different value, best first. */
function ranked(said: Said[]): Said[] {
  const byKey = new Map<string, Said>();
  for (const one of said.sort(better)) if (!byKey.has(one.key)) byKey.set(one.key, one);
  return [...byKey.values()];
}

/** Staff's last word on a field: everything they wrote on it before is past. None when they withdrew it. */
function standing(facts: readonly Fact[]): { staff?: Fact; channels: Fact[] } {
  const last = facts
    .filter((fact) => fact.origin.staff !== undefined)
    .sort(later)
    .at(-1);
  const channels = facts.filter((fact) => fact.origin.staff === undefined);
  return last?.values.length ? { staff: last, channels } : { channels };
}

function single(facts: readonly Fact[]): GoldenField | undefined {
  const { staff, channels } = standing(facts);
  const [first, ...others] = ranked([...(staff ? [staff] : []), ...channels].flatMap(readings));
  return first && { ...plain(first), others: others.map(plain) };
}

/** A channel's list replaces that channel's earlier list; what it once vouched for stays vouched for. */
function lists(facts: readonly Fact[]): GoldenValue[] {
  const { staff, channels } = standing(facts);
  if (staff) return ranked(readings(staff)).map(plain);
  const latest = new Map<string, Fact>();
  for (const fact of [...channels].sort(later)) latest.set(fact.origin.source ?? fact.origin.patientId, fact);
  // A stranger's channel vouches for nothing of theirs.
  const vouchedAs = ({ key, fact }: Said): string => `${fact.doubtful ? 'doubtful' : 'own'} ${key}`;
  const vouched = new Set(
    channels.flatMap(readings).flatMap((said) => (said.verified ? vouchedAs(said) : [])),
  );
  const said = [...latest.values()].flatMap(readings);
  return ranked(said.map((one) => ({ ...one, verified: vouched.has(vouchedAs(one)) }))).map(plain);
}

export function goldenRecord(facts: readonly Fact[]): GoldenRecord {
  const of = (field: FactField) => facts.filter((fact) => fact.field === field);
  const record: GoldenRecord = { phones: lists(of('phones')), emails: lists(of('emails')) };
  for (const field of ['name', 'cpf', 'cns', 'birthDate'] as const) {
    const value = single(of(field));
    if (value) record[field] = value;
  }
  return record;
}
