/** Conversations of this day that are over, generated, as the events the app would have sent: with every ending, and tasks. */
import { mintPatientId } from '../../contract/patient-id';
import type { AcolheEvent, EventData } from '../../contract/event';
import type { ServiceOutcome, TaskKind, Urgency } from '../../contract/service-events';
import type { Place } from './waiting-people';
import { send } from './waiting-people';

interface Ended {
  /** Hours ago. */
  ago: number;
  urgency: Urgency;
  urgent?: boolean;
  agent: 'ana' | 'bruno';
  /** Absent: closed without one. */
  outcome?: ServiceOutcome;
  left?: true;
  score?: number;
  /** The department was asked before, in vain. */
  before?: 'full' | 'away' | 'closed';
  task?: { kind: TaskKind; inMinutes: number; text: string };
}

const people: readonly Ended[] = [
  { ago: 1, urgency: 'yellow', agent: 'ana' },
  { ago: 2, urgency: 'orange', urgent: true, agent: 'bruno', before: 'full' },
  { ago: 3, urgency: 'green', agent: 'ana', outcome: 'resolved', score: 5 },
  { ago: 4, urgency: 'yellow', agent: 'ana', outcome: 'referred', score: 4 },
  { ago: 5, urgency: 'yellow', agent: 'bruno', outcome: 'consultation-confirmed', before: 'away' },
  { ago: 5, urgency: 'red', urgent: true, agent: 'bruno', outcome: 'referred', score: 5 },
  { ago: 6, urgency: 'blue', agent: 'ana', outcome: 'prescription-renewed', score: 3 },
  {
    ...{ ago: 1.5, urgency: 'orange', urgent: true, agent: 'bruno', left: true },
    task: {
      kind: 'left',
      inMinutes: -12,
      text: 'Saiu antes de alguém responder. Ligar e perguntar como está.',
    },
  },
  {
    ...{ ago: 0.5, urgency: 'yellow', agent: 'ana', left: true },
    task: { kind: 'call-back', inMinutes: 35, text: 'Pediu para ligarem no número do cadastro.' },
  },
];

function eventsOf(
  one: Ended,
  index: number,
  place: Place & { source: string },
  nowMs: number,
): AcolheEvent[] {
  const { urgency, urgent, agent, outcome, left, score, before, task } = one;
  const subject = `ended-${index}`;
  const department = urgent ? place.urgent : place.general;
  const startMs = nowMs - one.ago * 3_600_000;
  const events: AcolheEvent[] = [];
  const add = <T extends AcolheEvent['type']>(afterS: number, type: T, data: EventData<T>): void => {
    const time = new Date(startMs + afterS * 1_000).toISOString();
    const id = `${subject}-${String(events.length).padStart(2, '0')}`;
    events.push({ specversion: '1.0', id, source: place.source, subject, time, type, data } as AcolheEvent);
  };
  const person = {
    id: `generated-${agent}`,
    username: agent,
    name: agent === 'ana' ? 'Ana Souza' : 'Bruno Lima',
  };
  const visitor = { id: `visitor-${subject}`, name: 'Pessoa gerada' };
  add(0, 'acolhe.conversation.started.v1', { channel: 'widget', language: 'pt-BR', visitor });
  const patientId = mintPatientId(() => Buffer.from([8, 4, 7, 2, index]));
  add(1, 'acolhe.patient.identified.v1', { patientId, mintedBy: 'app' });
  add(90, 'acolhe.urgency.changed.v1', { urgency, reason: 'triage' });
  const rung = { rung: 'department', department: department.name } as const;
  if (before) add(91, 'acolhe.routing.tried.v1', { ...rung, result: before });
  add(92, 'acolhe.routing.tried.v1', { ...rung, rung: before ? 'queue' : 'department', result: 'taken' });
  add(93, 'acolhe.conversation.queued.v1', { department });
  if (left) {
    add(600, 'acolhe.conversation.closed.v1', { by: 'patient' });
    add(601, 'acolhe.conversation.left.v1', { urgency, waitedMs: 507_000 });
  } else {
    add(200, 'acolhe.conversation.assigned.v1', { agent: { ...person, kind: 'human' }, department });
    const messageId = `${subject}-hello`;
    const text = 'Olá, como posso ajudar?';
    add(210, 'acolhe.message.recorded.v1', {
      messageId,
      from: 'agent',
      via: 'text',
      text,
      authorName: person.name,
    });
    if (outcome) add(900, 'acolhe.outcome.registered.v1', { outcome, by: agent });
    add(905, 'acolhe.conversation.closed.v1', { by: 'agent' });
  }
  if (score !== undefined) add(1_200, 'acolhe.survey.answered.v1', { score });
  if (task) {
    const dueAt = new Date(nowMs + task.inMinutes * 60_000).toISOString();
    const { kind, text } = task;
    add(602, 'acolhe.task.opened.v1', {
      ...{ taskId: `${subject}-task`, kind, dueAt, urgency, department: department.name, text },
    });
  }
  return events;
}

export async function sendEndedPeople(crmUrl: string, place: Place, nowMs: number): Promise<void> {
  const source = `/tenants/${place.tenant}/workspaces/${place.workspace}`;
  await send(
    crmUrl,
    place,
    people.flatMap((one, index) => eventsOf(one, index, { ...place, source }, nowMs)),
  );
}
