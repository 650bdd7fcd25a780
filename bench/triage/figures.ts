/** How often the bot was right, and in which direction it was wrong. Pure. */
import { levels, type Level, type Vignette } from './vignette';
import type { Played } from './play';

export interface Told {
  vignette: Vignette;
  played: Played;
}

export interface Share {
  of: number;
  n: number;
  share: number;
  /** Wilson's 95 % interval. */
  low: number;
  high: number;
}

export interface TriageFigures {
  n: number;
  /** Gold level → what the bot said → how many. */
  matrix: Record<Level, Record<Level | 'none', number>>;
  accuracy: Share;
  /** Of the emergencies, how many were recognised. */
  sensitivity: Share;
  /** Emergencies that were not recognised. */
  missed: string[];
  /** Emergencies that were sent to self-care, or came to no end. */
  emergenciesSentHome: string[];
  /** What needed care and was sent to self-care, or came to no end. */
  underTriaged: string[];
  /** Of what is no emergency, how many were sent to one. */
  falseAlarms: Share;
  falseAlarmIds: string[];
  /** Emergencies that were recognised without the number that the source asks for. */
  wrongNumber: string[];
  meanQuestions: number;
  misunderstoodAnswers: number;
}

const z95 = 1.959_963_984_540_054;

/** Wilson's score interval. Source: E. B. Wilson, JASA 1927;22:209–212. */
export function shareOf(n: number, of: number): Share {
  if (of === 0) return { n, of, share: 0, low: 0, high: 1 };
  const share = n / of;
  const middle = (share + (z95 * z95) / (2 * of)) / (1 + (z95 * z95) / of);
  const half =
    (z95 * Math.sqrt((share * (1 - share)) / of + (z95 * z95) / (4 * of * of))) / (1 + (z95 * z95) / of);
  return { n, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export function triageFigures(told: readonly Told[]): TriageFigures {
  const row = (): Record<Level | 'none', number> => ({ emergency: 0, care: 0, 'self-care': 0, none: 0 });
  const matrix = { emergency: row(), care: row(), 'self-care': row() };
  for (const { vignette, played } of told) matrix[vignette.level][played.level] += 1;
  const ids = (keep: (gold: Level, said: Level | 'none') => boolean): string[] =>
    told
      .filter(({ vignette, played }) => keep(vignette.level, played.level))
      .map(({ vignette, played }) => `${vignette.id} (${played.how})`);
  const count = (keep: (gold: Level, said: Level | 'none') => boolean): number => ids(keep).length;
  const isEnd = (said: Level | 'none'): boolean => said === 'self-care' || said === 'none';
  const emergencies = count((gold) => gold === 'emergency');
  const falseAlarmIds = ids((gold, said) => gold !== 'emergency' && said === 'emergency');
  const total = (pick: (played: Played) => number): number =>
    told.reduce((sum, { played }) => sum + pick(played), 0);
  return {
    n: told.length,
    matrix,
    accuracy: shareOf(
      levels.reduce((sum, level) => sum + matrix[level][level], 0),
      told.length,
    ),
    sensitivity: shareOf(matrix.emergency.emergency, emergencies),
    missed: ids((gold, said) => gold === 'emergency' && said !== 'emergency'),
    emergenciesSentHome: ids((gold, said) => gold === 'emergency' && isEnd(said)),
    underTriaged: ids((gold, said) => gold === 'care' && isEnd(said)),
    falseAlarms: shareOf(falseAlarmIds.length, told.length - emergencies),
    falseAlarmIds,
    wrongNumber: told
      .filter(
        ({ vignette: { call }, played }) =>
          call !== null && played.level === 'emergency' && !played.calls.includes(call),
      )
      .map(({ vignette, played }) => `${vignette.id} (${played.calls.join(' ')})`),
    meanQuestions: told.length === 0 ? 0 : total(({ questions }) => questions) / told.length,
    misunderstoodAnswers: total(({ misunderstood }) => misunderstood),
  };
}

/** The targets: no emergency missed, one person in need of care sent home at most; and not by sending everybody to the emergency. */
export function isGoodEnough({ missed, underTriaged, accuracy, falseAlarms }: TriageFigures): boolean {
  return missed.length === 0 && underTriaged.length <= 1 && accuracy.share > 0.7 && falseAlarms.share <= 0.2;
}
