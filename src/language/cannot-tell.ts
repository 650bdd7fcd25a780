/**
 * Answers that say no more than that one cannot tell: "o termômetro quebrou", "não deu pra ver, tava escuro", "perdi a conta",
 * "nunca testei, então não sei". Plain patterns over the words of a short message.
 */
import { isSpoken } from './token-at';
import { squeeze, type Token } from './tokens';

/** What is longer tells more. */
const longest = 24;

const no = '(?:nao|nem|nunca|num|no|ainda nao)';
const device =
  '(?:termometro|oximetro|aparelho|aparelhinho|aparelinho|aparelhos|medidor|fita|fitas|fitinha|fitinhas|tira|tiras|tensiometro|glicosimetro|(?:negocio|negocinho|trem|treco|coisa|coisinha|troco|aparelhinho) (?:de|do|no|que poe no) dedo|balanca|carteirinha|carteira|cartao|caderneta|cronometro|monitor|bateria|pilha|thermometer|oximeter|cuff|strips|meter|monitor|tensiometro|tirilla|tirillas|baumanometro)';
const lacks =
  '(?:nao tenho|nao tem|tenho nao|tem nao|nao temos|sem|quebrou|quebrado|quebrada|estragou|estragado|pifou|sumiu|perdi|perdemos|acabou|acabaram|emprestei|descarregou|descarregado|descarregada|morreu|nao funciona|nao liga|nao pega|nao acho|nao achei|nao to achando|ta ruim|nao tamos|dont have|dont own|no have|broke|broken|dead|out of|lost|no tengo|no tenemos|se rompio|se me perdio|esta roto|sin)';
const able =
  '(?:consigo|consegui|conseguimos|conseguiu|deu|da|tenho como|tive como|tem como|soube|cheguei a|pude|posso|tentei)';
const telling =
  '(?:medir|contar|ver|tirar|calcular|aferir|olhar|checar|conferir|verificar|lembrar|saber|dizer|ver direito|enxergar|reparar|perceber|notar|observar|sentir direito)';
const looked =
  '(?:medi|mediram|contei|tirei|aferi|afereci|olhei|conferi|chequei|anotei|verifiquei|reparei|notei|prestei atencao|lembro|me lembro|sei|sabemos|recordo|calculei|pesei|marquei|testei|(?:coloquei|usei|botei|pus) (?:o )?termometro|fiz (?:o |esse |nenhum |esses )?(?:exame|teste|exames|ultra|ultrason|prenatal|pre natal))';
const doubt = `(?:${no} (?:sei|lembro|me lembro|recordo|faco ideia|tenho certeza|tenho ideia|saberia|sabemos)|sei la|sei nao|naosei|nem sei|faco ideia nao|lembro nao)`;
const behind =
  '(?: (?:nao|dizer|direito|viu|bem|ao certo|mesmo|te dizer|informar|ainda|agora|mais|quanto|qual))*';

/** Of what is counted or measured. */
const unmeasured = new RegExp(
  squeeze(
    [
      `(?:^| )${no} ${able} (?:de |para |a )?${telling}(?: |$)`,
      `(?:^| )${no} ${looked}(?: |$)`,
      `(?:^| )(?:(?:nem|nao|ainda nao|nunca) fiz (?:\\w+ )?(?:ultrassom|ultrasom|ultra|ultrasonografia|pre natal|prenatal|exame)|(?:deu|marcou|ta|apareceu|so aparece) (?:hi|lo|high|low|erro|error)|hi|perdi as? contas?|esqueci|nem ideia|sei la|sei nao|naosei|lembro nao|medi nao|contei nao|olhei nao|i forgot|havent (?:measured|checked|taken)|(?:didnt|dont|havent|cant|never|not) (?:know|remember|recall|measure|measured|check|checked|count|counted|take it|taken it|sure|tell)|perdi la cuenta|no (?:la |lo |me )?(?:se|medi|recuerdo|acuerdo|conte|he medido|pude|tome))(?: |$)`,
      `(?:^| )${lacks}(?: \\w+){0,4} ${device}(?: |$)`,
      `(?:^| )${device}(?: \\w+){0,4} ${lacks}(?: |$)`,
      `(?:^| )so (?:vi|lembro|sei|anotei)(?: d?a (?:de cima|de baixo|alta|primeira|maxima|minima|segunda))(?: |$)`,
    ].join('|'),
  ),
  'u',
);

/** Of what is asked with yes or no: a doubt that ends the message, or begins it. */
const doubted = new RegExp(
  squeeze(
    [
      `(?:^| )${doubt}${behind}$`,
      `^(?:(?:ai|olha|oxe|entao|bom|hum|eu|sinceramente|poxa|ih) )*${no} (?:sei|lembro|reparei|notei|vi|percebi|deu para (?:ver|notar|perceber)|olhei|consigo (?:ver|saber|dizer|lembrar|sentir direito)|consegui (?:ver|saber|olhar))(?: (?:dizer|direito|bem|ao certo|nao|isso))*(?: (?:se|pois|porque|que) |$)`,
      `(?:^| )${no} (?:deu|da|ta dando|consegui|consigo|to conseguindo|tem como|tinha como) (?:para |de )?(?:ver|saber|olhar|reparar|notar|perceber|enxergar)(?: (?:direito|bem|nada|a cor|isso|se .*))*$`,
      `(?:^| )(?:medic[oa]|doutora?|dr|dra|hospital|posto) (?:nunca|nao|num|nem)(?: me)? (?:falou|falaram|disse|disseram|contou|explicou)(?: .*)?$`,
      `(?:^| )(?:${no}|ainda nao) (?:me )?(?:testei|testamos|testaram|(?:fiz|fizemos|fizeram|tirei) (?:o |esse |um |os |nenhum |esses )?(?:exames?|testes?|ultrassom|check up))(?: (?:ainda|disso|nao|para saber|entao|mas|nao sei|desse|de nada))*$`,
      '^(?:ah |olha )*(?:ninguem|nunca|nao)(?: ainda| nunca)? (?:me|nos) (?:disse|disseram|falou|falaram|contou|contaram|explicou|explicaram|avisou|avisaram)(?: (?:nada|isso|disso|ainda|sobre isso|direito))*$',
      `(?:^| )(?:esperando|aguardando|espero|falta) (?:sair |chegar )?(?:o |a |os )?(?:resultado|resultados|exame|exames|laudo)(?: |$)`,
      `(?:^| )(?:resultado|exame|laudo|teste) (?:ainda )?nao (?:saiu|chegou|ficou pronto|veio)(?: |$)`,
      `(?:^| )${no} (?:medi|tirei|aferi|(?:coloquei|usei|botei|pus) (?:o )?termometro)(?: (?:a temperatura|a febre|ainda|nao|isso))*$`,
      '(?:^| )(?:minha |a )?(?:carteirinha|carteira|caderneta|cartao)(?: de vacina| de vacinacao)? (?:sumiu|perdi|ta perdida)(?: |$)',
    ].join('|'),
  ),
  'u',
);

function textOf(tokens: readonly Token[]): string | undefined {
  const spoken = tokens.filter(isSpoken);
  if (spoken.length > longest || tokens.length > 3 * longest) return undefined;
  return spoken
    .map(({ word }) => word.slice(0, 30))
    .join(' ')
    .replace(/-/g, ' ');
}

/** @param kind of what was asked */
export function cannotTell(tokens: readonly Token[], kind: 'number' | 'yes-no'): boolean {
  const text = textOf(tokens);
  return text !== undefined && (kind === 'number' ? unmeasured : doubted).test(text);
}
