/** Patients in memory, for the pages. What finds and changes people is tested on a real database. */
import type { GoldenRecord, GoldenValue } from '../../crm-sync/identity/golden-record';
import type { PatientChanges } from '../../crm-sync/patients/patient-changes';
import type {
  OpenedDecision,
  OpenedMessage,
  PatientProfile,
  PatientReads,
} from '../../crm-sync/patients/patient-reads';
import type { PatientRecord } from '../../crm-sync/patients/patient-record';
import type { EncounterDocument } from '../../crm-sync/store/documents';

export interface FakePatient {
  profile: PatientProfile;
  encounters: EncounterDocument[];
  messages: OpenedMessage[];
  decisions: OpenedDecision[];
  /** What differs from a person with one ID and no history. */
  record?: Partial<PatientRecord>;
}

function goldenOf({ patientId, name, phones, emails, createdAt }: PatientProfile): GoldenRecord {
  const origin = { patientId, at: createdAt.toISOString(), event: 'e', channel: 'widget', workspace: 'w1' };
  const value = (text: string): GoldenValue => ({ value: text, valid: true, verified: false, origin });
  return {
    ...(name !== undefined && { name: { ...value(name), others: [] } }),
    phones: phones.map(value),
    emails: emails.map(value),
  };
}

function recordOf({ profile, record }: FakePatient): PatientRecord {
  const { patientId, createdAt } = profile;
  return {
    ...{ patientId, createdAt, ids: [{ patientId, createdAt }], golden: goldenOf(profile), staff: {} },
    ...{ links: [], history: [], conflicts: [], contradicting: [], dependents: [], notes: [] },
    ...record,
  };
}

export function fakePatientReads(patients: ReadonlyMap<string, FakePatient>): PatientReads {
  const all = () => [...patients.values()];
  return {
    profile: async (patientId) => patients.get(patientId)?.profile,
    record: async (patientId) => {
      const patient = patients.get(patientId);
      return patient && recordOf(patient);
    },
    search: async (terms) => {
      const hits = all().flatMap((patient) => {
        const { patientId } = patient.profile;
        const term = terms.find((one) => one.kind === 'id' && one.value === patientId);
        return term
          ? [{ patientIds: [patientId], kind: term.kind, exact: true, golden: goldenOf(patient.profile) }]
          : [];
      });
      return { found: hits, total: hits.length, cut: false };
    },
    latest: async () =>
      all().flatMap(({ profile, encounters }) =>
        encounters[0] ? [{ patientId: profile.patientId, name: profile.name, encounter: encounters[0] }] : [],
      ),
    encounters: async (patientIds, limit, before) =>
      patientIds
        .flatMap((id) => patients.get(id)?.encounters ?? [])
        .filter((one) => !before || one.startedAt < before)
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, limit),
    messages: async (ids) =>
      all().flatMap((patient) => patient.messages.filter((one) => ids.includes(one.conversation))),
    decisions: async (ids) =>
      all().flatMap((patient) => patient.decisions.filter((one) => ids.includes(one.conversation))),
  };
}

/** Says yes to everything and does nothing. */
export function fakePatientChanges(): PatientChanges {
  const yes = () => Promise.resolve({ ok: true } as const);
  return {
    ...{ link: yes, separate: yes, correct: yes, note: yes },
    erase: (patient) => Promise.resolve({ ok: true, patients: [patient], conversations: 0 }),
  };
}
