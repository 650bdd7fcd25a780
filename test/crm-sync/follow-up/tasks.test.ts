import { shortAnswers, taskOrder, type ShownTask } from '../../../crm-sync/follow-up/tasks';

const since = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 12, minute));
const task = (
  patientId: string,
  reason: ShownTask['task']['reason'],
  minute: number,
  disposition: 'emergency' | 'moderate' | 'mild' = 'moderate',
): ShownTask => ({
  ...{
    key: `${patientId}/respiratory`,
    patientId,
    phones: [],
    task: { reason, since: since(minute), calls: 0 },
  },
  last: { pack: 'follow-up', outcome: 'o', disposition, at: since(minute) },
});

describe('whom to call first', () => {
  it('who is worse, emergencies before others; then who has waited longest', () => {
    const tasks = [
      task('P1', 'no-answer', 0),
      task('P2', 'unreachable', 1),
      task('P3', 'worse', 5),
      task('P4', 'worse', 9, 'emergency'),
      task('P5', 'worse', 4),
    ];
    expect(taskOrder(tasks).map(({ patientId }) => patientId)).toEqual(['P4', 'P5', 'P3', 'P1', 'P2']);
    expect(tasks.map(({ patientId }) => patientId)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
  });
});

describe('the last answers in short', () => {
  it('are how they are, how hot and how much oxygen, as far as they said', () => {
    const answers = { fever: true, temperature: 38.5, overall: 'worse', oxygen_saturation: 'unknown' };
    const last = { pack: 'follow-up', outcome: 'o', disposition: 'mild' as const, at: since(0), answers };
    expect(shortAnswers(last)).toEqual([
      ['overall', 'worse'],
      ['temperature', 38.5],
    ]);
    expect(shortAnswers({ ...last, answers: undefined })).toEqual([]);
  });
});
