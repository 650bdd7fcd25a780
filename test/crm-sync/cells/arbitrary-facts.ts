import fc from 'fast-check';
import { serviceOutcomes } from '../../../contract/service-events';
import type { CellFacts } from '../../../crm-sync/cells/metrics';

/** Encounters within the two days from `from`, of few departments, so that many share a cell. */
export function anyFacts(from: Date): fc.Arbitrary<CellFacts> {
  return fc.record(
    {
      startedAt: fc.nat(48 * 3_600_000).map((ms) => new Date(from.getTime() + ms)),
      state: fc.constantFrom('bot', 'queued', 'served', 'closed'),
      disposition: fc.constantFrom('emergency', 'moderate', 'mild'),
      containedByBot: fc.boolean(),
      firstResponseMs: fc.oneof(fc.nat(5), fc.nat(10_000_000)),
      department: fc.constantFrom({ id: 'd1', name: 'Um' }, { id: 'a/b=c', name: 'Dois' }),
      channel: fc.constantFrom('widget', 'whatsapp'),
      leftUnseen: fc.constant(true as const),
      outcomeMissingSince: fc.constant(from),
      routingFailed: fc.array(
        fc.record(
          { department: fc.constantFrom('Um', 'Dois'), why: fc.constantFrom('full', 'away', 'closed') },
          { requiredKeys: ['why'] },
        ),
        { maxLength: 4 },
      ),
      surveyScore: fc.integer({ min: 1, max: 5 }),
      serviceOutcome: fc
        .constantFrom(...serviceOutcomes)
        .map((outcome) => ({ outcome, by: 'ana', at: from })),
      redFlags: fc.uniqueArray(fc.constantFrom('dyspnea', 'chest-pain', 'self-harm')),
    },
    { requiredKeys: ['startedAt', 'state', 'containedByBot', 'channel', 'redFlags'] },
  ) as fc.Arbitrary<CellFacts>;
}
