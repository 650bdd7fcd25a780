/** Second screenings in memory, from the same events as the real ones. */
import { knownEvent, type AcolheEvent } from '../../contract/event';
import { keptPacks } from '../../crm-sync/knowledge/kept-packs';
import { agreementOf } from '../../crm-sync/rescreen/agreement';
import { rescreenEvent, rescreensOf } from '../../crm-sync/rescreen/rescreen';
import { rescreenPack, type RescreenStore } from '../../crm-sync/rescreen/rescreen-store';
import { memoryKnowledge } from './memory-knowledge';
import type { FakePatient } from './fake-patients';

export function fakeRescreens(
  tenant: string,
  patients: ReadonlyMap<string, FakePatient>,
  shelf = memoryKnowledge(),
): RescreenStore {
  const events: AcolheEvent[] = [];
  const packs = keptPacks(shelf);
  const all = () => [...patients.values()];
  return {
    form: async () => (await packs.inForce(rescreenPack))!,
    find: async (conversation) => {
      const patient = all().find(({ encounters }) => encounters.some(({ _id }) => _id === conversation));
      const encounter = patient?.encounters.find(({ _id }) => _id === conversation);
      if (!patient || !encounter) return undefined;
      const decisions = patient.decisions.filter((one) => one.conversation === conversation);
      const told = rescreensOf(events.filter(({ subject }) => subject === conversation));
      const rescreens = await Promise.all(
        told.map(async (one) => {
          const by = await packs.whole(one.pack, one.packVersion, one.knowledge);
          return { ...one, ...(by && { by }) };
        }),
      );
      return { encounter, decisions, rescreens, names: {} };
    },
    decide: async (asked, now) => {
      const event = knownEvent(rescreenEvent({ ...asked, tenant }, now));
      if (!event || events.some(({ id }) => id === event.id)) return undefined;
      events.push(event);
      const encounters = all().flatMap((patient) => patient.encounters);
      const encounter = encounters.find(({ _id }) => _id === asked.conversation);
      if (encounter) encounter.screenedBy = [...(encounter.screenedBy ?? []), asked.staff];
      return undefined;
    },
    agreement: async (period) =>
      agreementOf(
        all().flatMap(({ encounters }) => encounters),
        period,
      ),
  };
}
