/**
 * The line between coded facts, which stay readable, and personal facts, which are sealed (ADR 9). Pure.
 * Whatever is not named here is personal: a member nobody thought of, and all data of a type that is not known.
 */
import type { EventType } from './event';

export type Data = Record<string, unknown>;

export interface SplitData {
  coded: Data;
  /** Absent when the event tells nothing personal. */
  personal?: Data;
}

/** Facts derived from sealed answers, because dashboards count them and they survive an erasure. */
export interface DecidedFacts {
  /** Ids of the answers that are true, sorted. */
  findings: string[];
  /** From an age in years (`40-49`), or the choice of a protocol that asks for a range. */
  ageBand?: string;
}

interface Line {
  /** Dotted paths of the coded members; each leads to a plain value. */
  coded: readonly string[];
  /** Members that are lists of names of questions and concepts. */
  codes?: readonly string[];
  derived?: (data: Data) => Data;
  /** What the schema requires of the personal part, for events whose personal part is gone. */
  blank?: Data;
}

const agent = (at: string): string[] => ['id', 'username', 'name', 'kind'].map((member) => `${at}.${member}`);
const department = (at: string): string[] => [`${at}.id`, `${at}.name`];
const decision = ['pack', 'packVersion', 'outcome', 'disposition', 'row'];
/** What the answers were (`because`, `answers`) is sealed; what followed from them is read by figures and auditors. */
const reasons = ['urgencyMinutes', 'specialty', 'department'];
const reasonCodes = ['redFlags', 'missing'];

const wait = ['urgency', 'department', 'targetMinutes', 'waitedMinutes'];
const calendar = ['plan', 'everyHours', 'untilDay', 'tries'];

const appointment = ['appointmentId', 'by'];
const booked = [
  ...appointment,
  ...['patientId', 'calendar', 'kind', 'start', 'end', 'capacity', 'specialty', 'conversation', 'workspace'],
];

