/** Outcomes of conversations in memory. */
import type { EncounterDocument } from '../../crm-sync/store/documents';
import type { OutcomeShelf } from '../../crm-sync/tasks/outcome-shelf';

export function fakeOutcomes(encounters: () => readonly EncounterDocument[]): OutcomeShelf {
  return {
    missing: async (since) =>
      encounters()
        .flatMap(({ outcomeMissingSince, ...one }) =>
          outcomeMissingSince ? { ...one, outcomeMissingSince } : [],
        )
        .filter(({ outcomeMissingSince }) => outcomeMissingSince >= since)
        .sort((a, b) => b.outcomeMissingSince.getTime() - a.outcomeMissingSince.getTime()),
    async register(conversation, outcome, by, at) {
      const found = encounters().find(
        ({ _id, outcomeMissingSince }) => _id === conversation && outcomeMissingSince,
      );
      if (!found) return false;
      delete found.outcomeMissingSince;
      found.serviceOutcome = { outcome, by, at };
      return true;
    },
  };
}
