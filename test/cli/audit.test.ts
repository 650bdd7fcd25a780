import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { parseCheckpoints } from '../../cli/auditing/checkpoint-files';
import { findingLines } from '../../cli/auditing/tell-findings';
import { auditFinding } from '../../cli/doctoring/audit-check';

describe('a file of checkpoints', () => {
  it('may be the service’s log: what a line holds is the checkpoint', () => {
    const text = '{"level":30,"checkpoint":{"n":1},"msg":"audit checkpoint"}\n{"n":2}\nnonsense\n';
    expect(parseCheckpoints('f', text).lines).toEqual([{ n: 1 }, { n: 2 }, undefined]);
  });
});

describe('findings in words', () => {
  const findings = {
    sound: false,
    chains: {
      entries: 9,
      writers: 2,
      uncovered: 1,
      faults: [
        { fault: 'rewritten', writer: 'w', seq: 3, until: 5, at: new Date('2026-05-04T12:00:00.000Z') },
        { fault: 'inserted', writer: 'strange', seq: -1 },
      ] as const,
    },
    checkpoints: {
      checkpoints: 2,
      heads: [],
      faults: [{ fault: 'edited', checkpoint: 2, source: 'f', line: 2 }] as const,
    },
  };
  it('name the first bad entry, and what cannot be known', () => {
    const text = findingLines('t1', findings as never, false).join('\n');
    expect(text).toContain('t1: TAMPERED WITH');
    expect(text).toContain('rewritten: writer w, one of the entries 3 to 5');
    expect(text).toContain('2026-05-04T12:00:00.000Z');
    expect(text).toContain('inserted: strange was put there');
    expect(text).toContain('edited: checkpoint 2 in f line 2');
    expect(text).toContain('1 entries are newer');
    expect(text).toContain('--checkpoints');
  });
});

describe('doctor', () => {
  it('says where checkpoints are kept', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'acolhe-doctor-'));
    try {
      expect((await auditFinding(undefined)).status).toBe('warn');
      expect((await auditFinding(path.join(folder, 'none'))).status).toBe('warn');
      expect((await auditFinding(folder)).status).toBe('ok');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
