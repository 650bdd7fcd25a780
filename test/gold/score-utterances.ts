/** Gold utterances against what is understood of them. Conventions: test/gold/utterances/README.md. */
import { readFileSync } from 'fs';
import type { Language } from '../../contract/event';
import type { Understood } from '../../src/safety/understand';

type Expected = Pick<Understood, 'redFlag' | 'call' | 'intent'> & {
  findings: Pick<Understood['findings'][number], 'concept' | 'value' | 'who' | 'when'>[];
};
export interface Utterance {
  id: string;
  lang: Language;
  text: string;
  asked?: string;
  expect: Expected;
  why: string;
}

export const utterancesOf = (file: string): Utterance[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Utterance);

/** A `yes` for the general concept beside the specific one is not wrong. */
const general: Readonly<Record<string, readonly string[]>> = {
  vomiting: ['persistent_vomiting', 'vomits_everything', 'vomiting_blood'],
  cough: ['coughing_blood'],
  abdominal_pain: ['severe_abdominal_pain'],
  headache: ['headache_sudden_worst'],
  burn: ['burn_severe'],
};

export interface Score {
  right: boolean;
  missedFlag: boolean;
  falseFlag: boolean;
  /** A concept said to be there was read as denied, or one denied as there. */
  turnedNegation: boolean;
}

const nearly = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 0.01 : a === b;

export function scoreOf({ expect }: Utterance, { findings, redFlag, call, intent }: Understood): Score {
  const same = (a: Expected['findings'][number], b: Expected['findings'][number]): boolean =>
    a.concept === b.concept && nearly(a.value, b.value) && a.who === b.who && a.when === b.when;
  const extra = findings.filter(
    (one) =>
      !expect.findings.some((wanted) => same(one, wanted)) &&
      !(
        one.value === 'yes' && expect.findings.some(({ concept }) => general[one.concept]?.includes(concept))
      ),
  );
  const missing = expect.findings.filter((wanted) => !findings.some((one) => same(one, wanted)));
  const turnedNegation = missing.some((wanted) =>
    extra.some(
      (one) =>
        one.concept === wanted.concept &&
        ((wanted.value === 'yes' && one.value === 'no') || (wanted.value === 'no' && one.value === 'yes')),
    ),
  );
  return {
    right:
      extra.length === 0 &&
      missing.length === 0 &&
      redFlag === expect.redFlag &&
      call === expect.call &&
      intent === expect.intent,
    missedFlag: expect.redFlag && !redFlag,
    falseFlag: redFlag && !expect.redFlag,
    turnedNegation,
  };
}
