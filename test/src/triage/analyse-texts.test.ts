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
