import { redFlagsIn } from '../../../src/triage/evaluate';
import type { Answers, Pack } from '../../../src/triage/pack';
import { choice, real } from './findings-of';
import { changed, decides, goesOn, is, number } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';

const open = { unknown: { allowed: true } };

type Row = [Answers, string, string, string];

describe('What a follow-up decides, which compares with what was told before', () => {
  const again: Pack = smallPack(
    [
      number('n', 0, 50),
      number('m', 0, 50, { unknown: { allowed: true, means: 'blocks' } }),
      yesNo('a', open),
      yesNo('s', { kind: 'surveillance', when: is('a') }),
    ],
    [
      ['rise', { rise: ['n', 2] }, 'see'],
      ['fall', { fall: ['m', 3] }, 'call'],
      ['both', { all: [{ not: { rise: ['n', 1] } }, is('a')] }, 'see'],
      ['old', is('previous.a'), 'see'],
    ],
    { use: 'follow-up', demonstration: false, redFlagOutcome: { outcome: 'call', source } },
  );
  // prettier-ignore
  it.each<Row>([
    [{},
      'see by vital-unknown: n=unknown m=unknown a=unknown previous.n=unknown previous.m=unknown previous.a=unknown, not known: n m a previous.n previous.m previous.a',
      'vital-unknown of',
      ''],
    [{ n: 5 },
      'see by vital-unknown: m=unknown a=unknown previous.n=unknown previous.m=unknown previous.a=unknown, not known: m a previous.n previous.m previous.a',
      'vital-unknown of',
      ''],
    [{ n: 5, 'previous.n': 3 },
      'see by rise: n=5 previous.n=3',
      'rise of',
      ''],
    [{ n: 5, 'previous.n': 3.5 },
      'see by vital-unknown: m=unknown previous.m=unknown previous.a=unknown, not known: m previous.m previous.a',
      'vital-unknown of',
      ''],
    [{ 'previous.n': 3 },
      'see by vital-unknown: n=unknown m=unknown a=unknown previous.m=unknown previous.a=unknown, not known: n m a previous.m previous.a',
      'vital-unknown of',
      ''],
    [{ n: 'unknown', 'previous.n': 3 },
      'see by vital-unknown: n=unknown m=unknown a=unknown previous.m=unknown previous.a=unknown, not known: n m a previous.m previous.a',
      'vital-unknown of',
      ''],
    [{ n: 1, 'previous.n': 3, m: 2, 'previous.m': 5, a: true },
      'call by fall: m=2 previous.m=5',
      'fall of',
      'm 2→unknown see by both'],
    [{ n: 3, 'previous.n': 3, m: 2.1, 'previous.m': 5, a: true },
      'see by both: n=3 a=true previous.n=3',
      'asks s of',
      ''],
    [{ n: 3, 'previous.n': 3, m: 'unknown', 'previous.m': 5, a: false, 'previous.a': false },
      'see by vital-unknown: m=unknown, not known: m',
      'vital-unknown of',
      ''],
    [{ n: 3, m: 4, a: false, 'previous.a': true },
      'see by old: previous.a=true, not known: previous.n previous.m',
      'old of',
      ''],
    [{ n: 3, 'previous.n': 'unknown', m: 4, 'previous.m': 4, a: false, 'previous.a': false },
      'see by vital-unknown: previous.n=unknown, not known: previous.n',
      'vital-unknown of',
      ''],
    [{ n: 3.9, 'previous.n': 3, m: 4, 'previous.m': 4, a: true, 'previous.a': false },
      'see by both: n=3.9 a=true previous.n=3',
      'asks s of',
      'a true→false home by else'],
  ])('%j', (who, decision, next, changes) => expect([decides(who, again), goesOn(who, again), changed(who, again)]).toEqual([decision, next, changes]));
});

describe('What a demonstration decides, which keeps to its published order', () => {
  const demo: Pack = smallPack(
    [
      yesNo('a', open),
      yesNo('b', { ...open, kind: 'vital' }),
      yesNo('dyspnea', open),
      yesNo('s', { kind: 'surveillance', when: is('a') }),
      yesNo('t', { kind: 'surveillance' }),
    ],
    [
      ['x', is('a'), 'see'],
      ['y', { all: [is('b'), is('dyspnea')] }, 'call'],
      ['z', is('b'), 'home'],
    ],
  );
  demo.table[2]!.unknown = 'holds';
  // prettier-ignore
  it.each<Row>([
    [{},
      'see by vital-unknown: a=unknown b=unknown dyspnea=unknown, not known: a b dyspnea',
      'asks a of b dyspnea a',
      ''],
    [{ a: true },
      'see by x: a=true',
      'asks s of',
      ''],
    [{ a: true, s: false, t: true },
      'see by x: a=true',
      'x of',
      ''],
    [{ a: false },
      'see by vital-unknown: b=unknown dyspnea=unknown, not known: b dyspnea',
      'asks b of b dyspnea',
      'b null→false home by else'],
    [{ a: 'unknown' },
      'see by vital-unknown: a=unknown b=unknown dyspnea=unknown, not known: a b dyspnea',
      'asks b of b dyspnea',
      ''],
    [{ a: false, b: true },
      'see by vital-unknown: dyspnea=unknown, not known: dyspnea',
      'asks dyspnea of dyspnea',
      'b true→false home by else; dyspnea null→true call by y; dyspnea null→false home by z'],
    [{ a: false, b: true, dyspnea: true },
      'call by y: b=true dyspnea=true dyspnea 192',
      'y of',
      'a false→true see by x; b true→false home by else; b true→unknown see by vital-unknown; dyspnea true→false home by z; dyspnea true→unknown see by vital-unknown'],
    [{ a: false, b: false },
      'home by else: a=false b=false',
      'asks t of',
      'a false→true see by x; a false→unknown see by vital-unknown; b false→true see by vital-unknown; b false→unknown see by vital-unknown'],
    [{ a: false, b: 'unknown' },
      'see by vital-unknown: b=unknown dyspnea=unknown, not known: b dyspnea',
      'asks dyspnea of',
      'b unknown→false home by else'],
    [{ a: false, b: 'unknown', dyspnea: false },
      'see by vital-unknown: b=unknown, not known: b',
      'asks t of',
      'b unknown→true home by z; b unknown→false home by else'],
    [{ dyspnea: true },
      'see by vital-unknown: a=unknown b=unknown, not known: a b dyspnea 192',
      'asks a of b a',
      'b null→true call by y'],
    [{ a: 'unknown', b: false, dyspnea: false },
      'see by vital-unknown: a=unknown, not known: a',
      'asks t of',
      'a unknown→false home by else'],
  ])('%j', (who, decision, next, changes) => expect([decides(who, demo), goesOn(who, demo), changed(who, demo)]).toEqual([decision, next, changes]));
});

