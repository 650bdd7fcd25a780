/** Bookings on a real server: many at once, holds, moves that were cut off, and what the documents say afterwards. */
import { readAgenda } from '../../crm-sync/appointments/change-agenda';
import {
  bookSlot,
  holdSlot,
  moveTo,
  offers,
  type Booker,
  type SlotName,
} from '../../crm-sync/appointments/booking';
import { agendaShelf } from '../../crm-sync/appointments/shelf';
import type { RunningCrm } from '../../crm-sync/server';
import type { Tenant } from '../../crm-sync/store/tenant';
import { startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { saveProfessional, someProfessional } from '../support/professionals';
import { eventually } from '../support/wait';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

const hourMs = 3_600_000;
const booker = (n: number | string): Booker => ({
  appointmentId: `a-${n}`,
  patientId: `P${n}`,
  by: 'patient',
});
const nameOf = (free: { professional: string; calendar: string; startMs: number }): SlotName => ({
  professional: free.professional,
  calendar: free.calendar,
  start: new Date(free.startMs).toISOString(),
});
const search = (professional: string, most = 3) => ({
  professional,
  from: new Date(Date.now() + hourMs),
  to: new Date(Date.now() + 72 * hourMs),
  most,
});

async function states(...patients: string[]): Promise<string> {
  const documents = await tenant.appointments.find({ patientId: { $in: patients } }).toArray();
  return documents
    .map(({ _id, state }) => `${_id} ${state}`)
    .sort()
    .join();
}

it('50 at once for the last place: one has it, 49 are told and get what is free next', async () => {
  const professional = await saveProfessional(tenant, someProfessional());
  // each as from a process of its own
  const shelves = Array.from({ length: 50 }, () => agendaShelf(tenant));
  const now = new Date();
  const [last] = await offers(shelves[0]!, search(professional), now);
  const booked = await Promise.all(
    shelves.map((shelf, n) => bookSlot(tenant, shelf, nameOf(last!), booker(`many-${n}`), now)),
  );
  expect(booked.filter(({ result }) => result === 'done')).toHaveLength(1);
  expect(booked.filter((one) => one.result === 'refused' && one.why === 'taken')).toHaveLength(49);
  await eventually(async () => (await tenant.appointments.countDocuments({ professional })) > 0);
  expect(await tenant.appointments.countDocuments({ professional, state: 'confirmed' })).toBe(1);
  const next = await offers(agendaShelf(tenant), search(professional), new Date());
  expect(next).toHaveLength(3);
  expect(next.map(({ startMs }) => startMs)).not.toContain(last!.startMs);
});

it('50 at once for 50 times of one day: each has theirs', async () => {
  const professional = await saveProfessional(tenant, someProfessional());
  const shelf = agendaShelf(tenant);
  const now = new Date();
  const free = await offers(shelf, search(professional, 50), now);
  const booked = await Promise.all(
    free.map((one, n) => bookSlot(tenant, shelf, nameOf(one), booker(`each-${n}`), now)),
  );
  expect(booked.map(({ result }) => result)).toEqual(free.map(() => 'done'));
});

it('a slot that is looked at is kept for its patient, and nobody else gets it meanwhile', async () => {
  const professional = await saveProfessional(tenant, someProfessional());
  const shelf = agendaShelf(tenant);
  const now = new Date();
  const [first] = await offers(shelf, search(professional), now);
  const slot = nameOf(first!);
  expect((await holdSlot(tenant, shelf, slot, booker('h1'), now)).result).toBe('done');
  expect(await bookSlot(tenant, shelf, slot, booker('h2'), now)).toEqual({ result: 'refused', why: 'taken' });
  expect((await bookSlot(tenant, shelf, slot, booker('h1'), now)).result).toBe('done');
  // asked again after the answer was lost
  const again = await bookSlot(tenant, shelf, slot, booker('h1'), now);
  expect(again.result).toBe('done');
  const { appointments } = await readAgenda(tenant, again.result === 'done' ? again.agenda : '');
  expect([...appointments.values()].map(({ state }) => state)).toEqual(['confirmed']);
});

it('a move that was cut off between the two days is ended by the projector', async () => {
  const professional = await saveProfessional(tenant, someProfessional());
  const shelf = agendaShelf(tenant);
  const now = new Date();
  const free = await offers(shelf, search(professional, 80), now);
  const booked = await bookSlot(tenant, shelf, nameOf(free[0]!), booker('m1'), now);
  if (booked.result !== 'done') throw new Error('not booked');
  const replaces = { agenda: booked.agenda, appointmentId: 'a-m1' };
  const other = nameOf(free.at(-1)!);
  const cutOff = await bookSlot(tenant, shelf, other, booker('m2'), now, { replaces });
  expect(cutOff.result).toBe('done');
  await eventually(async () => (await states('Pm1', 'Pm2')) === 'a-m1 moved,a-m2 confirmed');
  // asked again as a whole, it is what it was
  const again = await moveTo(tenant, shelf, { _id: 'a-m1', agenda: booked.agenda }, other, booker('m2'), now);
  expect(again.result).toBe('done');
  expect(await states('Pm1', 'Pm2')).toBe('a-m1 moved,a-m2 confirmed');
});

it('an absence cancels what lies within it, and what does not is kept', async () => {
  const someone = someProfessional();
  const professional = await saveProfessional(tenant, someone);
  const shelf = agendaShelf(tenant);
  const now = new Date();
  const [one, two] = await offers(shelf, search(professional), now);
  await bookSlot(tenant, shelf, nameOf(one!), booker('x1'), now);
  await bookSlot(tenant, shelf, nameOf(two!), booker('x2'), now);
  await eventually(async () => (await states('Px1', 'Px2')) === 'a-x1 confirmed,a-x2 confirmed');
  const away = {
    id: 'ill',
    from: new Date(two!.startMs).toISOString(),
    to: new Date(two!.endMs).toISOString(),
  };
  await saveProfessional(tenant, { ...someone, absences: [away] }, professional);
  await eventually(async () => (await states('Px1', 'Px2')) === 'a-x1 confirmed,a-x2 cancelled');
  expect((await tenant.appointments.findOne({ _id: 'a-x2' }))?.cancelledFor).toBe('absence');
  const next = await offers(agendaShelf(tenant), search(professional), new Date());
  expect(next.map(({ startMs }) => startMs)).not.toContain(two!.startMs);
});

it('what a calendar does not have cannot be booked', async () => {
  const professional = await saveProfessional(tenant, someProfessional());
  const shelf = agendaShelf(tenant);
  const now = new Date();
  const [first] = await offers(shelf, search(professional), now);
  const slot = nameOf(first!);
  const odd = { ...slot, start: new Date(first!.startMs + 60_000).toISOString() };
  for (const wrong of [odd, { ...slot, calendar: 'c9' }, { ...slot, professional: 'nobody' }])
    expect(await bookSlot(tenant, shelf, wrong, booker('w'), now)).toEqual({
      result: 'refused',
      why: 'not-open',
    });
});
