/** What one conversation's events say of its visitor. Pure. */
import type { EventData } from '../../contract/event';
import type { Fact, FactField, FactOrigin } from './facts';

type SavedVisitor = EventData<'acolhe.visitor.saved.v1'>['visitor'];

export interface SaidOrigin {
  at: string;
  event: string;
}

/** A fact before it is known whose it is. */
export type SaidFact = Pick<Fact, 'field' | 'values' | 'verified'> & { origin: SaidOrigin };

/** Said again without change, it is the same fact, said later. */
function say(said: SaidFact[], next: SaidFact): void {
  const at = said.findLastIndex((one) => one.field === next.field);
  const same =
    said[at] &&
    JSON.stringify([said[at].values, said[at].verified]) === JSON.stringify([next.values, next.verified]);
  if (same) said[at] = next;
  else said.push(next);
}

/** Adds what a visitor's record says. Empty texts say nothing. */
export function sayVisitor(said: SaidFact[], visitor: Partial<SavedVisitor>, origin: SaidOrigin): void {
  const add = (field: FactField, written: string | readonly string[] | undefined, verified = false): void => {
    const values = [written ?? []].flat().filter((text) => text.trim() !== '');
    if (values.length) say(said, { field, values, verified, origin });
  };
  add('name', visitor.name);
  add('cpf', visitor.cpf);
  add('cns', visitor.cns);
  add('birthDate', visitor.birthDate);
  add('phones', visitor.phones, visitor.verified?.includes('phone'));
  add('emails', visitor.emails, visitor.verified?.includes('email'));
}

/** @param of whose facts these are */
export function factsOf(said: readonly SaidFact[], of: Omit<FactOrigin, 'at' | 'event' | 'staff'>): Fact[] {
  return said.map(({ origin, ...fact }) => ({ ...fact, origin: { ...of, ...origin } }));
}
