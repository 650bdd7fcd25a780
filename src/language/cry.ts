/**
 * A cry for help names no symptom, so its words ("help", "urgent", "emergency") must be told from the same words in an errand:
 * "contato de emergência", "preciso da receita, é urgente". Looked at within one sentence.
 */
import type { PhraseMatch } from './phrases';
import { boundsOf, type Sentence } from './sentence';
import { isSpoken, textAt } from './token-at';
import { setOfWords } from './tokens';

const urgent = setOfWords(
  'emergencia urgencia urgente urgentemente samu ambulancia ambulance emergency urgent urgently emergencias',
);
const help = setOfWords('ajuda ajude ajudem help ayuda ayudame ayudenme ayuden auxilio me helpme');
const courtesy = setOfWords(
  `por favor pelo amor de deus meu minha gente alguem oi ola bom boa dia tarde noite doutor doutora dr dra moco moca aqui please pls plz
   someone somebody anyone god my oh hi hello hey dios mio hola alguien favor porfavor pf pfv pfvr ai rapido rapidamente quick fast por to ta`,
);
const needs = setOfWords(
  'preciso precisa precisamos quero need needs want necesito necesita quiero parece seria acho sei vejo considero consider looks seems',
);
const supposed = setOfWords('se if si caso case quando when cuando');
const errand = setOfWords(
  `contato contatos telefone telefones celular numero numeros onde fica ficam upa setor horario horarios aberto aberta abre funciona
   consulta consultas exame exames receita receitas atestado resultado resultados agendar agendamento marcar marco remarcar cancelar
   documento documentos boleto pagamento pagar encaixe retorno plano convenio carteirinha vaga vagas curso treinamento plantao pilula
   contraceptivo anticoncepcional saida endereco odontologica dentista qual quais diferenca significa atender atendem cobre laudo pedido
   encaminhamento guia cadastro senha aplicativo site nada brasil doenca
   where phone number numbers contact contacts appointment appointments hours open address pill contraception exit room department
   prescription prescriptions results result refill book schedule insurance which what difference means nothing form letter
   donde queda telefono contacto contactos cita citas receta recetas examen examenes resultados turno horario direccion cual pastilla
   dental agendada agendado cobertura seguro salida`,
);

/** @param match of the concept `cry_for_help` */
export function isCry(sentence: Sentence, match: PhraseMatch): boolean {
  const word = (i: number): string => textAt(sentence.tokens, i);
  const between = (from: number, to: number): string[] =>
    sentence.tokens
      .slice(from, to)
      .filter(isSpoken)
      .map((token) => token.word);
  const own = between(match.start, match.end + 1);
  // the word alone is asked of the chat: a person is called
  if (own.join() === 'help' && sentence.tokens.length === 1) return false;
  const { start, end } = boundsOf(sentence, match);
  const isSmall = (item: string): boolean =>
    help.has(item) || courtesy.has(item) || urgent.has(item) || item === 'e';
  if (own.every((item) => help.has(item) || courtesy.has(item)))
    return between(start, end + 1).every((item) => isSmall(item) || item.startsWith('socor'));
  if (!own.some((item) => urgent.has(item) || help.has(item))) return true;
  if (between(start, end + 1).some((item) => errand.has(item))) return false;
  if (supposed.has(word(match.start - 1))) return false;
  for (let k = match.start - 1; k > start && k > match.start - 5; k -= 1)
    if (needs.has(word(k)) && sentence.words.negators.has(word(k - 1))) return false;
  // Alone, the word must open its sentence: "emergência, minha mãe caiu", not "fui na emergência".
  return own.length > 1 || between(start, match.start).every(isSmall);
}
