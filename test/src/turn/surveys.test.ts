import { forgetSurvey, noteSurvey, surveyOf } from '../../../src/turn/surveys';
import { memoryNotes } from '../../support/memory-notes';

const dayMs = 86_400_000;

function world() {
  let nowMs = Date.UTC(2026, 0, 1, 12);
  const notes = memoryNotes();
  return {
    notes,
    now: () => new Date(nowMs),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('whom to ask about which conversation', () => {
  it('is the last one, within a week, once', async () => {
    const at = world();
    await noteSurvey(at, 'v1', 'r1');
    at.pass(1_000);
    await noteSurvey(at, 'v1', 'r2');
    at.pass(7 * dayMs - 1);
    expect([await surveyOf(at, 'v1'), await surveyOf(at, 'v2')]).toEqual(['r2', undefined]);
    await forgetSurvey(at, 'v1');
    expect(await surveyOf(at, 'v1')).toBeUndefined();
  });

  it('Given a week and more, then nobody, and nothing stays behind once others are noted', async () => {
    const at = world();
    await noteSurvey(at, 'v1', 'r1');
    at.pass(7 * dayMs);
    expect(await surveyOf(at, 'v1')).toBeUndefined();
    at.pass(dayMs);
    await noteSurvey(at, 'v2', 'r2');
    expect(await at.notes.of('survey/v1')).toEqual([]);
    expect(await at.notes.of('survey-day/2026-01-01')).toEqual([]);
    expect(await surveyOf(at, 'v2')).toBe('r2');
  });
});
