import { languages } from '../../contract/event';
import { dialogTexts, type TextKey } from '../../settings/dialog-texts';
import { readingEase, sentencesOf, wordsOf } from '../support/readability';

/** What staff read, and what is no sentence. */
const notForPatients: readonly string[] = ['agent_alert', 'agent_alert_repeat', 'weekdays'];
const texts = languages.flatMap((language) =>
  Object.entries(dialogTexts[language])
    .filter(([key]) => !notForPatients.includes(key))
    .map(([key, text]) => ({ language, key: key as TextKey, text })),
);
/** Words for one sex only, where the person is meant. Both forms side by side are none. */
const gendered = {
  'pt-BR':
    /(?<!\p{L})(?:obrigad[oa]|bem-vind[oa]|sozinh[oa]|(?:o|a|do|da|ao) paciente|querid[oa]|preocupad[oa]|cansad[oa]|o senhor|a senhora|o usuário|a usuária|(?:o|um) (?:médico|enfermeiro|atendente)|(?:a|uma) (?:médica|enfermeira|atendente)|avisad[oa]s? (?:você|de que foi))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:he|she|his|her|him|hers|himself|herself|sir|madam)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:bienvenid[oa]|(?:el|la|del) paciente|querid[oa]|preocupad[oa]|cansad[oa]|señora?|(?:el|un) (?:médico|enfermero)|(?:la|una) (?:médica|enfermera)|tranquil[oa]|sola|acompañad[oa])(?!\p{L})/iu,
};

describe('the bot’s own sentences', () => {
  it.each(languages)('have in %s the same parameters as in every other language', (language) => {
    const parameters = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const [key, text] of Object.entries(dialogTexts[language]))
      expect([key, parameters(text)]).toEqual([key, parameters(dialogTexts['pt-BR'][key as TextKey])]);
  });

  it.each(texts.filter(({ text }) => wordsOf(text).length >= 8))(
    '$language $key is read with ease at 12 years',
    ({ language, text }) => expect(readingEase(text, language)).toBeGreaterThanOrEqual(50),
  );

  it.each(languages)('are on the whole in %s easier still', (language) => {
    const all = texts.filter((one) => one.language === language && wordsOf(one.text).length >= 4);
    const whole = all.map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`)).join('\n');
    expect(readingEase(whole, language)).toBeGreaterThanOrEqual(65);
  });

  it.each(texts)('$language $key has short sentences', ({ text }) => {
    for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(25);
  });

  it.each(texts)('$language $key speaks to everybody alike', ({ language, text }) =>
    expect(gendered[language].exec(text)?.[0]).toBeUndefined(),
  );

  it.each(texts)('$language $key is short', ({ text }) => expect(text.length).toBeLessThanOrEqual(420));
});

describe('the formula', () => {
  it.each([
    [
      'pt-BR',
      'Você está bem? Beba água. Se piorar, ligue 192.',
      'A caracterização epidemiológica institucionalizada determina procedimentos hospitalares diferenciados.',
    ],
    [
      'en',
      'Are you well? Drink water. Call us.',
      'Institutional epidemiological characterisation necessitates differentiated hospitalisation procedures.',
    ],
    [
      'es',
      '¿Está bien? Beba agua. Si empeora, llame.',
      'La caracterización epidemiológica institucionalizada determina procedimientos hospitalarios diferenciados.',
    ],
  ] as const)('tells plain words from heavy ones (%s)', (language, easy, heavy) => {
    expect(readingEase(easy, language)).toBeGreaterThan(80);
    expect(readingEase(heavy, language)).toBeLessThan(20);
  });
});
