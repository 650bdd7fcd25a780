/** One event of every type, its every personal member a canary. A new type without one does not compile. */
import { randomUUID } from 'crypto';
import {
  followUpStreamTypes,
  ownConversationTypes,
  patientStreamTypes,
  serviceStreamTypes,
  type EventData,
  type EventEnvelope,
  type EventType,
} from '../../contract/event';
import type { Canaries } from './canaries';

type Data = { [T in EventType]: EventData<T> };

const staff = 'ABCDEFGHJKMNPQRS';
const agent = { id: 'agent-1', username: 'ana', name: 'Ana Souza', kind: 'human' } as const;
const department = { id: 'dep-1', name: 'Urgência' };

function personalData(c: Canaries, patientId: string, other: string, fileId: string): Data {
  const decided = { pack: 'fr-covid-2020', packVersion: '1', knowledge: 'k' };
  return {
    'acolhe.conversation.started.v1': {
      ...{ channel: 'widget', language: 'pt-BR' },
      visitor: { id: 'visitor-1', name: c.name },
    },
    'acolhe.conversation.queued.v1': { department },
    'acolhe.conversation.assigned.v1': { agent, department },
    'acolhe.conversation.transferred.v1': { from: { department }, to: { agent } },
    'acolhe.conversation.closed.v1': { by: 'agent', comment: c.text('closing comment') },
    'acolhe.conversation.tagged.v1': { tags: [c.text('tag')] },
    'acolhe.conversation.described.v1': {
      ...{ priority: { id: 'p1', name: 'High' }, fields: { [c.text('label')]: c.text('field') } },
    },
    'acolhe.message.recorded.v1': {
      ...{ messageId: 'm1', from: 'patient', via: 'text', authorName: c.name },
      text: `Meu CPF é ${c.cpf}, nasci em ${c.birthDate}, ${c.text('message')}`,
    },
    'acolhe.message.edited.v1': {
      ...{ messageId: 'm2', text: c.text('edited message'), editedBy: c.text('editor') },
    },
    'acolhe.message.deleted.v1': { messageId: 'm3' },
    'acolhe.file.received.v1': {
      ...{ messageId: 'm1', fileId, mimeType: 'image/png', sizeBytes: 5 },
      name: `exame ${c.text('file name')}.png`,
    },
    'acolhe.patient.identified.v1': { patientId, mintedBy: 'app' },
    'acolhe.visitor.saved.v1': {
      visitor: {
        ...{ id: 'visitor-1', name: c.name, emails: [c.email], phones: [c.phone] },
        ...{ cpf: c.cpf, cns: c.cns, birthDate: c.birthDate, verified: ['phone', 'email'] },
      },
    },
    'acolhe.consent.given.v1': { text: 'https://example.org/consent', via: 'button' },
    'acolhe.consent.refused.v1': { via: 'text' },
    'acolhe.consent.withdrawn.v1': {},
    'acolhe.triage.started.v1': decided,
    'acolhe.triage.answered.v1': { question: 'q1', value: c.text('answer'), via: 'text' },
    'acolhe.triage.decided.v1': {
      ...decided,
      ...{ outcome: 'o', disposition: 'mild', row: 'r' },
      answers: { free: c.text('decided answer'), fever: true },
      ...{ because: [`free=${c.text('reason of a decision')}`], redFlags: ['fever'], missing: ['age'] },
      ...{ urgencyMinutes: 0, specialty: 'cardiology', department: 'urgent', language: 'pt-BR' },
    },
    'acolhe.rescreen.decided.v1': {
      ...{ staff, blind: true, pack: 'human-rescreen', packVersion: '1', outcome: 'o', row: 'r' },
      ...{ disposition: 'mild', bot: { disposition: 'moderate', decision: 'e1', urgencyMinutes: 60 } },
      answers: { free: c.text('rescreened answer'), fever: true },
      because: [`free=${c.text('reason of a rescreen')}`],
      comment: c.text('comment of a rescreen'),
    },
    'acolhe.red-flag.raised.v1': { concept: 'breathless', call: '192', source: 'text' },
    'acolhe.emergency.detail.v1': { detail: 'address', text: c.text('address told in an emergency') },
    'acolhe.handoff.requested.v1': { reason: 'asked', department: 'Urgência', result: 'waiting' },
    'acolhe.urgency.changed.v1': { urgency: 'orange', reason: 'triage' },
    'acolhe.sla.warned.v1': {
      ...{ urgency: 'orange', department: 'Urgência', targetMinutes: 10, waitedMinutes: 8 },
    },
    'acolhe.sla.breached.v1': { urgency: 'orange', targetMinutes: 10, waitedMinutes: 10, times: 1 },
    'acolhe.routing.tried.v1': {
      ...{ rung: 'department', department: 'Urgência', rule: 'r1', result: 'taken' },
    },
    'acolhe.conversation.left.v1': { urgency: 'green', waitedMs: 1_000 },
    'acolhe.outcome.registered.v1': {
      ...{ outcome: 'resolved', by: 'ana', note: c.text('note of an outcome') },
    },
    'acolhe.outcome.asked.v1': { of: 'ana' },
    'acolhe.conversation.noted.v1': { noteId: 'n1', by: 'ana', text: c.text('note of an agent') },
    'acolhe.survey.answered.v1': { score: 5, comment: c.text('comment of a survey') },
    'acolhe.task.opened.v1': {
      ...{ taskId: 't1', kind: 'call-back', dueAt: new Date().toISOString(), owner: 'ana' },
      text: c.text('words of a task'),
    },
    'acolhe.task.taken.v1': { taskId: 't1', by: 'ana' },
    'acolhe.task.done.v1': { taskId: 't1', by: 'ana', result: 'done', note: c.text('note of a done task') },
    'acolhe.supervision.acted.v1': {
      ...{ staff, action: 'message', result: 'done', reason: c.text('reason of a supervisor') },
    },
    'acolhe.patient.registered.v1': {
      ...{ patientId: other, mintedBy: 'crm', dependentOf: patientId },
      name: `João ${c.text('name of a dependent registered')}`,
    },
    'acolhe.patient.linked.v1': { into: patientId, by: 'staff', staff, reason: c.text('reason to link') },
    'acolhe.patient.unlinked.v1': { from: patientId, staff, reason: c.text('reason to unlink') },
    'acolhe.patient.corrected.v1': {
      staff,
      fields: {
        ...{ name: c.name, cpf: c.cpf, cns: c.cns, birthDate: c.birthDate },
        ...{ phones: [c.phone], emails: [c.email] },
      },
    },
    'acolhe.note.written.v1': { noteId: 'n1', staff, text: c.text('note') },
    'acolhe.patient.erased.v1': { staff },
    'acolhe.investigation.opened.v1': {
      ...{ disease: 'dengue', fromDay: '2026-01-01', toDay: '2026-01-31', staff },
      ...{ endsAt: new Date(Date.now() + 3_600_000).toISOString(), reason: c.text('reason to investigate') },
    },
    'acolhe.investigation.closed.v1': { staff },
    'acolhe.report.published.v1': {
      ...{ staff, title: c.text('report title'), timeZone: 'America/Fortaleza' },
      ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
      figures: {
        ...{ total: 10, byDisposition: { emergency: 1, moderate: 2, mild: 3, none: 4 }, finished: 9 },
        ...{ contained: 1, responses: 5, medianResponseMs: 1, hiddenBelow: 5 },
      },
    },
    'acolhe.report.withdrawn.v1': { staff },
    // First, so that there is a monitoring to look at.
    'acolhe.follow-up.ended.v1': { reason: 'another-person' },
    'acolhe.follow-up.planned.v1': {
      ...{ conversation: 'room', decision: 'd1', pack: 'respiratory', packVersion: '1', plan: 'covid-24h' },
      ...{ everyHours: 24, untilDay: 14, tries: 2, disease: 'respiratory' },
      onset: new Date(Date.now() - 86_400_000).toISOString(),
    },
    'acolhe.follow-up.asked.v1': {
      ...{ conversation: 'room', ask: 1, answerBy: new Date(Date.now() + 3_600_000).toISOString() },
    },
    'acolhe.follow-up.unanswered.v1': { ask: 1, reason: 'closed' },
    'acolhe.follow-up.answered.v1': {
      ...{ conversation: 'room', decision: 'd2', outcome: 'see_today', disposition: 'moderate' },
    },
    'acolhe.follow-up.task-done.v1': { staff, outcome: 'worse', note: c.text('note of a task') },
    ...appointments(other),
  };
}

