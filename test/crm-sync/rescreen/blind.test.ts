import type { Role } from '../../../crm-sync/access/permissions';
import { isHidden, screensBlind, type Hideable } from '../../../crm-sync/rescreen/blind';
import { withoutDecision, type TimelineEntry } from '../../../crm-sync/patients/timeline';
import { fold } from '../../../crm-sync/projector/fold';
import { eventsOf } from '../projector/events';

const waiting: Hideable = { state: 'queued', disposition: 'moderate' };

describe('the bot’s decision is hidden from', () => {
  it.each<[string, Role, Hideable, boolean, boolean]>([
    ['an attendant while somebody waits', 'attendant', waiting, true, true],
    ['an attendant who serves', 'attendant', { ...waiting, state: 'served' }, true, true],
    ['an attendant of an emergency, too', 'attendant', { ...waiting, disposition: 'emergency' }, true, true],
    ['a clinician while somebody waits', 'clinician', waiting, true, true],
    ['nobody who has decided', 'attendant', { ...waiting, screenedBy: ['a'] }, true, false],
    ['an attendant when another has decided', 'attendant', { ...waiting, screenedBy: ['b'] }, true, true],
    ['nobody while there is none', 'attendant', { state: 'queued' }, true, false],
    ['nobody once the conversation is closed', 'attendant', { ...waiting, state: 'closed' }, false, false],
    ['nobody when the person was erased', 'attendant', { ...waiting, erased: true }, false, false],
    ['no manager: their own is not blind', 'manager', waiting, false, false],
  ])('%s', (_name, role, encounter, blind, hidden) => {
    const viewer = { role, staffId: 'a' };
    expect([screensBlind(viewer, encounter), isHidden(viewer, encounter)]).toEqual([blind, hidden]);
  });

  it('who decided before the bot decided anew is asked again', () => {
    const screened = fold(
      eventsOf([
        [0, 'decided', 'mild'],
        [1, 'rescreened', 'mild', 'mild'],
      ]),
    )!.encounter;
    expect(screened.screenedBy).toEqual(['s1']);
    const anew = fold(
      eventsOf([
        [0, 'decided', 'mild'],
        [1, 'rescreened', 'mild', 'mild'],
        [2, 'decided', 'moderate'],
      ]),
    )!.encounter;
    expect(anew).not.toHaveProperty('screenedBy');
  });
});

describe('a timeline without the decision', () => {
  const message = (key: string, from: string, seconds: number) =>
    ({
      ...{ kind: 'message', key, order: seconds, at: new Date(seconds * 1_000) },
      message: { from },
    }) as unknown as TimelineEntry;
  const decision = { kind: 'decision', key: 'd', order: 3, at: new Date(3_000) } as unknown as TimelineEntry;
  const entries = [
    message('asked', 'bot', 1),
    message('answered', 'patient', 2),
    message('told in the same turn', 'bot', 3),
    decision,
    message('advice', 'bot', 4),
    message('thanks', 'patient', 5),
    message('hello', 'agent', 6),
  ];

  it('leaves out what the bot said once it had decided, and nothing of anybody else', () => {
    const left = withoutDecision({ redFlags: [] }, entries).map(({ key }) => key);
    expect(left).toEqual(['asked', 'answered', 'd', 'thanks', 'hello']);
  });

  it('Given a red flag, Then all stays: what the patient was told to do comes first', () => {
    expect(withoutDecision({ redFlags: ['dyspnea'] }, entries)).toHaveLength(entries.length);
  });

  it('Given nothing was decided, Then all stays', () => {
    const open = entries.filter(({ kind }) => kind !== 'decision');
    expect(withoutDecision({ redFlags: [] }, open)).toEqual(open);
  });
});
