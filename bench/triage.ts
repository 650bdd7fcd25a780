/** `npm run bench:triage`: gold vignettes told to the bot in words, and how often it finds how urgent they are. */
import { parseArgs } from 'util';
import { languages } from '../contract/event';
import { builtInKnowledge } from '../src/turn/knowledge';
import { isGoodEnough, triageFigures, type Share, type Told, type TriageFigures } from './triage/figures';
import { styles, type Style } from './triage/patient-script';
import { tellAll } from './triage/tell-all';
import { levels, isOnlyMeasured, readVignettes, vignetteSets, type VignetteSet } from './triage/vignette';

const help = `npm run bench:triage -- [options]
  --set <set>      tuned (default), tuned-2, held-out (looked at since its first counts), or
                   held-out-2, held-out-3: only measured, never looked at
  --style <style>  how the patients answer: short ("sim"), sentence ("sim, estou"), label (the words on the button), literal (no to
                   what is no concept by itself, the first message again to a choice); default short
  --show wrong     each conversation that ended on another level than the gold one; not of those that are only measured
  --show <id>      one conversation
  --json

Each vignette of test/gold/vignettes is an invented person: a first message, and what they answer when asked. They write the
first message, then answer in words what the bot asks, through the same dialog as the app's, with the built-in protocols.
emergency = the emergency number named, a red flag, or a person within 10 minutes; care = a person later; self-care = guidance.
Intervals are Wilson's, 95 %. Ends with 1 when an emergency was missed, more than one person in need of care was sent home, the
accuracy is 70 % or less, or more than 20 % of what is no emergency was sent to one.`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'tuned' },
      style: { type: 'string', default: 'short' },
      show: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const set = vignetteSets.find((one): one is VignetteSet => one === values.set);
  if (!set) throw new Error(`--set is one of ${vignetteSets.join(', ')}`);
  const style = styles.find((one): one is Style => one === values.style);
  if (!style) throw new Error(`--style is one of ${styles.join(', ')}`);
  if (isOnlyMeasured(set) && values.show) throw new Error(`--show: vignettes of ${set} are not looked at`);
  return { ...values, set, style };
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const inWords = ({ n, of, share, low, high }: Share): string =>
  `${n} of ${of} = ${percent(share)} (${percent(low)} to ${percent(high)})`;

function lines(figures: TriageFigures, named: boolean): string[] {
  const said = [...levels, 'none'] as const;
  const list = (ids: readonly string[]): string => (ids.length > 0 && named ? `: ${ids.join('; ')}` : '');
  const cell = (text: string | number): string => String(text).padStart(10);
  return [
    `${'gold \\ bot'.padEnd(12)}${said.map(cell).join('')}`,
    ...levels.map(
      (gold) => `${gold.padEnd(12)}${said.map((one) => cell(figures.matrix[gold][one])).join('')}`,
    ),
    `accuracy                                ${inWords(figures.accuracy)}`,
    `sensitivity for emergencies             ${inWords(figures.sensitivity)}`,
    `emergencies missed                      ${figures.missed.length}${list(figures.missed)}`,
    `emergencies sent to self-care           ${figures.emergenciesSentHome.length}${list(figures.emergenciesSentHome)}`,
    `care sent to self-care                  ${figures.underTriaged.length}${list(figures.underTriaged)}`,
    `no emergency, sent to one               ${inWords(figures.falseAlarms)}${list(figures.falseAlarmIds)}`,
    `emergencies without the right number    ${figures.wrongNumber.length}${list(figures.wrongNumber)}`,
    `questions asked, mean                   ${figures.meanQuestions.toFixed(1)}`,
    `answers not understood                  ${figures.misunderstoodAnswers}`,
  ];
}

function show(told: readonly Told[], wanted: string): void {
  for (const { vignette, played } of told) {
    const isWanted = wanted === 'wrong' ? vignette.level !== played.level : vignette.id === wanted;
    if (!isWanted) continue;
    console.log(`\n== ${vignette.id}: ${vignette.level}, bot: ${played.level} (${played.how})`);
    for (const line of played.transcript) console.log(`   ${line.replace(/\n+/g, ' ⏎ ')}`);
  }
}

function main(): void {
  const options = readOptions();
  if (options.help) return console.log(help);
  const told = tellAll(readVignettes(options.set), builtInKnowledge(), options.style);
  const figures = triageFigures(told);
  const named = !isOnlyMeasured(options.set);
  if (options.show) show(told, options.show);
  if (options.json) {
    const byLanguage = Object.fromEntries(
      languages.map((lang) => [lang, triageFigures(told.filter(({ vignette }) => vignette.lang === lang))]),
    );
    const shown = { set: options.set, style: options.style, ...figures, byLanguage };
    // of what may not be looked at, only how many
    const counts = (_key: string, value: unknown): unknown =>
      !named && Array.isArray(value) ? value.length : value;
    console.log(JSON.stringify(shown, counts, 2));
  } else {
    console.log(
      [`${figures.n} vignettes (${options.set}), answers: ${options.style}`, ...lines(figures, named)].join(
        '\n',
      ),
    );
    for (const lang of languages) {
      const own = triageFigures(told.filter(({ vignette }) => vignette.lang === lang));
      console.log(
        `${lang.padEnd(6)} accuracy ${inWords(own.accuracy)}; emergencies missed ${own.missed.length}; questions ${own.meanQuestions.toFixed(1)}`,
      );
    }
  }
  process.exitCode = isGoodEnough(figures) ? 0 : 1;
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