function appointments(patientId: string) {
  const one = { appointmentId: 'a1', by: 'patient' };
  const slot = {
    ...{ ...one, patientId, calendar: 'c1', kind: 'video' as const, capacity: 1 },
    ...{ start: '2026-03-02T12:00:00.000Z', end: '2026-03-02T12:20:00.000Z' },
  } as const;
  return {
    'acolhe.appointment.held.v1': { ...slot, until: '2026-03-01T12:05:00.000Z' },
    'acolhe.appointment.released.v1': one,
    'acolhe.appointment.requested.v1': { ...slot, specialty: 'pneumologia' },
    'acolhe.appointment.confirmed.v1': one,
    'acolhe.appointment.reminded.v1': { ...one, rule: 'day-before' },
    'acolhe.appointment.checked-in.v1': one,
    'acolhe.appointment.attended.v1': one,
    'acolhe.appointment.missed.v1': one,
    'acolhe.appointment.cancelled.v1': { ...one, why: 'asked' },
    'acolhe.appointment.moved.v1': {
      ...one,
      to: { agenda: 'agenda/doctor1/2026-03-03', appointmentId: 'a2' },
    },
    'acolhe.professional.saved.v1': {
      staff: 's1',
      professional: {
        ...{ name: 'Doctor One', specialties: ['pneumologia'], languages: ['pt-BR'] },
        ...{ timeZone: 'America/Fortaleza', calendars: [], absences: [] },
      },
    },
  } as const;
}

