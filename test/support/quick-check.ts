import type { PackCheck } from '../../crm-sync/knowledge/pack-check';
import { caseFindings } from '../../src/triage/analyse-cases';
import type { Pack } from '../../src/triage/pack';

/** Embedded cases only, where a test is about something else: the search of a long table takes seconds. */
export const quickCheck: PackCheck = async ({ pack, cases }) =>
  caseFindings(pack as Pack, cases)
    .findings.filter(({ severity }) => severity === 'problem')
    .map(({ severity: _severity, ...problem }) => problem);
