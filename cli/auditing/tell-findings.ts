/** The findings of a verification in words. Pure. */
import type { ChainFault } from '../../crm-sync/audit/verify-chains';
import type { AuditFindings } from '../../crm-sync/audit/verify-audit';
import type { CheckpointFault } from '../../crm-sync/audit/verify-checkpoints';

const meanings = {
  edited: 'was changed after it was written',
  missing: 'is gone',
  inserted: 'was put there by somebody without the key',
  'out-of-order': 'stands in another place than it was written to',
  truncated: 'and what followed it is gone',
  rewritten: 'was written anew by somebody with the key; the signed checkpoint says otherwise',
} as const;

function chainLine({ fault, writer, seq, until, at }: ChainFault): string {
  const where =
    until === undefined || until === seq ? `entry ${seq}` : `one of the entries ${seq} to ${until}`;
  const place = seq < 0 ? `${writer}` : `writer ${writer}, ${where}`;
  const last = at ? ` (the last sound entry before it is of ${at.toISOString()})` : '';
  return `${fault}: ${place} ${meanings[fault]}${last}`;
}

function checkpointLine({ fault, checkpoint, source, line }: CheckpointFault): string {
  const where = line === undefined ? source : `${source} line ${line}`;
  return `${fault}: checkpoint ${checkpoint} in ${where} ${meanings[fault]}`;
}

/** @param elsewhere whether checkpoints kept outside the database were looked at */
export function findingLines(tenant: string, findings: AuditFindings, elsewhere: boolean): string[] {
  const { chains, checkpoints, sound } = findings;
  const { last } = checkpoints;
  const covered = last ? `the last of ${last.at}` : 'none yet';
  return [
    `${tenant}: ${sound ? 'sound' : 'TAMPERED WITH'}`,
    `  ${chains.entries} entries of ${chains.writers} writers, ${checkpoints.checkpoints} checkpoints (${covered})`,
    ...(chains.faults.length > 0 ? ['  the first bad entry of each chain:'] : []),
    ...chains.faults.map((fault) => `  ${chainLine(fault)}`),
    ...checkpoints.faults.map((fault) => `  ${checkpointLine(fault)}`),
    ...(chains.uncovered > 0
      ? [
          `  ${chains.uncovered} entries are newer than the last checkpoint: the last ones of a chain among them could have been cut off unseen`,
        ]
      : []),
    ...(elsewhere
      ? []
      : [
          '  checkpoints of the database only: who can change the log can change these too. Give copies kept elsewhere with --checkpoints',
        ]),
  ];
}
