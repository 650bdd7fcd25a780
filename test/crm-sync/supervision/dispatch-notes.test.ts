import { render } from 'preact-render-to-string';
import type { DispatchState } from '../../../crm-sync/dispatch/dispatch-state';
import { DispatchNotes } from '../../../crm-sync/supervision/dispatch-notes';
import { speechOf } from '../../../crm-sync/web/speech';

const since = new Date('2026-11-22T12:05:00.000Z');
const speech = speechOf('en', 'America/Fortaleza');
const shown = (state: Omit<DispatchState, 'workspace'>): string =>
  render(DispatchNotes({ speech, states: [{ workspace: 'main', ...state }] }));

describe('what stands in the way of the urgent going first', () => {
  it.each<[string, Omit<DispatchState, 'workspace'>, string, string]>([
    ['idle', { dispatcher: { is: 'assigns', since } }, 'notice-error', 'assigns conversations by itself'],
    ['failing', { dispatcher: { is: 'failing', since } }, 'notice-error', 'cannot give conversations'],
    ['a plan without', { priorities: { is: 'premium', since } }, 'notice-info', 'has no priorities'],
    ['refused', { priorities: { is: 'refused', since } }, 'notice-info', 'cannot be set'],
  ])('Given %s, then it says so, since when, and in which workspace', (_name, state, kind, words) => {
    const html = shown(state);
    for (const part of [kind, words, 'main: ', 'Since 22/11, 09:05.']) expect(html).toContain(part);
  });

  it.each<[string, Omit<DispatchState, 'workspace'>]>([
    ['nothing was tried', {}],
    ['all works', { dispatcher: { is: 'working', since }, priorities: { is: 'working', since } }],
    [
      'ours works where there are no priorities',
      { dispatcher: { is: 'working', since }, priorities: { is: 'premium', since } },
    ],
  ])('Given %s, then nothing', (_name, state) => {
    expect(shown(state)).toBe('');
  });
});
