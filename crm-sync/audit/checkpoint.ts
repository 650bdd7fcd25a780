/**
 * A checkpoint: where the chains stood at an instant, signed, and naming the checkpoint before it. Kept away from the
 * database, it proves later that nothing up to there was changed, not even by somebody who has every key of the database. Pure.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'crypto';
import * as z from 'zod';
import { canonicalJson } from '../../contract/canonical-json';
import type { Head } from './verify-chains';

const head = z.strictObject({
  writer: z.string().min(1).max(40),
  seq: z.int().nonnegative(),
  mac: z.string().min(1).max(60),
});

export const checkpointSchema = z.strictObject({
  v: z.literal(1),
  tenant: z.string().min(1).max(40),
  /** 1, 2, 3 …: a gap is a checkpoint that was taken away. */
  n: z.int().positive(),
  at: z.iso.datetime(),
  /** The last entry of every chain that grew since the checkpoint before. */
  heads: z.array(head),
  /** Entries in all chains together. */
  entries: z.int().nonnegative(),
  /** Hash of the checkpoint before; empty for the first. */
  prev: z.string().max(60),
  /** Ed25519, base64url. */
  signature: z.string().max(100),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;
export type UnsignedCheckpoint = Omit<Checkpoint, 'signature'>;

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private or public key. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export interface CheckpointKey {
  privateKey: KeyObject;
  /** 32 bytes as base64: what `audit key` prints. */
  publicKey: string;
}

/** @param seed 32 bytes */
export function checkpointKeyOf(seed: Buffer): CheckpointKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.subarray(publicPrefix.length).toString('base64') };
}

/** @returns undefined when the text is no Ed25519 public key */
export function publicKeyOf(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32) return undefined;
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' });
}

function signedText(checkpoint: UnsignedCheckpoint): Buffer {
  const { v, tenant, n, at, heads, entries, prev } = checkpoint;
  return Buffer.from(
    `acolhe audit checkpoint\n${canonicalJson({ v, tenant, n, at, heads, entries, prev })}`,
    'utf8',
  );
}

export function signCheckpoint(key: CheckpointKey, checkpoint: UnsignedCheckpoint): Checkpoint {
  const signature = sign(null, signedText(checkpoint), key.privateKey).toString('base64url');
  return { ...checkpoint, signature };
}

export function isSigned(publicKey: KeyObject, checkpoint: Checkpoint): boolean {
  return verify(null, signedText(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64url'));
}

export function checkpointHash(checkpoint: Checkpoint): string {
  return createHash('sha256').update(canonicalJson(checkpoint)).digest('base64url');
}

/** The checkpoint after `last`, of the chains that grew. */
export function nextCheckpoint(
  tenant: string,
  last: Checkpoint | undefined,
  { heads, grown, at }: { heads: readonly Head[]; /** Entries since `last`. */ grown: number; at: Date },
): UnsignedCheckpoint {
  return {
    v: 1,
    tenant,
    n: (last?.n ?? 0) + 1,
    at: at.toISOString(),
    heads: heads.map(({ writer, seq, mac }) => ({ writer, seq, mac })),
    entries: (last?.entries ?? 0) + grown,
    prev: last ? checkpointHash(last) : '',
  };
}
