/** Each word that tells whose, when or what is measured does so in a sentence; another word in its place does not. */
import * as measure from '../../../src/language/measure-words';
import { readMeasures } from '../../../src/language/measures';
import * as subject from '../../../src/language/subject-words';
import { tokenise } from '../../../src/language/tokens';
import * as when from '../../../src/language/when-words';
import { told } from './say';

type Row = [
  name: string,
  words: Iterable<string>,
  say: (word: string) => string,
  reads: RegExp,
  but?: string[],
];

/** "age 3", "blood_pressure_systolic 120". */
const measured = (text: string): string =>
  readMeasures(tokenise(text))
    .map(({ concept, value }) => `${concept} ${value}`)
    .join();

const own = /cough=yes(?:,|$)/;
const others = /cough=(?:yes|no|unknown)\/other/;
const past = /cough=yes\/past/;

const said: readonly Row[] = [
  ['possessive', subject.possessives, (word) => `${word} filho tem tosse`, others],
  // "caçula" is said with who it is: "meu filho caçula"
  ['kin', subject.kin, (word) => `meu ${word} tem tosse`, others, ['cacula']],
  ['somebody', subject.others, (word) => `o ${word} tem tosse`, others, ['cacula']],
  ['article', subject.articles, (word) => `tosse, ${word} crianca tem febre`, /fever=yes\/other/, ['el']],
  ['pronoun', subject.pronouns, (word) => `${word} ta com tosse`, others],
  ['of them', subject.ofThem, (word) => `tosse ${word}`, others],
  ['describing', subject.describing, (word) => `tenho febre, meu ${word} paciente tem tosse`, others],
  [
    'first person',
    subject.selves,
    (word) => `meu filho tem febre, ${word} tosse`,
    /cough=yes(?:\/recent|\/past)?(?:,|$)/,
    ['escuto'],
  ],
  ['body', subject.bodily, (word) => `meu filho tem febre, minha ${word} e tosse`, own, ['mama']],
  [
    'speaking',
    subject.speaking,
    (word) => `meu filho ${word}, tosse`,
    own,
    ['falou', 'fala', 'reclama', 'falando'],
  ],
  ['with whom', subject.withWhom, (word) => `moro ${word} minha mae, tosse`, own],
  ['catching', subject.catching, (word) => `tosse, ${word} do meu filho, tosse`, own],
  ['possession', subject.possessions, (word) => `${word} do meu filho, tosse`, own],
  ['their verb', subject.theirVerbs, (word) => `${word}, tosse`, others, ['vomito']],
  [
    'carrier',
    subject.carriers,
    (word) => `minha ${word} perdeu liquido, gravida`,
    /fluid_loss_pregnancy=yes\/other/,
  ],
  ['benign', subject.benign, (word) => `eu ${word}, ele tem tosse`, others],
  ['to me', subject.toMe, (word) => `ele tem febre, me ${word} tosse`, others],
  ['unborn', subject.unborn, (word) => `${word}a, o bebe tem tosse`, own],
  ['since', when.since, (word) => `tive tosse ${word} ontem`, own],
  ['ago', when.ago, (word) => `tive tosse ${word} 3 anos`, past],
  ['long unit', when.longUnits, (word) => `tive tosse 3 ${word} atras`, past],
  ['back', when.back, (word) => `tive tosse 3 anos ${word}`, past],
  ['last', when.last, (word) => `tive tosse ano ${word}`, past],
  ['weekday', when.weekdays, (word) => `tosse ${word}`, /cough=yes\/recent/],
  ['in a year', when.inYear, (word) => `tive tosse ${word} 2010`, /cough=yes(?:\/past|,|$)/],
  ['childhood', when.childhood, (word) => `tosse quando ${word}`, past],
  ['was when', when.wasWhen, (word) => `tosse ${word} crianca`, past],
  ['began', when.began, (word) => `tosse ${word} ontem`, own],
  // who died of it has it no more
  ['past', when.past, (word) => `${word} tosse`, /cough=yes(?:\/other)?\/recent/, ['moreu', 'faleceu']],
  ['already', when.already, (word) => `${word} tive tosse`, past],
  ['present', when.present, (word) => `${word} tosse ano passado`, /cough=yes(?:\/other)?(?:,|$)/],
];

const { near, unit } = measure;
const numbers: readonly Row[] = [
  ['temperature', near.temperature, (word) => `${word} 38`, /temperature 38/],
  ['saturation', near.saturation, (word) => `${word} 90`, /oxygen_saturation 90/, ['o2']],
  ['pressure', near.pressure, (word) => `${word} 12`, /systolic 120/],
  ['glucose', near.glucose, (word) => `${word} 250`, /glucose 250/],
  ['breathing', near.breaths, (word) => `${word} 30`, /breathing_rate 30/],
  ['degree', unit.degrees, (word) => `38 ${word}`, /temperature 38/],
  ['Fahrenheit', unit.fahrenheit, (word) => `101 ${word}`, /temperature unknown/],
  ['breath', unit.breaths, (word) => `30 ${word}`, /breathing_rate 30/],
  ['year', unit.years, (word) => `30 ${word}`, /age 30/],
  ['month', unit.months, (word) => `6 ${word}`, /age 0.5/],
  ['week', unit.weeks, (word) => `gravida de 30 ${word}`, /weeks 30/],
  ['day', unit.days, (word) => `bebe de 20 ${word}`, /age 0.05/],
  ['hour', unit.hours, (word) => `febre 38 ${word}`, /^$/],
  // "por cento" is two words
  ['another unit', measure.otherUnits, (word) => `febre 38 ${word}`, /^$/, ['cento']],
  ['dose', measure.dose, (word) => `glicose 250 ${word}`, /^$/],
  ['showing', measure.shows, (word) => `${word} 38,2`, /temperature 38.2/],
  ['length', measure.since, (word) => `${word} 3 anos`, /^$/, ['tem']],
  ['baby', measure.baby, (word) => `${word} 20 dias`, /age 0.05/],
  ['newborn', measure.newborn, (word) => word, /age 0/],
  ['old', measure.oldWords, (word) => `20 dias ${word}`, /age 0.05/],
  ['of age', measure.ofAge, (word) => `bebe ${word} 20 dias`, /age 0.05/],
  ['pregnant', measure.pregnant, (word) => `${word} 30 semanas`, /weeks 30/],
  ['joining', measure.joined, (word) => `pressao 12 ${word} 8`, /systolic 120,blood_pressure_diastolic 80/],
];

const idle = (read: (text: string) => string, [, words, say, reads, but = []]: Row): string[] =>
  [...words].filter((word) => !reads.test(read(say(word))) && !but.includes(word));

describe.each(said)('Given each word of "%s"', (...row) => {
  it('Then the sentence is read by it', () => expect(idle(told, row)).toEqual([]));
  it('Then another word does not do the same', () => expect(told(row[2]('xyz'))).not.toMatch(row[3]));
});

describe.each(numbers)('Given each word of "%s" beside a number', (...row) => {
  it('Then the number is read by it', () => expect(idle(measured, row)).toEqual([]));
  it('Then another word does not do the same', () => expect(measured(row[2]('xyz'))).not.toMatch(row[3]));
});
