/**
 * What was said of a person, each with who said it and when. Facts are never changed: what a channel said in one
 * event stays said, and what is true of the person now is read from all of them (`golden-record.ts`).
 */

export const factFields = ['name', 'cpf', 'cns', 'birthDate', 'phones', 'emails'] as const;
export type FactField = (typeof factFields)[number];

/** Where a fact comes from. A channel's says its workspace and conversation, staff's who wrote it. */
export interface FactOrigin {
  /** The patient ID it was said under. */
  patientId: string;
  /** Instant, ISO 8601 with milliseconds. */
  at: string;
  event: string;
  workspace?: string;
  channel?: string;
  conversation?: string;
  /** The person as the channel knows them, `${workspace}/${visitor id}`. */
  source?: string;
  /** Staff's own correction: the staff id. */
  staff?: string;
}

export interface Fact {
  field: FactField;
  /** As written. One text, except for phones and e-mails; none = staff withdrew what they had written. */
  values: readonly string[];
  /** The channel itself vouches for the first value. */
  verified: boolean;
  origin: FactOrigin;
  /** A channel told it of an ID that only a typed number joins with the one that is looked at. */
  doubtful?: true;
}

/**
 * The facts as the record of one ID ranks them. What staff wrote they wrote of this person; what channels told of an ID
 * that may be a stranger's stands behind what they told of this one.
 * @param surelySame this ID and those that more than a typed number joins with it
 */
export function seenFrom(facts: readonly Fact[], surelySame: readonly string[]): Fact[] {
  return facts.map((fact) =>
    fact.origin.staff !== undefined || surelySame.includes(fact.origin.patientId)
      ? fact
      : { ...fact, doubtful: true },
  );
}

/** Order in which facts were said; the event's id decides among those of one instant. */
export function later(a: Fact, b: Fact): number {
  if (a.origin.at !== b.origin.at) return a.origin.at < b.origin.at ? -1 : 1;
  return a.origin.event < b.origin.event ? -1 : a.origin.event > b.origin.event ? 1 : 0;
}
