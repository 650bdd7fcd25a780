import * as fc from 'fast-check';
import { ageBandOf, decidedFacts, joinData, splitData, type Data } from '../../contract/coded';
import { eventData, knownEvent, type EventEnvelope, type EventType } from '../../contract/event';

const id = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
const words = fc.string({ minLength: 1, maxLength: 30 });
const one = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T extends Record<string, fc.Arbitrary<unknown>>>(required: T, optional: T | object = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
const agent = maybe({ id, username: words, kind: one('bot', 'human') }, { name: words });
const department = maybe({ id, name: words });
const end = maybe({}, { department, agent });
const answer = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 120 }), words);
const answers = fc.dictionary(fc.oneof(id, one('age', 'fever', 'cough')), answer);
const date = one('1990-02-28', '2001-12-01');
const instant = one('2026-02-28T10:00:00.000Z');
const urgency = one('red', 'green');
const count = fc.option(fc.nat(500));
/** Names of questions, or something else that somebody put there. */
const codes = fc.array(fc.oneof(id, words), { maxLength: 3 });
const reasons = {
  ...{ urgencyMinutes: fc.nat(), specialty: words, department: words },
  ...{ because: fc.array(words, { maxLength: 3 }), redFlags: codes, missing: codes },
};

const changed = { appointmentId: id, by: one('patient', 'staff/s1') };
const slot = {
  ...{ ...changed, patientId: id, calendar: id, kind: one('video', 'phone') },
  ...{ start: instant, end: instant, capacity: one(1, 4) },
};

