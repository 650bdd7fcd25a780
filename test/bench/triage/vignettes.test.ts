/** The gold vignettes that may be tuned on, told to the bot in words. Those that may not are measured by `npm run bench:triage`. */
import { isGoodEnough, triageFigures, type Told } from '../../../bench/triage/figures';
import { tellAll } from '../../../bench/triage/tell-all';
import { isOnlyMeasured, readVignettes, vignetteSets } from '../../../bench/triage/vignette';
import { builtInKnowledge } from '../../../src/turn/knowledge';

// the other styles are the command's: this is to be quick
const sets = vignetteSets.filter((set) => !isOnlyMeasured(set));
const setsAndStyles = (['short', 'literal'] as const).flatMap((style) =>
  sets.map((set) => [set, style] as const),
);

describe.each(setsAndStyles)('Given the patients of "%s" answer in the style "%s"', (set, style) => {
  let told: Told[] = [];
  beforeAll(() => {
    told = tellAll(readVignettes(set), builtInKnowledge(), style);
  }, 60_000);

  it('Then no emergency is missed, and at most one person in need of care is sent home', () => {
    const { missed, emergenciesSentHome, underTriaged } = triageFigures(told);
    expect({ missed, emergenciesSentHome }).toEqual({ missed: [], emergenciesSentHome: [] });
    expect(underTriaged.slice(1)).toEqual([]);
  });

  it('Then more than 70 % are right, and at most 20 % of the rest are sent to the emergency', () => {
    const figures = triageFigures(told);
    expect(figures.accuracy.share).toBeGreaterThan(0.7);
    expect(figures.falseAlarms.share).toBeLessThanOrEqual(0.2);
    expect(isGoodEnough(figures)).toBe(true);
  });
});

describe('the figures', () => {
  const somebody = (level: 'emergency' | 'care' | 'self-care', said: 'emergency' | 'care' | 'self-care') =>
    ({
      vignette: { id: `${level}/${said}`, level, call: level === 'emergency' ? '192' : null },
      played: {
        level: said,
        how: '',
        calls: said === 'emergency' ? ['192'] : [],
        questions: 1,
        misunderstood: 0,
      },
    }) as unknown as Told;

  it('Given a bot that always says 192 Then it is not good enough', () => {
    const all = (['emergency', 'care', 'self-care'] as const).flatMap((level) =>
      Array.from({ length: 10 }, () => somebody(level, 'emergency')),
    );
    const figures = triageFigures(all);
    expect(figures.sensitivity.share).toBe(1);
    expect(figures.falseAlarms.share).toBe(1);
    expect(isGoodEnough(figures)).toBe(false);
  });

  it('Given one emergency of many is sent home Then it is named, and not good enough', () => {
    const told = [
      somebody('emergency', 'self-care'),
      ...Array.from({ length: 60 }, () => somebody('emergency', 'emergency')),
      ...Array.from({ length: 40 }, () => somebody('self-care', 'self-care')),
    ];
    const figures = triageFigures(told);
    expect(figures.missed).toEqual(['emergency/self-care ()']);
    expect(isGoodEnough(figures)).toBe(false);
  });

  it('Then intervals are Wilson’s', () => {
    const { low, high } = triageFigures([
      ...Array.from({ length: 8 }, () => somebody('care', 'care')),
      ...Array.from({ length: 2 }, () => somebody('care', 'emergency')),
    ]).accuracy;
    expect(low).toBeCloseTo(0.4902, 3);
    expect(high).toBeCloseTo(0.9433, 3);
  });
});