export interface PersonalEvents {
  /** As a workspace's app tells them, of one conversation. */
  conversation: EventEnvelope[];
  /** As the CRM tells them itself, in streams of a patient, their follow-up, an investigation and a report. */
  own: EventEnvelope[];
}

/** All types but the erasure. */
export function personalEvents(
  c: Canaries,
  where: {
    tenant: string;
    workspace: string;
    conversation: string;
    patientId: string;
    other: string;
    fileId?: string;
  },
): PersonalEvents {
  const { tenant, workspace, conversation, patientId, other, fileId = 'f1' } = where;
  const startMs = Date.now() - 600_000;
  const made = Object.entries(personalData(c, patientId, other, fileId)).map(([type, data], index) => {
    const isPatient = (patientStreamTypes as readonly string[]).includes(type);
    const isService = (serviceStreamTypes as readonly string[]).includes(type);
    const isAgenda = type.startsWith('acolhe.appointment.');
    const isProfessional = type.startsWith('acolhe.professional.');
    const isFollowUp = (followUpStreamTypes as readonly string[]).includes(type);
    const subject = isPatient
      ? `patient/${other}`
      : isFollowUp
        ? `follow-up/${other}/respiratory`
        : isService
          ? `${type.split('.')[1]}/${conversation}`
          : isAgenda
            ? 'agenda/doctor1/2026-03-02'
            : isProfessional
              ? 'professional/doctor1'
              : conversation;
    const isOwn =
      isPatient ||
      isService ||
      isFollowUp ||
      isAgenda ||
      isProfessional ||
      (ownConversationTypes as readonly string[]).includes(type);
    const source = `/tenants/${tenant}/${isOwn ? 'crm' : `workspaces/${workspace}`}`;
    const time = new Date(startMs + index * 1_000).toISOString();
    return { specversion: '1.0' as const, id: randomUUID(), source, type, subject, time, data };
  });
  // Those that are edited and deleted, so that the first one stays.
  const more = ['m2', 'm3'].map((messageId) => ({
    ...made.find(({ type }) => type === 'acolhe.message.recorded.v1')!,
    id: randomUUID(),
    time: new Date(startMs + 6_500).toISOString(),
    data: { messageId, from: 'patient', via: 'text', text: c.text(`message ${messageId}`) },
  }));
  // An erasure would take away what the others are looked for in; it has tests of its own.
  const kept = [...made, ...more].filter(({ type }) => type !== 'acolhe.patient.erased.v1');
  const fromApp = (event: EventEnvelope): boolean => !event.source.endsWith('/crm');
  return { conversation: kept.filter(fromApp), own: kept.filter((event) => !fromApp(event)) };
}