const lines: Record<EventType, Line> = {
  'acolhe.conversation.started.v1': { coded: ['channel', 'language', 'visitor.id'] },
  'acolhe.conversation.queued.v1': { coded: department('department') },
  'acolhe.conversation.assigned.v1': { coded: [...agent('agent'), ...department('department')] },
  'acolhe.conversation.transferred.v1': {
    coded: ['from', 'to'].flatMap((end) => [...department(`${end}.department`), ...agent(`${end}.agent`)]),
  },
  'acolhe.conversation.closed.v1': { coded: ['by'] },
  'acolhe.conversation.tagged.v1': { coded: [], blank: { tags: [] } },
  'acolhe.conversation.described.v1': { coded: ['priority.id', 'priority.name'] },
  'acolhe.message.recorded.v1': { coded: ['messageId', 'from', 'via'], blank: { text: '' } },
  'acolhe.message.edited.v1': { coded: ['messageId'], blank: { text: '' } },
  'acolhe.message.deleted.v1': { coded: ['messageId'] },
  'acolhe.file.received.v1': { coded: ['messageId', 'fileId', 'mimeType', 'sizeBytes'] },
  'acolhe.patient.identified.v1': { coded: ['patientId', 'mintedBy', 'dependentOf'] },
  'acolhe.visitor.saved.v1': { coded: ['visitor.id'] },
  'acolhe.consent.given.v1': { coded: ['text', 'via'] },
  'acolhe.consent.refused.v1': { coded: ['text', 'via'] },
  'acolhe.consent.withdrawn.v1': { coded: [] },
  'acolhe.triage.started.v1': { coded: ['pack', 'packVersion', 'knowledge'] },
  'acolhe.triage.answered.v1': { coded: ['question', 'via'], blank: { value: '' } },
  'acolhe.triage.decided.v1': {
    coded: [...decision, 'knowledge', 'language', 'routed', ...reasons],
    codes: reasonCodes,
    derived: (data) => ({ ...decidedFacts(data['answers']) }),
    blank: { answers: {} },
  },
  'acolhe.rescreen.decided.v1': {
    coded: [
      ...['staff', 'blind', 'knowledge', 'own', ...decision, ...reasons],
      ...['bot.disposition', 'bot.decision', 'bot.urgencyMinutes'],
    ],
    codes: reasonCodes,
    blank: { answers: {} },
  },
  'acolhe.red-flag.raised.v1': { coded: ['concept', 'call', 'source'] },
  'acolhe.emergency.detail.v1': { coded: ['detail'], blank: { text: '' } },
  'acolhe.handoff.requested.v1': { coded: ['reason', 'department', 'result'] },
  'acolhe.patient.registered.v1': {
    coded: ['patientId', 'mintedBy', 'visitor.workspace', 'visitor.id', 'dependentOf'],
  },
  'acolhe.patient.linked.v1': { coded: ['into', 'by', 'key', 'staff'] },
  'acolhe.patient.unlinked.v1': { coded: ['from', 'staff'] },
  'acolhe.patient.corrected.v1': { coded: ['staff'], blank: { fields: {} } },
  'acolhe.note.written.v1': { coded: ['noteId', 'staff'], blank: { text: '' } },
  'acolhe.patient.erased.v1': { coded: ['staff'] },
  'acolhe.investigation.opened.v1': {
    coded: ['disease', 'fromDay', 'toDay', 'endsAt', 'staff'],
    blank: { reason: '' },
  },
  'acolhe.investigation.closed.v1': { coded: ['staff'] },
  'acolhe.report.published.v1': {
    coded: ['staff', 'from', 'to', 'timeZone'],
    blank: {
      title: '',
      figures: {
        total: null,
        byDisposition: { emergency: null, moderate: null, mild: null, none: null },
        finished: null,
        contained: null,
        responses: null,
        medianResponseMs: null,
        hiddenBelow: 0,
      },
    },
  },
  'acolhe.report.withdrawn.v1': { coded: ['staff'] },
  'acolhe.urgency.changed.v1': { coded: ['urgency', 'reason', 'staff'] },
  'acolhe.sla.warned.v1': { coded: wait },
  'acolhe.sla.breached.v1': { coded: [...wait, 'times'] },
  'acolhe.routing.tried.v1': { coded: ['rung', 'department', 'rule', 'result', 'tags'] },
  'acolhe.conversation.left.v1': { coded: ['urgency', 'waitedMs'] },
  'acolhe.outcome.registered.v1': { coded: ['outcome', 'by'] },
  'acolhe.outcome.asked.v1': { coded: ['of'] },
  'acolhe.conversation.noted.v1': { coded: ['noteId', 'by'], blank: { text: '' } },
  'acolhe.survey.answered.v1': { coded: ['score'] },
  'acolhe.task.opened.v1': { coded: ['taskId', 'kind', 'dueAt', 'urgency', 'owner', 'department'] },
  'acolhe.task.taken.v1': { coded: ['taskId', 'by'] },
  'acolhe.task.done.v1': { coded: ['taskId', 'by', 'result'] },
  'acolhe.supervision.acted.v1': { coded: ['staff', 'action', 'result', 'to'] },
  'acolhe.follow-up.planned.v1': {
    coded: ['conversation', 'decision', 'pack', 'packVersion', ...calendar, 'disease', 'group', 'onset'],
  },
  'acolhe.follow-up.asked.v1': { coded: ['conversation', 'ask', 'answerBy'] },
  'acolhe.follow-up.unanswered.v1': { coded: ['ask', 'reason'] },
  'acolhe.follow-up.answered.v1': {
    coded: [
      ...['conversation', 'decision', 'outcome', 'disposition'],
      ...calendar.map((member) => `next.${member}`),
    ],
  },
  'acolhe.follow-up.task-done.v1': { coded: ['staff', 'outcome'] },
  'acolhe.follow-up.ended.v1': { coded: ['reason'] },
  'acolhe.appointment.held.v1': { coded: [...booked, 'until'] },
  'acolhe.appointment.released.v1': { coded: appointment },
  'acolhe.appointment.requested.v1': {
    coded: [...booked, 'stands', 'replaces.agenda', 'replaces.appointmentId', 'walkIn'],
  },
  'acolhe.appointment.confirmed.v1': { coded: appointment },
  'acolhe.appointment.reminded.v1': { coded: [...appointment, 'rule'] },
  'acolhe.appointment.checked-in.v1': { coded: appointment },
  'acolhe.appointment.attended.v1': { coded: appointment },
  'acolhe.appointment.missed.v1': { coded: appointment },
  'acolhe.appointment.cancelled.v1': { coded: [...appointment, 'why'] },
  'acolhe.appointment.moved.v1': { coded: [...appointment, 'to.agenda', 'to.appointmentId'] },
  'acolhe.professional.saved.v1': {
    coded: ['staff'],
    blank: {
      professional: { name: '-', specialties: ['-'], languages: ['pt-BR'], timeZone: 'UTC', calendars: [] },
    },
  },
};