const made: { [T in EventType]: fc.Arbitrary<object> } = {
  'acolhe.conversation.started.v1': maybe({
    channel: words,
    language: one('pt-BR', 'en'),
    visitor: maybe({ id }, { name: words }),
  }),
  'acolhe.conversation.queued.v1': maybe({}, { department }),
  'acolhe.conversation.assigned.v1': maybe({ agent }, { department }),
  'acolhe.conversation.transferred.v1': maybe({ from: end, to: end }),
  'acolhe.conversation.closed.v1': maybe({ by: one('bot', 'agent') }, { comment: words }),
  'acolhe.conversation.tagged.v1': maybe({ tags: fc.array(words, { maxLength: 3 }) }),
  'acolhe.conversation.described.v1': maybe(
    {},
    { priority: maybe({ id, name: words }), fields: fc.dictionary(words, words, { maxKeys: 2 }) },
  ),
  'acolhe.message.recorded.v1': maybe(
    { messageId: id, from: one('patient', 'agent'), text: words, via: one('text', 'button') },
    { authorName: words },
  ),
  'acolhe.message.edited.v1': maybe({ messageId: id, text: words }, { editedBy: words }),
  'acolhe.message.deleted.v1': maybe({ messageId: id }),
  'acolhe.file.received.v1': maybe(
    { messageId: id, fileId: id },
    { name: words, mimeType: words, sizeBytes: fc.nat() },
  ),
  'acolhe.patient.identified.v1': maybe({ patientId: id, mintedBy: one('crm', 'app') }, { dependentOf: id }),
  'acolhe.visitor.saved.v1': maybe({
    visitor: maybe(
      { id },
      { name: words, emails: fc.array(words, { maxLength: 2 }), cpf: words, birthDate: date },
    ),
  }),
  'acolhe.consent.given.v1': maybe({ text: words, via: one('text', 'button') }),
  'acolhe.consent.refused.v1': maybe({ text: words, via: one('text', 'button') }),
  'acolhe.consent.withdrawn.v1': maybe({}),
  'acolhe.triage.started.v1': maybe({ pack: id, packVersion: words, knowledge: words }),
  'acolhe.triage.answered.v1': maybe({ question: id, value: answer, via: one('text', 'button') }),
  'acolhe.triage.decided.v1': maybe(
    {
      ...{ pack: id, packVersion: words, knowledge: words, outcome: words, row: words },
      ...{ disposition: one('mild', 'moderate'), answers },
    },
    { ...reasons, language: one('pt-BR', 'es') },
  ),
  'acolhe.urgency.changed.v1': maybe({ urgency, reason: one('triage', 'staff') }, { staff: id }),
  'acolhe.sla.warned.v1': maybe({ urgency, targetMinutes: fc.nat(), waitedMinutes: fc.nat() }),
  'acolhe.sla.breached.v1': maybe(
    { urgency, targetMinutes: fc.nat(), waitedMinutes: fc.nat(), times: one(1, 2) },
    { department: words },
  ),
  'acolhe.routing.tried.v1': maybe(
    { rung: one('department', 'queue'), result: one('taken', 'away') },
    { department: words, rule: words },
  ),
  'acolhe.conversation.left.v1': maybe({ urgency, waitedMs: fc.nat() }),
  'acolhe.outcome.registered.v1': maybe({ outcome: one('resolved', 'referred'), by: id }, { note: words }),
  'acolhe.outcome.asked.v1': maybe({ of: id }),
  'acolhe.conversation.noted.v1': maybe({ noteId: id, by: id, text: words }),
  'acolhe.survey.answered.v1': maybe({}, { score: one(1, 5), comment: words }),
  'acolhe.task.opened.v1': maybe(
    { taskId: id, kind: one('left', 'other'), dueAt: instant },
    { urgency, owner: id, department: words, text: words },
  ),
  'acolhe.task.taken.v1': maybe({ taskId: id, by: id }),
  'acolhe.task.done.v1': maybe({ taskId: id, by: id, result: one('done', 'dropped') }, { note: words }),
  'acolhe.supervision.acted.v1': maybe(
    { staff: id, action: one('close', 'transfer'), result: one('done', 'unknown') },
    { to: words, reason: words },
  ),
  'acolhe.rescreen.decided.v1': maybe(
    {
      ...{ staff: id, blind: fc.boolean(), pack: id, packVersion: words, outcome: words, row: words },
      ...{ disposition: one('mild', 'moderate'), answers },
    },
    {
      ...reasons,
      bot: maybe({ disposition: one('mild', 'emergency') }, { decision: id, urgencyMinutes: fc.nat() }),
      comment: words,
    },
  ),
  'acolhe.red-flag.raised.v1': maybe({ concept: id, call: one('192', '188'), source: one('text', 'answer') }),
  'acolhe.emergency.detail.v1': maybe({ detail: one('address', 'phone'), text: words }),
  'acolhe.handoff.requested.v1': maybe({
    reason: one('asked', 'red-flag'),
    department: words,
    result: one('transferred', 'waiting'),
  }),
  'acolhe.patient.registered.v1': maybe(
    { patientId: id, mintedBy: one('crm', 'app') },
    { visitor: maybe({ workspace: id, id }), dependentOf: id, name: words },
  ),
  'acolhe.patient.linked.v1': maybe(
    { into: id, by: one('match', 'staff') },
    { key: one('cpf', 'cns'), staff: id, reason: words },
  ),
  'acolhe.patient.unlinked.v1': maybe({ from: id, staff: id }, { reason: words }),
  'acolhe.patient.corrected.v1': maybe({
    staff: id,
    fields: maybe({}, { name: fc.option(words), cpf: words, phones: fc.array(words, { maxLength: 2 }) }),
  }),
  'acolhe.note.written.v1': maybe({ noteId: id, staff: id, text: words }),
  'acolhe.patient.erased.v1': maybe({}, { staff: id }),
  'acolhe.investigation.opened.v1': maybe({
    ...{ disease: id, fromDay: one('2026-05-01'), toDay: one('2026-05-04'), staff: id, reason: words },
    endsAt: one('2026-05-11T12:00:00.000Z'),
  }),
  'acolhe.investigation.closed.v1': maybe({ staff: id }),
  'acolhe.report.published.v1': maybe({
    ...{ staff: id, title: words, timeZone: one('America/Fortaleza') },
    ...{ from: one('2026-05-04T03:00:00.000Z'), to: one('2026-05-05T03:00:00.000Z') },
    figures: maybe({
      ...{ total: count, finished: count, contained: count, responses: count, medianResponseMs: count },
      byDisposition: maybe({ emergency: count, moderate: count, mild: count, none: count }),
      hiddenBelow: fc.nat(9),
    }),
  }),
  'acolhe.report.withdrawn.v1': maybe({ staff: id }),
  'acolhe.follow-up.planned.v1': maybe(
    {
      ...{
        conversation: id,
        decision: id,
        pack: id,
        packVersion: words,
        disease: one('respiratory', 'dengue'),
      },
      ...{ plan: words, everyHours: one('24', '48').map(Number), untilDay: fc.integer({ min: 1, max: 365 }) },
      ...{ tries: fc.integer({ min: 1, max: 5 }), onset: one('2026-05-04T12:00:00.000Z') },
    },
    { group: one('A', 'B') },
  ),
  'acolhe.follow-up.asked.v1': maybe({
    ...{ conversation: id, ask: fc.integer({ min: 1 }), answerBy: one('2026-05-04T12:00:00.000Z') },
  }),
  'acolhe.follow-up.unanswered.v1': maybe({ ask: fc.integer({ min: 1 }), reason: one('silence', 'closed') }),
  'acolhe.follow-up.answered.v1': maybe(
    { conversation: id, decision: id, outcome: words, disposition: one('mild', 'moderate') },
    {
      next: maybe({
        ...{ plan: words, everyHours: one('24', '48').map(Number) },
        ...{ untilDay: fc.integer({ min: 1, max: 365 }), tries: fc.integer({ min: 1, max: 5 }) },
      }),
    },
  ),
  'acolhe.follow-up.task-done.v1': maybe({ staff: id, outcome: one('better', 'worse') }, { note: words }),
  'acolhe.follow-up.ended.v1': maybe({ reason: one('another-person') }),
  'acolhe.appointment.held.v1': maybe({ ...slot, until: instant }, { specialty: words }),
  'acolhe.appointment.released.v1': maybe(changed),
  'acolhe.appointment.requested.v1': maybe(slot, {
    ...{ specialty: words, conversation: id, workspace: id, stands: one(true), walkIn: one(true) },
    replaces: maybe({ agenda: id, appointmentId: id }),
  }),
  'acolhe.appointment.confirmed.v1': maybe(changed),
  'acolhe.appointment.reminded.v1': maybe({ ...changed, rule: id }),
  'acolhe.appointment.checked-in.v1': maybe(changed),
  'acolhe.appointment.attended.v1': maybe(changed),
  'acolhe.appointment.missed.v1': maybe(changed),
  'acolhe.appointment.cancelled.v1': maybe({ ...changed, why: one('asked', 'absence') }),
  'acolhe.appointment.moved.v1': maybe({ ...changed, to: maybe({ agenda: id, appointmentId: id }) }),
  'acolhe.professional.saved.v1': maybe({
    staff: id,
    professional: maybe({
      ...{ name: one('Ana'), specialties: one(['clínica']), languages: one(['pt-BR']), timeZone: one('UTC') },
      ...{ calendars: one([]), absences: one([]) },
    }),
  }),
};

