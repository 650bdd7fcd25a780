/** What the person who serves a conversation in Rocket.Chat is shown of its patient: who, earlier contacts, tasks, notes. */
import {
  cardListSize,
  cardPageSize,
  cardQuestion,
  type CardAnswer,
  type CardQuestion,
  type EarlierConversation,
} from '../../contract/card';
import { knownEvent } from '../../contract/event';
import { readRecord, type PatientRecord } from '../patients/patient-record';
import type { EncounterDocument, EncounterTask } from '../store/documents';
import { keyWithin, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { inTime } from './in-time';
import { parsedQuestion, type SignedHandler } from './signed-routes';

/** Longer than the 2 s of the app would be in vain; reading a record takes more than who-is. */
const cardLimitMs = 1_800;

type Encounter = Pick<
  EncounterDocument,
  | '_id'
  | 'startedAt'
  | 'channel'
  | 'state'
  | 'disposition'
  | 'urgency'
  | 'department'
  | 'agent'
  | 'serviceOutcome'
  | 'tasks'
>;
const shown = {
  ...{ startedAt: 1, channel: 1, state: 1, disposition: 1, urgency: 1 },
  ...{ department: 1, agent: 1, serviceOutcome: 1, tasks: 1 },
} as const;

const nothing: CardAnswer = { conversations: [], earlier: 0, tasks: [], notes: [], rescreens: [] };

export function cardHandler(): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<CardAnswer> => {
    const question = parsedQuestion(cardQuestion, body);
    return inTime(answer(tenant, workspace.id, question), cardLimitMs);
  };
}

async function answer(tenant: Tenant, workspace: string, question: CardQuestion): Promise<CardAnswer> {
  const encounter = await tenant.encounters.findOne({ _id: question.conversation });
  // a workspace is told of its own conversations only
  if (!encounter?.patientId || encounter.workspace !== workspace) return nothing;
  const record = await readRecord(tenant, encounter.patientId);
  if (!record) return nothing;
  await tenant.audit.append({
    actor: 'service',
    action: 'patients.read',
    target: `patient/${record.patientId}`,
    details: { by: 'card', workspace, agent: question.agent.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 100) },
  });
  const ids = record.ids.map(({ patientId }) => patientId);
  const [all, followUps, screeners] = await Promise.all([
    tenant.encounters
      .find({ patientId: { $in: ids } })
      .project<Encounter>(shown)
      .toArray(),
    tenant.followUps.find({ patientId: { $in: ids } }).toArray(),
    namesOf(tenant, encounter),
  ]);
  all.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime() || (a._id < b._id ? -1 : 1));
  const earlier = all.filter(({ _id }) => _id !== encounter._id);
  const skip = question.skip ?? 0;
  const [asked] = followUps
    .filter(({ dueAt, plan, state }) => dueAt && plan && state !== 'ended')
    .sort((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime());
  return {
    patient: patientOf(record),
    conversations: earlier.slice(skip, skip + cardPageSize).map(earlierOf),
    earlier: earlier.length,
    tasks: await openTasks(tenant, all),
    notes: notesOf(record),
    rescreens: encounter.marks.flatMap((mark) =>
      mark.kind === 'rescreen'
        ? [
            {
              at: mark.at.toISOString(),
              by: screeners.get(mark.staff) ?? mark.staff,
              disposition: mark.own ?? mark.disposition,
              ...(mark.bot && { bot: mark.bot }),
            },
          ]
        : [],
    ),
    ...(asked && { followUp: { dueAt: asked.dueAt!.toISOString(), disease: asked.plan!.disease } }),
  };
}

function patientOf(record: PatientRecord): NonNullable<CardAnswer['patient']> {
  const { name, birthDate } = record.golden;
  const guardian = record.guardian && (record.guardian.name ?? record.guardian.patientId);
  return {
    id: record.patientId,
    ...(name && { name: name.value.slice(0, 200) }),
    ...(birthDate?.valid && { birthDate: birthDate.value }),
    otherIds: record.ids.flatMap(({ patientId }) => (patientId === record.patientId ? [] : [patientId])),
    ...(guardian && { guardian: guardian.slice(0, 200) }),
  };
}

function earlierOf(encounter: Encounter): EarlierConversation {
  const { disposition, urgency, department, agent, serviceOutcome } = encounter;
  return {
    id: encounter._id,
    startedAt: encounter.startedAt.toISOString(),
    channel: encounter.channel,
    open: encounter.state !== 'closed',
    ...(disposition && { disposition }),
    ...(urgency && { urgency }),
    ...(department && { department: department.name }),
    ...(agent && { agent: agent.name }),
    ...(serviceOutcome && { outcome: serviceOutcome.outcome }),
  };
}

/** What is to be done for this person, whatever conversation it came of; the most pressing first. */
async function openTasks(tenant: Tenant, all: readonly Encounter[]): Promise<CardAnswer['tasks']> {
  const open = all
    .flatMap(({ _id, tasks = [] }) =>
      tasks.filter(({ done }) => !done).map((task) => ({ ...task, conversation: _id })),
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, cardListSize);
  return Promise.all(
    open.map(async (task) => ({
      ...{ taskId: task.taskId, conversation: task.conversation, kind: task.kind },
      dueAt: task.dueAt.toISOString(),
      ...(task.owner && { owner: task.owner }),
      ...(await wordsOf(tenant, task)),
    })),
  );
}

async function wordsOf(
  tenant: Tenant,
  { conversation, event }: EncounterTask & { conversation: string },
): Promise<{ text?: string }> {
  const document = await tenant.events.findOne({ _id: keyWithin(conversation, event) });
  const opened = document && (await openEvent(tenant, document).catch(() => undefined));
  const known = opened && knownEvent(opened);
  return known?.type === 'acolhe.task.opened.v1' && known.data.text ? { text: known.data.text } : {};
}

function notesOf({ notes }: PatientRecord): CardAnswer['notes'] {
  return notes
    .flatMap(({ at, staff, text }) => (text === undefined ? [] : [{ at: at.toISOString(), by: staff, text }]))
    .slice(0, cardListSize);
}

async function namesOf(tenant: Tenant, { marks }: EncounterDocument): Promise<Map<string, string>> {
  const ids = marks.flatMap((mark) => (mark.kind === 'rescreen' ? [mark.staff] : []));
  if (ids.length === 0) return new Map();
  const rows = await tenant.staff.find({ staffId: { $in: ids } }).toArray();
  return new Map(rows.map(({ staffId, name }) => [staffId, name]));
}
