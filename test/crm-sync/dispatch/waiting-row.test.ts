import { urgencyOfRow, waitingOf } from '../../../crm-sync/dispatch/waiting-row';

describe('the urgency of a conversation', () => {
  it.each([
    ['as told', { urgency: 'green', redFlags: [] }, 'green'],
    ['red with a red flag, whatever was told', { urgency: 'green', redFlags: ['dyspnea'] }, 'red'],
    ['of a decision, where nothing was told', { redFlags: [], disposition: 'emergency' }, 'red'],
    ['yellow where nothing is known', { redFlags: [] }, 'yellow'],
  ] as const)('Given a row, Then it is %s', (_name, row, expected) => {
    expect(urgencyOfRow({ ...row, redFlags: [...row.redFlags] })).toBe(expected);
  });

  it('Given no time since when it waits, Then it is in no queue', () => {
    expect(waitingOf({ _id: 'r', redFlags: [] })).toBeUndefined();
  });
});