const types = Object.keys(eventData) as EventType[];
const envelope = (type: string, data: object): EventEnvelope => ({
  ...{ specversion: '1.0', id: 'e1', source: '/tenants/t1/crm', type, subject: 'room' },
  ...{ time: '2026-05-04T12:00:00.000Z', data: data as Data },
});

describe.each(types)('%s', (type) => {
  // A newer sender may tell more than this schema knows, wherever it likes.
  const strange = fc.dictionary(fc.oneof(id, one('visitor', 'findings', 'agent', 'text')), fc.jsonValue());
  const withStrangers = fc.tuple(strange, made[type]).map(([more, data]) => ({ ...more, ...data }));

  it('split and joined is what it was, through JSON too', () => {
    fc.assert(
      fc.property(withStrangers, (data) => {
        const { coded, personal } = JSON.parse(
          JSON.stringify(splitData({ type, data: data as Data })),
        ) as ReturnType<typeof splitData>;
        expect(joinData(type, coded, personal)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('is still a valid event when its personal part is gone', () => {
    fc.assert(
      fc.property(made[type], (data) => {
        const { coded } = splitData({ type, data: data as Data });
        expect(knownEvent(envelope(type, joinData(type, coded, undefined)))).toBeDefined();
      }),
    );
  });

  it('keeps nothing readable that it does not know', () => {
    const secret = 'falta de ar';
    const { coded } = splitData({
      type,
      data: { stranger: secret, visitor: { id: 'v', cpf: secret }, agent: { id: 'a', note: secret } },
    });
    expect(JSON.stringify(coded)).not.toContain(secret);
  });
});

describe('what is readable', () => {
  it.each<[EventType, object, object, object | undefined]>([
    [
      'acolhe.conversation.started.v1',
      { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1', name: 'Ana' } },
      { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1' } },
      { visitor: { name: 'Ana' } },
    ],
    [
      'acolhe.message.recorded.v1',
      { messageId: 'm1', from: 'patient', via: 'text', text: 'oi', authorName: 'Ana' },
      { messageId: 'm1', from: 'patient', via: 'text' },
      { text: 'oi', authorName: 'Ana' },
    ],
    ['acolhe.conversation.closed.v1', { by: 'agent' }, { by: 'agent' }, undefined],
    [
      'acolhe.triage.decided.v1',
      { outcome: 'o', answers: { fever: true, cough: false, 'eu tenho': true, age: 47, weight: 80 } },
      { outcome: 'o', findings: ['fever'], ageBand: '40-49' },
      { answers: { fever: true, cough: false, 'eu tenho': true, age: 47, weight: 80 } },
    ],
    [
      'acolhe.triage.decided.v1',
      {
        ...{ urgencyMinutes: 0, department: 'urgent', language: 'es', answers: { age: 70 } },
        ...{ because: ['age=70'], redFlags: ['chest_pain'], missing: ['tenho 70 anos'] },
      },
      {
        ...{ urgencyMinutes: 0, department: 'urgent', language: 'es', redFlags: ['chest_pain'] },
        ...{ findings: [], ageBand: '70-79' },
      },
      { answers: { age: 70 }, because: ['age=70'], missing: ['tenho 70 anos'] },
    ],
    [
      'acolhe.rescreen.decided.v1',
      {
        ...{ staff: 's1', blind: true, outcome: 'home', bot: { disposition: 'mild', decision: 'e1' } },
        ...{ answers: { age: 70 }, because: ['age=70'], comment: 'dor no peito' },
      },
      { staff: 's1', blind: true, outcome: 'home', bot: { disposition: 'mild', decision: 'e1' } },
      { answers: { age: 70 }, because: ['age=70'], comment: 'dor no peito' },
    ],
  ])('of %s', (type, data, coded, personal) => {
    expect(splitData({ type, data: data as Data })).toEqual({ coded, ...(personal && { personal }) });
  });

  it('the choice of a protocol that asks for a range of ages, when it is a code', () => {
    expect(decidedFacts({ age_range: 'sup_65' })).toEqual({ findings: [], ageBand: 'sup_65' });
    expect(decidedFacts({ age_range: 'tenho 70 anos' })).toEqual({ findings: [] });
  });

  it('nothing of an unknown type', () => {
    const data = { by: 'agent', id: 7 };
    expect(splitData({ type: 'acolhe.moon.seen.v1', data })).toEqual({ coded: {}, personal: data });
  });

  it.each([
    [0, '0-4'],
    [4.9, '0-4'],
    [9, '5-9'],
    [10, '10-19'],
    [79, '70-79'],
    [80, '80+'],
    [112, '80+'],
    [-1, undefined],
    [Number.NaN, undefined],
    [150, undefined],
  ])('%p years are the band %p', (years, band) => expect(ageBandOf(years)).toBe(band));
});