/** Names of questions, never something a patient could have written. */
const codeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const ageQuestions = ['age', 'age_years'];
const ageLimits = [0, 5, 10, 20, 30, 40, 50, 60, 70, 80];

/** Years → `0-4`, `5-9`, then by ten years, `80+`. */
export function ageBandOf(years: number): string | undefined {
  if (!(years >= 0 && years < 150)) return undefined;
  const index = ageLimits.findLastIndex((limit) => years >= limit);
  const next = ageLimits[index + 1];
  return next === undefined ? `${ageLimits[index]}+` : `${ageLimits[index]}-${next - 1}`;
}

/** What of a decision's answers stays readable. */
export function decidedFacts(answers: unknown): DecidedFacts {
  const given = Object.entries(isRecord(answers) ? answers : {});
  const findings = given.flatMap(([id, value]) => (value === true && codeName.test(id) ? [id] : [])).sort();
  const years = given.find(([id, value]) => ageQuestions.includes(id) && typeof value === 'number')?.[1];
  const choice = given.find(([id]) => id === 'age_range')?.[1];
  const ageBand =
    typeof years === 'number'
      ? ageBandOf(years)
      : typeof choice === 'string' && codeName.test(choice)
        ? choice
        : undefined;
  return { findings, ...(ageBand !== undefined && { ageBand }) };
}

type Shape = Map<string, true | 'codes' | Shape>;

function shapeOf(paths: readonly string[], codes: readonly string[] = []): Shape {
  const shape: Shape = new Map(codes.map((name) => [name, 'codes']));
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    if (rest.length === 0) shape.set(head, true);
    else {
      const inner = shape.get(head);
      const below = [...(inner instanceof Map ? pathsOf(inner) : []), rest.join('.')];
      shape.set(head, shapeOf(below));
    }
  }
  return shape;
}

function pathsOf(shape: Shape): string[] {
  return [...shape].flatMap(([name, inner]) =>
    !(inner instanceof Map) ? [name] : pathsOf(inner).map((path) => `${name}.${path}`),
  );
}

const shapes = new Map(Object.entries(lines).map(([type, line]) => [type, shapeOf(line.coded, line.codes)]));
const nothingCoded: Shape = new Map();

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const fromPairs = (pairs: [string, unknown][]): Data => Object.fromEntries(pairs);

const isCodes = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && codeName.test(item));

function part(data: Data, shape: Shape): { coded: Data; rest: Data } {
  const coded: [string, unknown][] = [];
  const rest: [string, unknown][] = [];
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const inner = shape.get(name);
    if (inner === true && typeof value !== 'object') coded.push([name, value]);
    else if (inner === 'codes' && isCodes(value)) coded.push([name, value]);
    else if (inner instanceof Map && isRecord(value)) {
      const below = part(value, inner);
      coded.push([name, below.coded]);
      if (Object.keys(below.rest).length) rest.push([name, below.rest]);
    } else rest.push([name, value]);
  }
  return { coded: fromPairs(coded), rest: fromPairs(rest) };
}

function merged(coded: Data, personal: Data): Data {
  const pairs = new Map(Object.entries(coded));
  for (const [name, value] of Object.entries(personal)) {
    const under = pairs.get(name);
    pairs.set(name, isRecord(under) && isRecord(value) ? merged(under, value) : value);
  }
  return fromPairs([...pairs]);
}

/** Parts an event's data in what stays readable and what is sealed. */
export function splitData({ type, data }: { type: string; data: Data }): SplitData {
  const { coded, rest } = part(data, shapes.get(type) ?? nothingCoded);
  const derived = lines[type as EventType]?.derived?.(data);
  return {
    coded: derived ? { ...coded, ...derived } : coded,
    ...(Object.keys(rest).length > 0 && { personal: rest }),
  };
}

/**
 * The event's data again. Facts that were derived are left out.
 * @param personal absent when there was none or when it is gone: then blanks stand where the schema requires something
 */
export function joinData(type: string, coded: Data, personal: Data | undefined): Data {
  const shape = shapes.get(type) ?? nothingCoded;
  const own = fromPairs(Object.entries(coded).filter(([name]) => shape.has(name)));
  return merged(own, personal ?? lines[type as EventType]?.blank ?? {});
}
