/** What one line of the audit log says. Codes and pseudonyms only: who is meant is found in the CRM, never here. */

export type Actor = `staff/${string}` | 'command' | 'service' | 'nobody';

export interface AuditContent {
  actor: Actor;
  /** What was done, e.g. `patients.read`, `sign-in.failed`. */
  action: string;
  /** What it was done to: `patient/<ID>`, `staff/<staffId>`, `tenant` … */
  target?: string;
  /** IDs of the patients a list or search showed. */
  patients?: string[];
  /** Codes and counts. */
  details?: Record<string, string | number | boolean>;
}

/** Where an entry stands: in which writer's chain, after which entry. */
export interface Link {
  /** Random, one per start of a process. */
  writer: string;
  /** 0 for the entry that opens the chain. */
  seq: number;
  /** `mac` of the entry before; empty for the first. */
  prev: string;
}

export interface AuditEntry extends AuditContent, Link {
  at: Date;
  /** HMAC-SHA-256 over everything else, base64url. */
  mac: string;
}

/** `_id` = `<writer>/<seq, 12 digits>`: a range over `_id` is one chain in its order. */
export interface AuditDocument extends AuditEntry {
  _id: string;
}

export function entryId(writer: string, seq: number): string {
  return `${writer}/${String(seq).padStart(12, '0')}`;
}

export function placeOf(id: unknown): { writer: string; seq: number } | undefined {
  const match = typeof id === 'string' ? /^([A-Za-z0-9_-]{1,40})\/(\d{12})$/.exec(id) : null;
  return match ? { writer: match[1]!, seq: Number(match[2]) } : undefined;
}

/** Something is about to be written that is no code: a mistake in the caller, refused before it is kept for ever. */
export class NotCodedError extends Error {
  readonly code = 'audit-not-coded';
  constructor(readonly field: string) {
    super(`the audit log holds codes only: ${field}`);
    this.name = 'NotCodedError';
  }
}

const actor = /^(staff\/[A-Za-z0-9-]{1,40}|command|service|nobody)$/;
const action = /^[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40}){0,3}$/;
const target = /^[A-Za-z0-9][A-Za-z0-9/_.:-]{0,150}$/;
/** Route patterns, codes, counts: no blanks and no @, so that neither a name nor an address fits. */
const code = /^[A-Za-z0-9/_.:*+,=-]{0,150}$/;

/** @throws NotCodedError naming the field, never its value */
export function assertCoded(content: AuditContent): void {
  if (!actor.test(content.actor)) throw new NotCodedError('actor');
  if (!action.test(content.action)) throw new NotCodedError('action');
  if (content.target !== undefined && !target.test(content.target)) throw new NotCodedError('target');
  if (content.patients?.some((id) => !target.test(id))) throw new NotCodedError('patients');
  for (const [name, value] of Object.entries(content.details ?? {})) {
    if (!code.test(name) || !code.test(String(value))) throw new NotCodedError(`details.${name}`);
  }
}
