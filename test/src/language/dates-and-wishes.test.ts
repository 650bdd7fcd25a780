/** Answers that name a day, a year or a month where a number was asked for; and what is wanted of the chat, in more words. */
import { readMessage } from '../../../src/language/message';
import { told } from './say';

const number = (asked: string, text: string): unknown =>
  readMessage(text, { language: 'pt-BR', asked, today: '2026-11-22' }).findings.find(
    ({ concept }) => concept === asked,
  )?.value;

describe('numbers that are told otherwise', () => {
  it.each<[asked: string, text: string, value: number | 'unknown']>([
    ['symptom_duration', 'desde o dia 15', 7],
    ['symptom_duration', 'desde dia 19/11', 3],
    ['symptom_duration', 'dia 25', 28],
    ['symptom_duration', 'hoje é o quinto dia', 5],
    ['symptom_duration', 'desde antes de ontem', 2],
    ['symptom_duration', 'noite passada', 1],
    ['symptom_duration', 'faz umas horas', 0],
    ['symptom_duration', 'desde que acordei', 0],
    ['symptom_duration', 'não foram 2 dias, foram 5', 5],
    ['symptom_duration', 'uns dias', 'unknown'],
    ['age', 'nasci em 1980', 46],
    ['age', 'sou de 75', 51],
    ['age', 'fiz sessenta mês passado', 60],
    ['age', 'já passei dos 60', 60],
    ['gestational_weeks', 'sexto mês', 26],
    ['gestational_weeks', '5 meses e meio', 24],
    ['gestational_weeks', 'nem fiz ultrassom', 'unknown'],
    ['temperature', '39 com 5', 39.5],
    ['temperature', '38 5', 38.5],
    ['temperature', 'o termômetro quebrou', 'unknown'],
    ['oxygen_saturation', 'não tenho aquele negócio de dedo', 'unknown'],
    ['blood_pressure_diastolic', 'só vi a de cima', 'unknown'],
    ['glucose', 'acabou a fita', 'unknown'],
  ])('Given %s asked, When "%s" Then %s', (asked, text, value) => expect(number(asked, text)).toBe(value));
});

describe('what is wanted of the chat', () => {
  it.each<[intent: string, said: string[]]>([
    [
      'cancel',
      ['não quero continuar', 'cansei de responder', 'para, não quero continuar', 'vou parar por aqui'],
    ],
    ['restart', ['zera tudo', 'limpa tudo e vamos de novo', 'do começo', 'refazer desde o início']],
    [
      'question',
      ['quanto custa', 'vcs atendem sábado', 'febre de quanto é perigosa?', 'tosse com catarro é grave?'],
    ],
    ['none', ['tá chovendo aí?', 'por que a galinha atravessou a rua?', 'essa conta me dá dor de cabeça']],
  ])('Given words for %s Then it is heard', (intent, said) =>
    expect(said.filter((text) => readMessage(text, { language: 'pt-BR' }).intent !== intent)).toEqual([]),
  );

  it('Given a question about one that is ill now Then what is told counts', () =>
    expect(told('o que faço, meu filho tá com febre?')).toBe('fever=yes/other'));
});
