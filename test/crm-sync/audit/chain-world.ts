/** Chains and checkpoints as the service would have written them, in memory. */
import {
  checkpointKeyOf,
  nextCheckpoint,
  signCheckpoint,
  type Checkpoint,
} from '../../../crm-sync/audit/checkpoint';
import { linkEntry, type ChainKey } from '../../../crm-sync/audit/chain';
import { entryId, type AuditDocument } from '../../../crm-sync/audit/entry';
import { verifyChains, type ChainFindings } from '../../../crm-sync/audit/verify-chains';
import { verifyCheckpoints } from '../../../crm-sync/audit/verify-checkpoints';
import { createPublicKey } from 'crypto';

export const key: ChainKey = { tenant: 't1', key: Buffer.alloc(32, 9) };
export const signingKey = checkpointKeyOf(Buffer.alloc(32, 8));
const publicKey = createPublicKey(signingKey.privateKey);

export interface World {
  documents: AuditDocument[];
  checkpoints: Checkpoint[];
}

/** @param script the writer of each entry, or `check` for a checkpoint */
export function worldOf(script: readonly string[]): World {
  const documents: AuditDocument[] = [];
  const checkpoints: Checkpoint[] = [];
  const heads = new Map<string, AuditDocument>();
  let grown = 0;
  const touched = new Set<string>();
  script.forEach((word, index) => {
    const at = new Date(Date.UTC(2026, 4, 4, 12) + index * 1_000);
    if (word === 'check') {
      if (touched.size === 0) return;
      const unsigned = nextCheckpoint('t1', checkpoints.at(-1), {
        heads: [...touched].map((writer) => heads.get(writer)!),
        grown,
        at,
      });
      checkpoints.push(signCheckpoint(signingKey, unsigned));
      touched.clear();
      grown = 0;
      return;
    }
    const before = heads.get(word);
    const link = { writer: word, seq: (before?.seq ?? -1) + 1, prev: before?.mac ?? '' };
    const entry = linkEntry(key, link, at, {
      actor: 'staff/S1',
      action: 'patients.read',
      target: `patient/P${index}`,
      details: { n: index },
    });
    const document = { _id: entryId(word, link.seq), ...entry };
    documents.push(document);
    heads.set(word, document);
    touched.add(word);
    grown += 1;
  });
  return { documents, checkpoints };
}

async function* stream(documents: readonly object[]): AsyncGenerator<Record<string, unknown>> {
  yield* documents as Record<string, unknown>[];
}

/** @param file what stands in the file of checkpoints kept elsewhere */
export async function look({ documents, checkpoints }: World, file: readonly unknown[] = checkpoints) {
  const signed = verifyCheckpoints(
    {
      files: [{ name: 'file', lines: file, ordered: true }],
      database: { name: 'database', lines: checkpoints, ordered: true },
    },
    { tenant: 't1', publicKey },
  );
  const sorted = [...documents].sort((a, b) => (a._id < b._id ? -1 : 1));
  const chains: ChainFindings = await verifyChains(stream(sorted), { key, heads: signed.heads });
  return { chains, checkpoints: signed };
}
