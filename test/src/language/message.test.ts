/** What of a message is told: the specific before the general, answers beside findings, what it wants. */
import type { Finding } from '../../../src/language/findings';
import { workOf } from '../../../src/language/findings';
import { mostSpecific, readMessage } from '../../../src/language/message';
import { readAnswer, type AskedQuestion } from '../../../src/language/answer';
import { said, told } from './say';

const finding = (concept: string, more: Partial<Finding> = {}): Finding => ({
  concept,
  value: 'yes',
  who: 'self',
  when: 'now',
  phrase: '',
  ...more,
});
const kept = (findings: Finding[]): string => said(mostSpecific(findings)).join(', ');

describe('the most specific', () => {
  it.each<[general: string, specific: string]>([
    ['vomiting', 'persistent_vomiting vomits_everything vomiting_blood'],
    ['cough', 'coughing_blood'],
    ['abdominal_pain', 'severe_abdominal_pain'],
    ['headache', 'headache_sudden_worst'],
    ['burn', 'burn_severe'],
    [
      'bleeding',
      'bleeding_heavy vaginal_bleeding postpartum_bleeding bleeding_mucosal vomiting_blood coughing_blood black_stool',
    ],
    ['drowsiness', 'unresponsive'],
    ['injury', 'self_harm electric_shock'],
    ['suicidal_ideation', 'self_harm'],
    ['violence', 'sexual_violence'],
  ])('of %s is told alone: %s', (general, specific) => {
    for (const one of specific.split(' ')) {
      expect(kept([finding(general), finding(one)])).toBe(`${one}=yes`);
      expect(kept([finding(general), finding(one, { value: 'no' })])).toBe(
        `${general}=yes, ${one}=no`.split(', ').sort().join(', '),
      );
      expect(kept([finding(general, { value: 'no' }), finding(one)])).toContain(`${general}=no`);
      expect(kept([finding(general), finding(one, { within: true })])).toBe(`${general}=yes`);
    }
  });
  it.each('pregnancy postpartum diabetes asthma cancer hypertension anosmia ageusia'.split(' '))(
    'keeps the fact %s that stands within another phrase',
    (fact) => expect(kept([finding(fact, { within: true })])).toBe(`${fact}=yes/part`),
  );
  it('leaves out other parts, but for what was taken to die', () => {
    expect(kept([finding('fever', { within: true })])).toBe('');
    expect(kept([finding('fever', { within: true, value: 'no' })])).toBe('fever=no/part');
    expect(kept([finding('poisoning', { within: true })])).toBe('');
    expect(kept([finding('poisoning', { within: true }), finding('self_harm')])).toBe(
      'poisoning=yes/part, self_harm=yes',
    );
    expect(kept([finding('fever', { within: true }), finding('self_harm')])).toBe('self_harm=yes');
    expect(kept([finding('pregnancy', { within: true }), finding('possible_pregnancy')])).toBe(
      'possible_pregnancy=yes',
    );
    expect(kept([finding('postpartum', { within: true }), finding('postpartum_bleeding')])).toBe(
      'postpartum_bleeding=yes',
    );
    expect(kept([finding('pregnancy'), finding('possible_pregnancy')])).toContain('pregnancy=yes');
  });
});

const reads = (text: string, asked?: string): { told: string[]; intent: string } => {
  const message = readMessage(text, { language: 'pt-BR', asked });
  return { told: said(message.told), intent: message.intent };
};

describe('what is told beside the answer, and what is wanted', () => {
  it.each<[text: string, asked: string | undefined, toldOf: string[], intent: string]>([
    ['sim', 'fever', [], 'answer'],
    ['sim, e tosse', 'fever', ['cough=yes'], 'answer'],
    ['tenho febre', 'fever', ['fever=yes'], 'answer'],
    ['acho que não tenho febre', 'fever', [], 'answer'],
    ['101 F', 'temperature', ['temperature=unknown/perhaps 38.3'], 'answer'],
    ['38', 'temperature', [], 'answer'],
    ['sim', 'no_such_concept', [], 'none'],
    ['quero falar com um atendente, tenho febre', undefined, ['fever=yes'], 'human'],
    ['cancelar', undefined, [], 'cancel'],
    ['oi', undefined, [], 'greeting'],
    ['como evitar?', undefined, [], 'question'],
    ['que filme!', undefined, [], 'none'],
    ['asdf', undefined, [], 'none'],
  ])('Given "%s" to %s Then %j and %s', (text, asked, toldOf, intent) =>
    expect(reads(text, asked)).toEqual({ told: toldOf, intent }),
  );

  it.each(
    'covid_past recent_vaccine postpartum covid_contact malaria_area flood_or_rat_contact covid_test_positive asthma diabetes cancer'.split(
      ' ',
    ),
  )('Given "sim, ontem" to %s, which does not end, Then it is now', (asked) =>
    expect(told('sim, ontem', 'pt-BR', asked)).toBe(`${asked}=yes`),
  );
  it.each(
    'headache chest_pain abdominal_pain severe_abdominal_pain back_pain myalgia arthralgia sore_throat retro_orbital_pain testicular_pain headache_sudden_worst'.split(
      ' ',
    ),
  )('Given "nenhuma dor" to %s Then none', (asked) =>
    expect(told('nenhuma dor', 'pt-BR', asked)).toBe(`${asked}=no`),
  );
  it.each([
    ['vacinei há 3 dias', 'recent_vaccine=yes'],
    ['tive covid há 10 dias', 'covid_past=yes'],
    ['voltei da amazônia há 10 dias', 'malaria_area=yes'],
    ['fumo há 5 dias', 'smoking=yes'],
    ['menstruação atrasada há 10 dias', 'possible_pregnancy=yes'],
    ['dei à luz há 10 dias', 'postpartum=yes'],
  ])('Given "%s" Then %s, and no duration of something felt', (text, expected) =>
    expect(told(text)).toBe(expected),
  );
  it('counts the tokens and the moves of a text', () => {
    expect(workOf('tosse e febre').tokens).toBe(3);
    expect(workOf('tosse e febre').steps).toBeGreaterThan(2);
  });
});

describe('the number with a unit is the one meant', () => {
  const read = (text: string, unit: string): unknown => {
    const asked: AskedQuestion = { id: 'asked', type: 'number', unit, unknownAllowed: true };
    const reading = readAnswer(text, asked, 'pt-BR');
    return reading.kind === 'value' && Math.round(Number(reading.value) * 1000) / 1000;
  };
  it.each<[unit: string, words: string, value: number]>([
    ['kg', 'kg kgs kilo kilos quilo quilos k', 36],
    ['kg', 'g grama gramas gramos grams', 0.036],
    ['kg', 'lb lbs pounds pound libras', 16.3],
    ['cm', 'm metro metros meter meters mts', 3600],
    ['cm', 'centímetros centimeters', 36],
    ['celsius', 'c celsius grau graus grados degrees', 36],
    ['celsius', 'f fahrenheit', 2.2],
    ['years', 'ano anos aninhos year years yo yrs', 36],
    ['years', 'mes meses month months', 3],
    ['years', 'semana semanas week weeks', 0.692],
    ['years', 'dia dias day days', 0.099],
  ])('Given %s asked and one of %s Then %d', (unit, words, value) => {
    for (const word of words.split(' '))
      expect([word, read(`5 filhos, 36 ${word}`, unit)]).toEqual([word, value]);
    expect(read('5 filhos, 36 coisas', unit)).toBe(5);
  });
});
