import type { Questionnaire } from '../../../settings/formats/fhir-types';
import { packToQuestionnaire } from '../../../settings/formats/questionnaire';
import { casesOf } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';
import { constraintProblems, medplumProblems, solaraProblems } from '../../support/fhir-validators';

const exported = (id: string): Questionnaire =>
  JSON.parse(
    JSON.stringify(packToQuestionnaire({ pack: packs[id]!, texts: packTexts[id]!, cases: casesOf(id) })),
  ) as Questionnaire;

const judges = { medplum: medplumProblems, solara: solaraProblems, constraints: constraintProblems };
const everyone: Judge[] = ['medplum', 'solara', 'constraints'];
type Judge = keyof typeof judges;
const refusing = (resource: object): Judge[] =>
  (Object.keys(judges) as Judge[]).filter((judge) => judges[judge](resource).length > 0);

/** A resource to break: anything may be put anywhere. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = Record<string, any>;

function withoutAnswer(when: Loose): void {
  for (const field of Object.keys(when)) if (field.startsWith('answer')) Reflect.deleteProperty(when, field);
}

describe('A pack exported as FHIR R4 Questionnaire', () => {
  it.each(Object.keys(packs))('Given %s, when validated, then every validator accepts it', (id) => {
    const resource = exported(id);
    expect(solaraProblems(resource)).toEqual([]);
    expect(medplumProblems(resource)).toEqual([]);
    expect(constraintProblems(resource)).toEqual([]);
  });

  const item = (change: (first: Loose, all: Loose[]) => void) => () => {
    const resource = exported('fr-covid-2020') as unknown as { item: Loose[] };
    change(resource.item[0]!, resource.item);
    return resource;
  };
  const root = (change: (resource: Loose) => void) => () => {
    const resource = exported('fr-covid-2020') as unknown as Loose;
    change(resource);
    return resource;
  };
  const withWhen = (change: (when: Loose, item: Loose) => void) =>
    item((_, all) => {
      const found = all.find(({ enableWhen }) => enableWhen)!;
      change(found.enableWhen[0], found);
    });

  it.each<[string, () => object, Judge[]]>([
    ['an item of a type that is none', item((first) => (first.type = 'yesno')), everyone],
    ['a type that is no text', item((first) => (first.type = 5)), everyone],
    ['an item without linkId', item((first) => delete first.linkId), ['medplum']],
    ['two items of one linkId', item((first, all) => (all[1]!.linkId = first.linkId)), ['constraints']],
    ['an enableWhen of no known operator', withWhen((when) => (when.operator = 'is')), ['solara']],
    ['an enableWhen without its question', withWhen((when) => delete when.question), ['medplum']],
    [
      'an enableWhen without an answer',
      withWhen((when) => {
        withoutAnswer(when);
      }),
      ['medplum'],
    ],
    [
      'an enableWhen that asks whether 5 exists',
      withWhen((when) => {
        withoutAnswer(when);
        Object.assign(when, { operator: 'exists', answerDecimal: 5 });
      }),
      ['medplum', 'constraints'],
    ],
    [
      'three of enableWhen without saying all or any',
      withWhen((when, owner) => {
        owner.enableWhen = [when, when, when];
        delete owner.enableBehavior;
      }),
      ['medplum', 'constraints'],
    ],
    [
      'options for a yes-no question',
      item((first) => Object.assign(first, { type: 'boolean', answerOption: [{ valueString: 'a' }] })),
      ['medplum', 'constraints'],
    ],
    ['a text for a truth value', root((all) => (all.experimental = 'yes')), ['medplum', 'solara']],
    ['no status', root((all) => delete all.status), ['medplum', 'solara']],
    ['a status that is none', root((all) => (all.status = 'signed')), ['solara']],
    ['a field that is none', root((all) => (all.table = [])), ['medplum', 'solara']],
    ['an extension without url', root((all) => delete all.extension[0].url), ['medplum', 'solara']],
    [
      'an extension with a value and extensions',
      root((all) => (all.extension[0].valueString = 'x')),
      ['medplum'],
    ],
  ])('Given %s, when validated, then it is refused, by whom is written here', (_, broken, expected) => {
    expect(refusing(broken())).toEqual(expected);
  });
});
