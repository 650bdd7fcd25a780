/** The chain of one writer: each entry's HMAC covers the entry before it. Pure. */
import { createHmac } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import type { AuditContent, AuditEntry, Link } from './entry';

export interface ChainKey {
  /** Bound into every HMAC, so that an entry of one tenant proves nothing in another. */
  tenant: string;
  /** 32 bytes. */
  key: Buffer;
}

/** Everything an entry says, whatever fields it has: one that was added counts too. */
function textOf(tenant: string, entry: Readonly<Record<string, unknown>>): string {
  const { _id, mac: _mac, at, ...rest } = entry;
  return canonicalJson({ ...rest, tenant, at: at instanceof Date ? at.toISOString() : { not: 'a date' } });
}

export function macOf({ tenant, key }: ChainKey, entry: object): string {
  return createHmac('sha256', key)
    .update(textOf(tenant, entry as Record<string, unknown>))
    .digest('base64url');
}

export function linkEntry(key: ChainKey, link: Link, at: Date, content: AuditContent): AuditEntry {
  const { actor, action, target, patients, details } = content;
  const entry = {
    ...link,
    at,
    actor,
    action,
    ...(target === undefined ? {} : { target }),
    ...(patients === undefined ? {} : { patients }),
    ...(details === undefined ? {} : { details }),
  };
  return { ...entry, mac: macOf(key, entry) };
}

/** Whether somebody with the key wrote exactly this. */
export function isAuthentic(key: ChainKey, entry: object): boolean {
  return 'mac' in entry && typeof entry.mac === 'string' && entry.mac === macOf(key, entry);
}

/** Whether somebody with the key wrote this for another place than where it stands now. */
export function isAuthenticAt(key: ChainKey, entry: object, place: { writer: string; seq: number }): boolean {
  return isAuthentic(key, { ...entry, ...place });
}
