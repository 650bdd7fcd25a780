import { readFindings } from '../../../src/language/findings';
import { readLoneNumber } from '../../../src/language/number-answer';
import { tokenise } from '../../../src/language/tokens';

/** A Sunday. */
const today = '2026-11-22';
const daysOf = (text: string, day?: string): unknown =>
  readFindings(text, 'pt-BR', day).find(({ concept }) => concept === 'symptom_duration')?.value;

describe('a weekday as a beginning', () => {
  it.each([
    ['tosse desde segunda', 6],
    ['febre desde segunda-feira passada', 6],
    ['tosse desde a última quinta', 3],
    ['a febre começou na sexta', 2],
    ['tosse desde domingo', 7],
    ['diarreia desde sábado retrasado', 8],
    ['cough since tuesday', 5],
    ['tos desde el miércoles', 4],
  ])('Given a Sunday, "%s" Then %i days', (text, days) => expect(daysOf(text, today)).toBe(days));
  it('Given no clock Then no number', () => expect(daysOf('tosse desde segunda')).toBeUndefined());
  it('Given a date that is none Then no number', () =>
    expect(daysOf('tosse desde segunda', 'x')).toBeUndefined());
  it('Given "segunda dose" Then no day', () =>
    expect(daysOf('tomei a segunda dose e to com tosse', today)).toBeUndefined());
  it('Given the question since when, "na segunda" answers', () =>
    expect(readLoneNumber(tokenise('na segunda'), 'symptom_duration', today)).toBe(6));
});
