/** One conversation's turn: claim, refold, finish. */
import { MongoError } from 'mongodb';
import { ZodError } from 'zod';
import { markDirty } from '../ingest/store-events';
import { SealingError } from '../store/sealing';
import type { Tenant } from '../store/tenant';
import { claim, fail, finish } from './claims';
import { refold, type Refolded } from './refold';

/** `none`: nothing to do. `again`: more events came meanwhile. `failed`: tried again later. */
export type Projected =
  | { result: 'none' }
  | { result: 'done' | 'again'; lagMs: number }
  | { result: 'failed' | 'poisoned'; reason: string };

/** A code for what went wrong: never an error's words, which may repeat what a patient wrote. */
export function failureOf(error: unknown): { reason: string; lasting: boolean } {
  if (error instanceof SealingError) return { reason: `sealing-${error.code}`, lasting: true };
  if (error instanceof ZodError) return { reason: 'event-data', lasting: true };
  if (error instanceof MongoError)
    return { reason: `store-${String(error.code ?? 'unreachable')}`, lasting: false };
  return { reason: error instanceof Error ? error.name : 'unknown', lasting: true };
}

export interface ProjectOptions {
  now: () => Date;
  random: () => number;
  /** Called as soon as the documents are there: pages need not wait for the row's end. */
  written?: (refolded: Refolded) => void;
}

/** @param token names this claim alone */
export async function projectConversation(
  tenant: Tenant,
  conversation: string,
  token: string,
  { now, random, written }: ProjectOptions,
): Promise<Projected> {
  const row = await claim(tenant, conversation, token, now());
  if (!row) return { result: 'none' };
  try {
    const refolded = await refold(tenant, conversation, now());
    if (refolded) written?.(refolded);
  } catch (error) {
    const failure = failureOf(error);
    const state = await fail(tenant, row, failure, now(), random());
    return { result: state === 'poisoned' ? 'poisoned' : 'failed', reason: failure.reason };
  }
  const at = now();
  const finished = await finish(tenant, row, at);
  // This worker was slow and wrote beside another: one more refold settles it.
  if (finished === 'lost') await markDirty(tenant, [conversation], at);
  return { result: finished === 'done' ? 'done' : 'again', lagMs: at.getTime() - row.since.getTime() };
}
