import type { DepartmentHours, WaitRules } from '../../../contract/knowledge';
import { clockOf, type Wait } from '../../../crm-sync/supervision/clock';
import { clockOfRow, queueOrder, type WaitingRow } from '../../../crm-sync/supervision/queue';
import { builtInMeasures, measuresOf } from '../../../crm-sync/supervision/wait-measures';

/** Monday 23 November 2026, by the clock of São Paulo (UTC−3). */
const local = (time: string): Date => new Date(`2026-11-23T${time}:00.000-03:00`);
const hours = (department: string): DepartmentHours[number] => ({
  ...{ department, timeZone: 'America/Sao_Paulo', holidays: [] },
  weekly: [{ days: [1, 2, 3, 4, 5], open: [{ from: '08:00', to: '18:00' }] }],
});
const rules = (minutes: WaitRules['minutes'] = {}): WaitRules => ({
  minutes,
  departments: { urgent: 'Urgência', general: 'Atendimento geral' },
});
const general = { id: 'd1', name: 'Atendimento geral' };
const day = measuresOf(rules(), [hours('Atendimento geral')]);
const wait = (given: Partial<Wait> = {}): Wait => ({
  ...{ urgency: 'yellow', since: local('07:00'), department: general },
  ...given,
});

describe('the clock of a wait', () => {
  it.each<[string, Wait, Date, ReturnType<typeof measuresOf>, object]>([
    [
      'Given it is closed, then no time has gone',
      wait(),
      local('07:59'),
      day,
      { waitedMs: 0, stand: 'calm' },
    ],
    ['and it says that it stands still', wait(), local('07:59'), day, { paused: true, changesAt: undefined }],
    [
      'Given it opened, then it runs from there',
      wait(),
      local('08:30'),
      day,
      { waitedMs: 30 * 60_000, paused: false, stand: 'calm', changesAt: local('08:48') },
    ],
    ['at risk from 80 % on', wait(), local('08:48'), day, { stand: 'at-risk', changesAt: local('09:00') }],
    ['breached when all of it has gone', wait(), local('09:00'), day, { stand: 'breached' }],
    [
      'Given who is pressing, then the clock on the wall counts',
      wait({ urgency: 'orange' }),
      local('07:10'),
      day,
      { stand: 'breached', paused: false },
    ],
    [
      'Given hours of another department, then all time counts',
      wait({ department: { id: 'd2', name: 'Dermatologia' } }),
      local('08:00'),
      day,
      { stand: 'breached' },
    ],
    [
      'Given hours published for the general department by its part, then they count where that is',
      wait(),
      local('08:30'),
      measuresOf(rules(), [hours('general')]),
      { waitedMs: 30 * 60_000 },
    ],
    [
      "Given the clinic's own target, then that one",
      wait({ since: local('09:00') }),
      local('09:21'),
      measuresOf(rules({ yellow: 20 }), []),
      { targetMs: 20 * 60_000, stand: 'breached' },
    ],
    [
      'Given a target of none, then nothing is ever at risk',
      wait({ since: local('00:00') }),
      local('23:00'),
      measuresOf(rules({ yellow: 0 }), []),
      { targetMs: 0, stand: 'calm', changesAt: undefined },
    ],
    [
      'Given the app told of it sooner, then that counts',
      wait({ told: 'breached' }),
      local('08:10'),
      day,
      { stand: 'breached' },
    ],
    [
      'Given nobody told anything, then the targets of the product and the clock on the wall',
      wait(),
      local('08:00'),
      builtInMeasures(''),
      { targetMs: 60 * 60_000, stand: 'breached' },
    ],
  ])('%s', (_name, given, now, measures, expected) => {
    expect(clockOf(given, measures, now)).toEqual(
      expect.objectContaining(
        Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
      ),
    );
    if ('changesAt' in expected && expected.changesAt === undefined)
      expect(clockOf(given, measures, now)).not.toHaveProperty('changesAt');
  });
});

describe('the order of the queue, by what waits are measured', () => {
  const row = (_id: string, urgency: WaitingRow['urgency'], since: Date): WaitingRow => ({
    ...{ _id, urgency: urgency!, department: general, redFlags: [], startedAt: since, waitingSince: since },
  });
  const rows = [row('green', 'green', local('01:00')), row('yellow', 'yellow', local('08:10'))];

  it('Given a green who waited through the night, then they are not raised by hours that do not count', () => {
    const names = (measures?: () => ReturnType<typeof measuresOf>) =>
      queueOrder(rows, local('08:20'), measures).map(({ _id }) => _id);
    expect(names()).toEqual(['green', 'yellow']);
    expect(names(() => day)).toEqual(['yellow', 'green']);
  });

  it('Given who was given to somebody that wrote nothing, then they keep their place', () => {
    const back = { ...row('back', 'yellow', local('09:00')), unansweredSince: local('08:00') };
    const order = queueOrder([row('other', 'yellow', local('08:30')), back], local('09:05'));
    expect(order.map(({ _id }) => _id)).toEqual(['back', 'other']);
  });
});

describe('who is owed an answer', () => {
  const row: WaitingRow = {
    ...{ _id: 'r', workspace: 'w', urgency: 'green', redFlags: [], department: general },
    ...{ startedAt: local('09:00'), owedSince: local('10:00') },
  };
  const measures = (answerMinutes: number) => () => measuresOf({ ...rules(), answerMinutes }, []);

  it.each([
    ['within what is set at most', 30, '10:31', { targetMs: 30 * 60_000, stand: 'breached' }],
    ['at risk from 80 % on', 30, '10:25', { stand: 'at-risk' }],
    ['without a clock where none is set', 0, '20:00', { targetMs: 0, stand: 'calm' }],
  ])('%s', (_name, minutes, time, expected) => {
    expect(clockOfRow(row, measures(minutes), local(time))).toMatchObject(expected);
  });

  it('what was told of an earlier wait says nothing of it', () => {
    expect(clockOfRow({ ...row, sla: 'breached' }, measures(30), local('10:01')).stand).toBe('calm');
  });
});
