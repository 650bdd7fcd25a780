/** What the app asks about appointments, over the wire: free times, a hold, a booking, a move, a cancelling. */
import type { AppointmentAnswer, SlotsAnswer } from '../../contract/appointment-questions';
import type { RunningCrm } from '../../crm-sync/server';
import type { Tenant } from '../../crm-sync/store/tenant';
import { postSigned, sendEvents, startTestCrm, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { alwaysOpen, saveProfessional, someProfessional } from '../support/professionals';
import { eventually } from '../support/wait';

let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
let lung: string;
const conversation = 'room-booking';

beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
  lung = await saveProfessional(tenant, someProfessional({ username: 'ana' }));
  await saveProfessional(
    tenant,
    someProfessional({
      ...{ name: 'Dr. Rui', specialties: ['Pediatria'], timeZone: 'America/Manaus' },
      calendars: [alwaysOpen({ kind: 'in-person', place: 'Rua 1, sala 2', cancelMinutes: 43_200 })],
    }),
  );
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

async function ask<T>(path: string, body: object): Promise<T> {
  const { status, body: answer } = await postSigned(crm.url, body, { path: `questions/${path}` });
  expect(status).toBe(200);
  return answer as T;
}
const slots = (more: object = {}) => ask<SlotsAnswer>('slots', { conversation, ...more });
const act = (what: string, more: object = {}) =>
  ask<AppointmentAnswer>('appointment', {
    act: what,
    conversation,
    patientId: 'PAT-1',
    by: 'patient',
    ...more,
  });

it('tells what is free, by specialty, day of the week and time of day where the professional is', async () => {
  const first = await slots();
  expect(first.slots).toHaveLength(5);
  expect(first.specialties).toEqual(['Pediatria', 'Pneumologia']);
  const mornings = await slots({ specialty: 'pediatria', weekdays: [4], minutes: [480, 720], most: 3 });
  expect(mornings.slots).toHaveLength(3);
  for (const one of mornings.slots) {
    const local = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: one.timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
    }).format(new Date(one.start));
    expect(local).toMatch(/^Thu, (08|09|10|11)$/);
    expect(one).toMatchObject({ timeZone: 'America/Manaus', place: 'Rua 1, sala 2', kind: 'in-person' });
  }
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  for (const one of (await slots({ to: soon })).slots) expect(one.start < soon).toBe(true);
  expect((await slots({ username: 'ana', most: 1 })).slots[0]?.professional).toBe('Dra. Ana Lima');
  expect((await slots({ username: 'nobody' })).slots).toEqual([]);
});

it('a time is held, booked, told, moved and cancelled, each once however often it is asked', async () => {
  const [one, , other] = (await slots({ professional: lung })).slots;
  const held = await act('hold', { appointmentId: 'q1', slot: one!.slot });
  expect(held).toMatchObject({ result: 'done', appointment: { state: 'held', start: one!.start } });
  const book = () => act('book', { appointmentId: 'q1', slot: one!.slot, specialty: 'Pneumologia' });
  const booked = await book();
  expect(booked.appointment).toMatchObject({ state: 'confirmed', professional: 'Dra. Ana Lima' });
  expect(await book()).toEqual(booked);
  await eventually(async () => (await act('list')).appointments?.length === 1);
  const moved = await act('book', { appointmentId: 'q2', slot: other!.slot, replaces: 'q1' });
  expect(moved).toMatchObject({ result: 'done', appointment: { appointmentId: 'q2', start: other!.start } });
  await eventually(async () => (await act('list')).appointments?.[0]?.appointmentId === 'q2');
  expect((await act('list')).appointments).toHaveLength(1);
  expect((await act('confirm', { appointmentId: 'q2' })).result).toBe('done');
  expect(await act('cancel', { appointmentId: 'q2' })).toMatchObject({ appointment: { state: 'cancelled' } });
  expect(await act('confirm', { appointmentId: 'q2' })).toEqual({ result: 'refused', why: 'not-now' });
  await eventually(async () => (await act('list')).appointments?.length === 0);
});

it('nobody reads or changes what is another’s, and near its time it is for people to change', async () => {
  const [one] = (await slots({ professional: lung })).slots;
  await act('book', { appointmentId: 'q3', slot: one!.slot });
  await eventually(() => tenant.appointments.findOne({ _id: 'q3' }));
  const stranger = { patientId: 'PAT-2', appointmentId: 'q3' };
  expect(await act('cancel', stranger)).toEqual({ result: 'refused', why: 'unknown' });
  expect((await act('list', { patientId: 'PAT-2' })).appointments).toEqual([]);
  expect(await act('book', { ...stranger, appointmentId: 'q4', slot: one!.slot })).toEqual({
    result: 'refused',
    why: 'taken',
  });
  const [child] = (await slots({ specialty: 'Pediatria' })).slots;
  await act('book', { appointmentId: 'q5', slot: child!.slot });
  await eventually(() => tenant.appointments.findOne({ _id: 'q5' }));
  expect(await act('cancel', { appointmentId: 'q5' })).toEqual({ result: 'refused', why: 'too-late' });
  expect((await act('cancel', { appointmentId: 'q5', by: 'agent/bruno' })).result).toBe('done');
});

it('while a red flag is open the patient books nothing for later', async () => {
  const room = 'room-flag';
  await sendEvents(crm.url, [
    testEvent(
      'acolhe.conversation.started.v1',
      { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1' } },
      { subject: room },
    ),
    testEvent(
      'acolhe.red-flag.raised.v1',
      { concept: 'dyspnea_severe', call: '192', source: 'text' },
      { subject: room },
    ),
  ]);
  await eventually(async () => (await tenant.encounters.findOne({ _id: room }))?.redFlags.length);
  const [one] = (await slots()).slots;
  const book = { conversation: room, appointmentId: 'q6', slot: one!.slot };
  expect(await act('book', book)).toEqual({ result: 'refused', why: 'red-flag' });
  expect((await act('book', { ...book, by: 'agent/bruno' })).result).toBe('done');
});

it('names what is wrong with a question, and changes nothing', async () => {
  const bad = await postSigned(crm.url, { act: 'book', conversation }, { path: 'questions/appointment' });
  expect(bad).toMatchObject({ status: 400, body: { error: { code: 'malformed-question' } } });
  expect(await act('book', { appointmentId: 'q7', slot: 'nonsense' })).toEqual({
    result: 'refused',
    why: 'not-open',
  });
});
