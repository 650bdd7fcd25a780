/**
 * Word endings cut off, so that "vacinar", "vacinação" and "vacinas" meet. A light stemmer of our own: people type without accents, and the
 * published algorithms for Portuguese and Spanish need them ("vacinacao" is no "vacinação" to Snowball).
 */
import type { Language } from '../../contract/event';

const latin = (endings: string): string[] => endings.split(/\s+/).sort((a, b) => b.length - a.length);

const endings: Readonly<Record<Language, readonly string[]>> = {
  'pt-BR':
    latin(`amentos amento imentos imento acoes acao icoes icao coes cao mente adores adora ador antes ante entes ente encia ancia
    aveis avel iveis ivel osos osas oso osa idades idade ados adas ado ada idos idas ido ida ando endo indo amos emos imos aram eram iram
    avam ava aria eria iria arei erei irei ar er ir ou eu iu am em as es os is a e o s`),
  es: latin(`amientos amiento imientos imiento aciones acion iciones icion ciones cion mente adores adora ador antes ante entes ente encia
    ancia ables able ibles ible osos osas oso osa idades idad ados adas ado ada idos idas ido ida ando iendo amos emos imos aron ieron aban
    aba aria eria iria are ere ire ar er ir an en as es os is a e o s`),
  en: latin(
    'ations ation ements ement ments ment ings ing ness ities ity ously ous ally ies ied ed es ly y s e',
  ),
};
const shortestStem = 3;

/** @param word in plain small letters (src/language/normalise.ts `fold`) */
export function stem(word: string, language: Language): string {
  if (/\d/.test(word)) return word;
  for (const ending of endings[language])
    if (word.length - ending.length >= shortestStem && word.endsWith(ending))
      return word.slice(0, -ending.length);
  return word;
}
