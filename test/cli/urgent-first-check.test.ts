import type { UrgentFirst } from '../../contract/ping';
import { urgentFirstFinding } from '../../cli/doctoring/urgent-first-check';

describe('whether the urgent go first', () => {
  it.each<[string, UrgentFirst | undefined, 'ok' | 'warn', RegExp]>([
    ['nobody told', undefined, 'warn', /not known/],
    ['ours works', { dispatcher: 'acolhe', dispatcherIs: 'working' }, 'ok', /by urgency/],
    ['ours was not needed yet', { dispatcher: 'acolhe' }, 'ok', /by urgency/],
    ['ours beside Rocket.Chat’s own', { dispatcher: 'acolhe', dispatcherIs: 'assigns' }, 'warn', /idle/],
    [
      'ours is refused',
      { dispatcher: 'acolhe', dispatcherIs: 'failing', code: 'http-403' },
      'warn',
      /http-403/,
    ],
    [
      'theirs, with priorities',
      { dispatcher: 'rocketchat', prioritiesAre: 'working' },
      'ok',
      /priority of its/,
    ],
    ['theirs, nobody waited', { dispatcher: 'rocketchat' }, 'ok', /nobody has waited/],
    [
      'theirs, without priorities',
      { dispatcher: 'rocketchat', prioritiesAre: 'premium' },
      'warn',
      /by arrival/,
    ],
    [
      'theirs, refused',
      { dispatcher: 'rocketchat', prioritiesAre: 'refused', code: 'http-403' },
      'warn',
      /http-403/,
    ],
  ])('Given %s, Then it says so, and what to do', (_name, told, status, words) => {
    const finding = urgentFirstFinding(told);
    expect(finding.status).toBe(status);
    expect(finding.seen).toMatch(words);
    expect(finding.todo !== undefined).toBe(status === 'warn');
  });
});
