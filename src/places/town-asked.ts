/** "Onde posso ir em fortalesa?": the town that closes a question, misspelt too. Pure. */
import { findMunicipality, type MunicipalityReading } from './find-municipality';
import { typedWords } from './typed-place';

const leads = new Set(['em', 'in', 'en']);
const mostWords = 5;
/** What else may follow "em": one letter away from a town (Breves, Casas …), or begun like one. */
const common = new Set(
  `caso casos casa breve geral seguida seguranca emergencia emergencias urgencia urgencias crise algum alguma outro outra outros outras
  qualquer todo toda domingo feriado feriados funcionamento horario portugues ingles espanhol libras familia grupo dia dias hora horas
  frente publico particular jejum pe cima baixo volta vez meu minha meus minhas uma um case cases general any an a the my need english
  spanish portuguese feriado febrero cualquier caso emergencia mi otra otro`.split(/\s+/),
);

/**
 * @param home the service's state, as for `findMunicipality`
 * @returns the town or the homonyms, however they are spelt; undefined when no town closes the text
 */
export function townAsked(
  text: string,
  home?: string,
): Extract<MunicipalityReading, { kind: 'municipality' | 'choose' }> | undefined {
  const words = typedWords(text);
  const lead = words.findLastIndex(({ word }) => leads.has(word));
  const name = words.slice(lead + 1).map(({ word }) => word);
  if (lead < 0 || name.length === 0 || name.length > mostWords || common.has(name[0]!)) return undefined;
  const found = findMunicipality(name.join(' '), home);
  return found.kind === 'municipality' || found.kind === 'choose' ? found : undefined;
}
