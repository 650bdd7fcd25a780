/** Investigations and published reports in memory, from the same events as the real ones. */
import { knownEvent, type AcolheEvent, type EventEnvelope } from '../../contract/event';
import {
  closedEvent,
  foldInvestigation,
  openedEvent,
  type Investigation,
} from '../../crm-sync/investigations/investigation';
import type { InvestigationStore, NamedCase } from '../../crm-sync/investigations/investigation-store';
import { foldReport, publishedEvent, withdrawnEvent } from '../../crm-sync/reports/report';
import type { ReportStore } from '../../crm-sync/reports/report-store';

export function fakePapers(cases: (investigation: Investigation) => NamedCase[] = () => []): {
  investigations: InvestigationStore;
  reports: ReportStore;
} {
  const streams = new Map<string, AcolheEvent[]>();
  let made = 0;
  const newId = () => `paper${String((made += 1)).padStart(8, '0')}`;
  const tell = (envelope: EventEnvelope) => {
    const event = knownEvent(envelope);
    if (event) streams.set(event.subject, [...(streams.get(event.subject) ?? []), event]);
  };
  const idsOf = (kind: string) =>
    [...streams.keys()].flatMap((subject) => (subject.startsWith(kind) ? subject.slice(kind.length) : []));
  const investigation = (id: string) => foldInvestigation(id, streams.get(`investigation/${id}`) ?? []);
  const report = (id: string) => foldReport(id, streams.get(`report/${id}`) ?? []);
  const named = (id: string, staff: string) => ({ tenant: 'demo', id, eventId: newId(), staff });
  return {
    investigations: {
      open: async (asked, staff, now) => {
        const id = newId();
        tell(openedEvent(named(id, staff), asked, now));
        return investigation(id)!;
      },
      close: async (id, staff, now) => tell(closedEvent(named(id, staff), now)),
      find: async (id) => investigation(id),
      listOf: async (staff) =>
        idsOf('investigation/')
          .flatMap((id) => investigation(id) ?? [])
          .filter((one) => one.staff === staff),
      cases: async (one) => cases(one),
    },
    reports: {
      publish: async (input, staff, now) => {
        const id = newId();
        tell(publishedEvent(named(id, staff), input, now));
        return id;
      },
      withdraw: async (id, staff, now) => tell(withdrawnEvent(named(id, staff), now)),
      find: async (id) => report(id),
      list: async () => idsOf('report/').flatMap((id) => report(id) ?? []),
    },
  };
}
