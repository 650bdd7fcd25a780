import { csvToPack, packToCsv } from '../../../settings/formats/csv';
import { packToQuestionnaire } from '../../../settings/formats/questionnaire';
import { questionnaireToPack } from '../../../settings/formats/read-questionnaire';
import { packToWorkbook, workbookToPack } from '../../../settings/formats/workbook';
import type { PackBundle, PackReading } from '../../../settings/formats/bundle';
import { casesOf } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';

const bundleOf = (id: string): PackBundle => ({
  pack: packs[id] as PackBundle['pack'],
  texts: packTexts[id] as PackBundle['texts'],
  cases: casesOf(id),
});

const read = (reading: PackReading): PackBundle => {
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.bundle;
};

const formats: [string, (bundle: PackBundle) => Promise<PackReading> | PackReading][] = [
  ['a workbook', async (bundle) => workbookToPack(await packToWorkbook(bundle))],
  ['CSV files', (bundle) => csvToPack(packToCsv(bundle))],
  [
    'a FHIR Questionnaire',
    (bundle) => questionnaireToPack(JSON.parse(JSON.stringify(packToQuestionnaire(bundle)))),
  ],
];

describe.each(formats)('A pack as %s', (_, through) => {
  it.each(Object.keys(packs))('Given %s, when exported and imported, then nothing changed', async (id) => {
    const bundle = bundleOf(id);
    const back = read(await through(bundle));
    expect(back.pack).toStrictEqual(bundle.pack);
    expect(back.texts).toStrictEqual(bundle.texts);
    expect(back.cases).toStrictEqual(bundle.cases);
    // order is meaning in a table, and shows in what is written to disk
    expect(JSON.stringify(back.pack)).toBe(JSON.stringify(bundle.pack));
  });

  it('Given a question in other words, when exported and imported, then they are there', async () => {
    const { pack, texts, cases } = structuredClone(bundleOf('respiratory'));
    const questions = pack.questions.map(({ id, text, ...rest }) =>
      id === 'dyspnea' ? { id, text, rephrase: `${text}.again`, ...rest } : { id, text, ...rest },
    );
    for (const byKey of Object.values(texts)) Object.assign(byKey, { 'question.dyspnea.again': '…?' });
    const back = read(await through({ pack: { ...pack, questions }, texts, cases }));
    expect(back.pack.questions).toStrictEqual(questions);
  });
});