describe('Red flags by whatever form a pack asks for them in', () => {
  const pack = real(
    [
      choice('dyspnea', 'yes', 'no'),
      { ...choice('pains', 'yes', 'no'), concept: 'chest_pain' },
      { ...choice('how', 'strong', 'weak'), concept: 'cyanosis' },
      yesNo('fits', { concept: 'seizure' }),
      number('o2', 50, 100, { concept: 'oxygen_saturation' }),
      number('how_old', 0, 120, { concept: 'age' }),
    ],
    [],
  );
  // prettier-ignore
  it.each<[Answers, string]>([
    [{ dyspnea: 'yes' }, 'dyspnea 192'],
    [{ dyspnea: true }, ''],
    [{ dyspnea: 'no' }, ''],
    [{ pains: 'yes' }, 'chest_pain 192'],
    [{ chest_pain: true }, 'chest_pain 192'],
    [{ chest_pain: 'yes' }, ''],
    [{ how: 'strong' }, ''],
    [{ cyanosis: true }, 'cyanosis 192'],
    [{ fits: true }, 'seizure 192'],
    [{ fits: false }, ''],
    [{ seizure: true }, 'seizure 192'],
    [{ o2: 89 }, 'oxygen_saturation 192'],
    [{ o2: 94 }, ''],
    [{ oxygen_saturation: 80 }, 'oxygen_saturation 192'],
    [{ how_old: 0.1, fever: true }, 'fever 192'],
    [{ age: 0.1, fever: true }, ''],
    [{ how_old: 40, fever: true }, ''],
    [{ age_months: 1, fever: true }, 'fever 192'],
    [{ age_days: 20, fever: true }, 'fever 192'],
  ])('%j', (who, raised) => expect(redFlagsIn(pack, who).map(({ concept, call }) => `${concept} ${call}`).join(' ')).toBe(raised));
});

describe('What is not known of a part that is denied, and of an index', () => {
  const open = { unknown: { allowed: true } };
  const pack = real(
    [
      yesNo('a', open),
      yesNo('b', { ...open, when: is('a') }),
      number('kg', 1, 300, { unknown: { allowed: true, means: 'yes' } }),
      number('cm', 30, 250),
    ],
    [
      ['no', { not: { all: [is('a'), is('b')] } }, 'see'],
      ['heavy', { gte: ['bmi', 30] }, 'call'],
    ],
    { computed: { bmi: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 } } },
  );
  // prettier-ignore
  it.each<Row>([
    [{ a: 'unknown', kg: 50, cm: 170 },
      'see by vital-unknown: a=unknown b=unknown, not known: a b',
      'asks b of b',
      'kg 50→unknown call by heavy'],
    [{ a: true, b: 'unknown', kg: 50, cm: 170 },
      'see by vital-unknown: b=unknown, not known: b',
      'vital-unknown of',
      'b unknown→true home by else; kg 50→unknown call by heavy'],
    [{ a: true, b: true, kg: 50, cm: 170 },
      'home by else: a=true b=true bmi=17.3',
      'else of',
      'a true→false see by no; a true→unknown see by vital-unknown; b true→false see by no; b true→unknown see by vital-unknown; kg 50→unknown call by heavy; cm 170→unknown see by vital-unknown'],
    [{ a: false, kg: 50, cm: 170 },
      'see by no: a=false',
      'no of',
      ''],
    [{ a: true, b: true, kg: 'unknown', cm: 170 },
      'call by heavy: kg=unknown cm=170',
      'heavy of',
      'a true→false see by no; b true→false see by no'],
    [{ a: true, b: true, kg: 50, cm: 'unknown' },
      'see by vital-unknown: cm=unknown, not known: cm',
      'vital-unknown of',
      'kg 50→unknown call by heavy'],
    [{ a: true, b: true, kg: 'unknown' },
      'call by heavy: kg=unknown',
      'heavy of',
      'a true→false see by no; b true→false see by no'],
    [{ a: true, b: true, cm: 'unknown' },
      'call by heavy: cm=unknown',
      'heavy of',
      'a true→false see by no; b true→false see by no'],
    [{ a: true, b: true },
      'call by heavy: ',
      'asks kg of kg cm',
      'a true→false see by no; b true→false see by no'],
  ])('%j', (who, decision, next, changes) => expect([decides(who, pack), goesOn(who, pack), changed(who, pack)]).toEqual([decision, next, changes]));
});
