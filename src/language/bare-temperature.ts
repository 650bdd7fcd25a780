/** "38,2" with neither "febre" nor "graus": a number that only a thermometer shows, where nothing says that it is something else. */
import { baby, near, otherUnits, shows, unit } from './measure-words';
import { after, before, type Place } from './number-place';
import { isSpoken, textAt } from './token-at';
import { setOfWords } from './tokens';

const warm = setOfWords(
  'quente quentinho quentinha quentao quentona ardendo queimando pelando fervendo caliente calentito calentita hot warm burning esquentando esquentou',
);
const measured = setOfWords(
  'peso pesa pesando pesei kg quilos calco calca numero tamanho altura mede medindo cintura quadril cabeca circunferencia custa custou reais valor preco nota media pe km r rua casa apto apartamento lote quadra linha onibus sala imc weight weighs size peso talla mide pressao glicose dextro sat saturacao saturando oximetro idade hemoglobina hematocrito leucocitos',
);
const having = setOfWords('tenho tem tengo tiene idade de fiz faz ha completou years uns umas mais');
const following = setOfWords(
  'e mas ha faz desde agora hoje ontem com ta to sem que a de as na no deu depois antes quando mesmo ja and since now y pero desde hace ele ela meu minha',
);

export function isBareTemperature(place: Place): boolean {
  const { tokens, start, end, value, next, digits } = place;
  if (!digits || value <= 35 || value >= 43 || otherUnits.has(next) || before(place, 4, measured))
    return false;
  if (tokens[end + 1]?.kind === 'number' || tokens[start - 1]?.kind === 'number') return false;
  const isTenth = /^\d\d[.,]\d$/.test(textAt(tokens, start));
  const isWarm = before(place, 6, warm) || after(place, 4, warm);
  if (isTenth) {
    const opens = !isSpoken(tokens[start - 1]) || shows.has(textAt(tokens, start - 1));
    const ends = tokens[end + 1]?.kind !== 'word' || following.has(next) || warm.has(next);
    return (opens && ends) || isWarm || before(place, 8, baby) || near.temperature.has(next);
  }
  if (!Number.isInteger(value) || having.has(textAt(tokens, start - 1)) || unit.years.has(next)) return false;
  return isWarm && (tokens[end + 1]?.kind !== 'word' || following.has(next));
}
