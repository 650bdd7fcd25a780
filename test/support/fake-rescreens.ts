/** Second screenings in memory, from the same events as the real ones. */
import { knownEvent, type AcolheEvent } from '../../contract/event';
import { agreementOf } from '../../crm-sync/rescreen/agreement';
import { rescreenEvent, rescreensOf } from '../../crm-sync/rescreen/rescreen';
import type { RescreenStore } from '../../crm-sync/rescreen/rescreen-store';
import type { FakePatient } from './fake-patients';

export function fakeRescreens(tenant: string, patients: ReadonlyMap<string, FakePatient>): RescreenStore {
  const events: AcolheEvent[] = [];
  const all = () => [...patients.values()];
  return {
    find: async (conversation) => {
      const patient = all().find(({ encounters }) => encounters.some(({ _id }) => _id === conversation));
      const encounter = patient?.encounters.find(({ _id }) => _id === conversation);
      if (!patient || !encounter) return undefined;
      const decisions = patient.decisions.filter((one) => one.conversation === conversation);
      const rescreens = rescreensOf(events.filter(({ subject }) => subject === conversation));
      return { encounter, decisions, rescreens, names: {} };
    },
    decide: async (asked, now) => {
      const event = knownEvent(rescreenEvent({ ...asked, tenant }, now));
      if (event && !events.some(({ id }) => id === event.id)) events.push(event);
    },
    agreement: async (period) =>
      agreementOf(
        all().flatMap(({ encounters }) => encounters),
        period,
      ),
  };
}
