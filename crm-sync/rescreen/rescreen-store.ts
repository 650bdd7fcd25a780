/** Second screenings of one tenant: read from the conversation's own events, written into them. */
import { knownEvent } from '../../contract/event';
import { isForbidden, sendUrgency, type UrgencyAnswer } from '../commands/send-urgency';
import { urgencyOfRow } from '../dispatch/waiting-row';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import { packsOf, type PackInForce } from '../knowledge/kept-packs';
import { patientReads, type OpenedDecision } from '../patients/patient-reads';
import type { EncounterDocument } from '../store/documents';
import { openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { agreementOf, type Agreement } from './agreement';
import { rescreenEvent, rescreensOf, urgencyOfRescreen, type Rescreen, type RescreenData } from './rescreen';
import type { Said } from './told';

/** A conversation as it is screened again. */
export interface Screened {
  encounter: EncounterDocument;
  /** The bot's. */
  decisions: OpenedDecision[];
  /** Newest first. */
  rescreens: Rescreen[];
  /** Every answer the bot understood, the oldest first. */
  said?: Said[];
  /** Names by staff id. */
  names: Record<string, string>;
}

/** The protocol by which people screen again. */
export const rescreenPack = 'human-rescreen';

export interface RescreenStore {
  /** The form: the version in force. */
  form(): Promise<PackInForce>;
  /** @returns undefined when there is no such conversation */
  find(conversation: string): Promise<Screened | undefined>;
  /**
   * On disk when it returns; the same submission again changes nothing. Where it makes the conversation more or less urgent, the
   * app is told. @returns what it said; undefined: nothing was to be told
   */
  decide(
    asked: Omit<Parameters<typeof rescreenEvent>[0], 'tenant'>,
    now: Date,
  ): Promise<UrgencyAnswer | undefined>;
  agreement(period: { from: Date; to: Date }): Promise<Agreement>;
}

const type = 'acolhe.rescreen.decided.v1';
const answered = 'acolhe.triage.answered.v1';

export function rescreenStore(tenant: Tenant): RescreenStore {
  const reads = patientReads(tenant);
  const packs = packsOf(tenant);

  const rescreensIn = async (conversation: string): Promise<Rescreen[]> => {
    const documents = await tenant.events.find({ subject: conversation, type }).toArray();
    const opened = await Promise.all(documents.map((document) => openEvent(tenant, document)));
    return Promise.all(
      rescreensOf(opened.flatMap((event) => knownEvent(event) ?? [])).map(async (one) => {
        const by = await packs.whole(one.pack, one.packVersion, one.knowledge);
        return { ...one, ...(by && { by }) };
      }),
    );
  };
  /** An answer that was erased is blank. */
  const saidIn = async (conversation: string): Promise<Said[]> => {
    const documents = await tenant.events.find({ subject: conversation, type: answered }).toArray();
    const opened = await Promise.all(documents.map((document) => openEvent(tenant, document)));
    return opened
      .flatMap((event) => knownEvent(event) ?? [])
      .flatMap((event): Said[] =>
        event.type === answered && event.data.value !== ''
          ? [{ ...event.data, at: new Date(event.time) }]
          : [],
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  };
  const namesOf = async (ids: readonly string[]): Promise<Record<string, string>> => {
    if (ids.length === 0) return {};
    const rows = await tenant.staff.find({ staffId: { $in: [...new Set(ids)] } }).toArray();
    return Object.fromEntries(rows.map((one) => [one.staffId, one.name]));
  };

  return {
    // the product has one of its own
    form: async () => (await packs.inForce(rescreenPack))!,
    async find(conversation) {
      const encounter = await tenant.encounters.findOne({ _id: conversation });
      if (!encounter) return undefined;
      const [decisions, rescreens, said] = await Promise.all([
        reads.decisions([conversation]),
        rescreensIn(conversation),
        saidIn(conversation),
      ]);
      const names = await namesOf(rescreens.map(({ staff }) => staff));
      return { encounter, decisions, rescreens, said, names };
    },
    async decide(asked, now) {
      const event = rescreenEvent({ ...asked, tenant: tenant.id }, now);
      await storeEvents(tenant, [event], now);
      const { conversation, staff, submission } = asked;
      const row = await tenant.encounters.findOne({ _id: conversation });
      const urgency = urgencyOfRescreen(event.data as RescreenData);
      if (!row || row.state === 'closed' || urgency === urgencyOfRow(row)) return undefined;
      if (isForbidden(row, urgency)) return 'red-flag';
      const order = { urgency, staff, key: submission };
      const answer = (await sendUrgency(tenant, [row], order, now)).get(conversation);
      if (answer !== 'accepted' && answer !== 'later') return answer;
      const changed = crmEvent(tenant.id, {
        ...{
          id: `urgency/${submission}`,
          type: 'acolhe.urgency.changed.v1',
          subject: conversation,
          time: now,
        },
        data: { urgency, reason: 'staff', staff },
      });
      await storeEvents(tenant, [changed], now);
      return answer;
    },
    async agreement(period) {
      // one that was screened again within the period was so last within it or later
      const rows = await tenant.encounters
        .find({ rescreenedAt: { $gte: period.from } })
        .project<Pick<EncounterDocument, 'marks'>>({ _id: 0, marks: 1 })
        .toArray();
      return agreementOf(rows, period);
    },
  };
}
