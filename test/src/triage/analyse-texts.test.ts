import { casesOf, type PackCase } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';
import { analysePack } from '../../../src/triage/analyse';
import type { Finding } from '../../../src/triage/analyse-finding';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Broken = any;
interface Copy {
  pack: Broken;
  texts: Broken;
  cases: PackCase[];
}

function problemsOf(plant: (copy: Copy) => void): Finding[] {
  const id = 'fr-covid-2020';
  const parts: unknown = { pack: packs[id], texts: packTexts[id], cases: casesOf(id) };
  const copy = JSON.parse(JSON.stringify(parts)) as Copy;
  plant(copy);
  const { findings } = analysePack(copy.pack, { ...copy, samples: 0 });
  return findings.filter(({ severity }) => severity === 'problem');
}

const says = (plant: (copy: Copy) => void): string[] =>
  problemsOf(plant).map(({ code, at, message }) => `${code} ${at}: ${message}`);

describe('Given a text with a place', () => {
  const planted = (name: string, key = (copy: Copy) => copy.pack.outcomes[0].advice as string) =>
    says((copy) => {
      copy.pack.parameters.isolation_days = {
        ...{ value: 7, unit: 'days', validFrom: '2020-05-10', source: copy.pack.table[0].source },
      };
      copy.texts.en[key(copy)] += ` For {${name}} days.`;
    });

  it('of a parameter, in what is told with an outcome: nothing is wrong', () => {
    expect(planted('isolation_days')).toEqual([]);
  });

  it('that nothing fills: it is named with its text', () => {
    expect(planted('isolation_dayz')).toEqual([
      expect.stringMatching(/^text-placeholder en\.outcome\.\S+: nothing fills \{isolation_dayz\}$/),
    ]);
  });

  it('in a question, where no place is filled: it is named', () => {
    expect(planted('isolation_days', ({ pack }) => pack.questions[0].text as string)).toEqual([
      expect.stringMatching(/^text-placeholder en\.\S+: nothing fills \{isolation_days\} here/),
    ]);
  });
});

it('Given a case that tells what nobody knows, it is a problem of that case', () => {
  expect(says(({ cases }) => (cases[0]!.answers['agee'] = 30))).toEqual([
    expect.stringMatching(/^case-invalid cases\.\S+: case \S+: agee is neither a question nor a concept$/),
  ]);
});

it('Given a question in another unit than its concept, the unit is named', () => {
  expect(
    says(
      ({ pack }) =>
        (pack.questions.find((one: { id: string }) => one.id === 'temperature_cat').unit = 'fahrenheit'),
    ),
  ).toEqual([
    expect.stringMatching(
      /^unit questions\.\d+\.unit: temperature_cat is in fahrenheit; temperature is told in celsius$/,
    ),
  ]);
});

describe('Given a vital question of which nothing is known how to ask it otherwise', () => {
  const notesOf = (rephrase?: string): string[] => {
    const pack = JSON.parse(JSON.stringify(packs['respiratory'])) as Broken;
    pack.questions.push({
      ...{ ...pack.questions.find(({ id }: { id: string }) => id === 'dyspnea'), id: 'leaf_touched' },
      ...(rephrase === undefined ? {} : { rephrase }),
    });
    const { findings } = analysePack(pack, { samples: 0 });
    return findings
      .filter(({ code }) => code === 'no-other-words')
      .map(({ severity, message }) => `${severity}: ${message}`);
  };

  it('Then a note names it, and no other', () => {
    expect(notesOf()).toEqual(['note: the vital leaf_touched has no other words for who is not sure']);
  });

  it('with other words in the pack: none', () => {
    expect(notesOf('question.leaf_touched.again')).toEqual([]);
  });
});

describe('Given a part without a name', () => {
  it.each([
    ['row.2', ['2']],
    ['outcome.SAMU.title', []],
    ['derived.fever', []],
    ['title', []],
  ])('%s: the text is missing, in its language and by its row', (key, rows) => {
    const found = problemsOf(({ texts }) => Object.assign(texts.es, { [key]: '' }));
    expect(found).toEqual([expect.objectContaining({ code: 'text-missing', at: `es.${key}`, rows })]);
  });
});

describe('Given a text in another language than its own', () => {
  const said = (language: string, text: string): string[] =>
    says(({ pack, texts }) => (texts[language][pack.questions[0].text] = text));

  it.each([
    ['pt-BR', 'Do you have a fever now?', 'en'],
    ['pt-BR', 'How old is the patient?', 'en'],
    ['pt-BR', '¿Usted tiene fiebre?', 'es'],
    ['es', 'Você está com febre?', 'pt-BR'],
    ['en', 'Você está com febre?', 'pt-BR'],
  ])('%s %p: it is named', (language, text, other) => {
    expect(said(language, text)).toEqual([
      expect.stringMatching(new RegExp(`^text-language ${language}\\.\\S+: is written in ${other}`)),
    ]);
  });

  it.each([
    ['pt-BR', 'Covid-19 (Sars-CoV-2)?'],
    ['es', '¿Fiebre?'],
    ['en', 'Fever?'],
    ['pt-BR', 'Tomou Paracetamol Generic 500 mg?'],
  ])('%s %p: nothing is said', (language, text) => expect(said(language, text)).toEqual([]));
});
