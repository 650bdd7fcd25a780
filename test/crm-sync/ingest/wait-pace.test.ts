import { paceOf, type PaceRow } from '../../../crm-sync/ingest/wait-pace';

const now = new Date('2026-11-22T12:00:00.000Z');
const at = (minutesAgo: number): Date => new Date(now.getTime() - minutesAgo * 60_000);

function row(takenAgo?: number, closedAgo?: number, given: Partial<PaceRow> = {}): PaceRow {
  return {
    redFlags: [],
    marks: [
      { kind: 'queued', at: at((takenAgo ?? 0) + 3), order: 1 },
      ...(takenAgo === undefined
        ? []
        : [
            {
              kind: 'assigned' as const,
              agent: 'ana',
              agentKind: 'human' as const,
              at: at(takenAgo),
              order: 2,
            },
          ]),
    ],
    ...(closedAgo !== undefined && { closedAt: at(closedAgo) }),
    ...given,
  };
}

describe('the pace of a department', () => {
  it('Given nobody was served lately, Then nothing is said', () => {
    expect(paceOf([], 'green', now)).toBeUndefined();
    expect(paceOf([row()], 'green', now)).toBeUndefined();
    expect(paceOf([row(400, 300)], 'green', now)).toBeUndefined();
  });

  it('Given two served side by side and one still, Then their mean time, and as many places as were taken at once', () => {
    expect(paceOf([row(60, 50), row(55, 35), row(10)], 'yellow', now)).toEqual({
      windowMinutes: 120,
      taken: 3,
      services: 2,
      serviceMinutes: 15,
      places: 2,
      overtaking: 0,
    });
  });

  it('Given one after the other, Then one place', () => {
    expect(paceOf([row(60, 50), row(50, 40)], 'green', now)?.places).toBe(1);
  });

  it('Given a room that nobody closed, Then it counts as two hours at most', () => {
    expect(paceOf([row(200)], 'green', now)).toMatchObject({ serviceMinutes: 120, services: 1, taken: 0 });
  });

  it('Given a bot had it, Then nobody was served', () => {
    const bot = row(10, 5);
    const marks = bot.marks.map((mark) =>
      mark.kind === 'assigned' ? { ...mark, agentKind: 'bot' as const } : mark,
    );
    expect(paceOf([{ ...bot, marks }], 'green', now)).toBeUndefined();
  });

  it('Given more urgent people came, Then they are counted as going ahead of the less urgent only', () => {
    const rows = [row(20, 10), row(undefined, undefined, { urgency: 'orange' })];
    expect(paceOf(rows, 'green', now)?.overtaking).toBe(2);
    expect(paceOf(rows, 'yellow', now)?.overtaking).toBe(1);
    expect(paceOf(rows, 'orange', now)?.overtaking).toBe(0);
  });
});
