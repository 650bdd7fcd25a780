/** Flirting, insults and talk about the weather end in a question mark, too: they ask nothing of the service. */
import { normalise } from './normalise';

const words =
  /(?<!\p{L})(?:namora|namorar|casar comigo|casa comigo|solteir[oa]|me da um beijo|beijo|gostos[oa]|delicia|gat[oa]o?|sexo|transar|te amo|lind[oa] voce|quer sair|sair comigo|me ama|idiota|burr[oa]|imbecil|retardad[oa]|inutil|otari[oa]|babaca|merda|porra|caralho|cuzao|tomar no cu|toma no cu|tnc|vtnc|vsf|pqp|puta|arrombad[oa]|vagabund[oa]|desgracad[oa]|fuck|asshole|mierda|puto|vai se f|foder|fdp|piada|que time|flamengo|corinthians|vai chover|que calor|que frio|tudo bem com voce|como voce esta|como vc ta|ta bem\?|voce dorme|voce come|voce e real|(?:voce|vc|tu|ce) e casad[oa]|bora (?:almocar|jantar|lanchar|beber|sair|dancar)|sua (?:sogra|namorada)|are you single|marry me|date me|love you|stupid|idiot|tell me a joke|que haces|te casas|eres solter[oa]|tonto|estupid[oa]|chiste|chovendo ai|quem ganhou|ganhou o jogo|(?:voce|vc|tu|ce) tem namorad[oa]|galinha atravessou|o que (?:e que )?(?:o|a) .{2,30} (?:disse|falou) (?:pro|para o|para a|pra)|sabe a (?:do|da)|ta a ?fim de|qual e o cumulo|o que e o que e|foi ao medico\? porque|foi ao medico\? pq|quer casar|viu o jogo|viu a novela|voce torce|vc torce|qual seu signo|qual teu signo|me conta um segredo|canta uma musica|tem whats|passa seu numero|passa teu numero|manda nude|manda uma foto)(?!\p{L})/u;
/** "que calor!", "que filme": no question without its mark. */
const exclaims =
  /^(?:que|how|what a|cuanto|quanto|como) (?!e |sao |horas?|dia|posso|devo|faco|custa|fica|tempo|dura|demora|vai|marco|marcar|agendo|agendar|chego|funciona|faz)/u;

export function isSmallTalk(text: string): boolean {
  const said = normalise(text.slice(0, 300));
  return words.test(said) || (exclaims.test(said) && !/[?\uFF1F]/.test(text));
}

/** Words that tell of something felt, in however rude a sentence. */
const feels =
  /(?<!\p{L})(?:dor|dores|doi|doendo|doeu|mal|ruim|pior|sinto|sentindo|passando|medo|ajud\p{L}*|socorro|pain|hurts?|sick|ill|help|feel|feeling|worse|dolor|duele|siento|ayud\p{L}*|miedo)(?!\p{L})/u;
const laughs = /^(?:k{2,}|rs(?:rs)*|h[ae]h?(?:h?[ae]h?)+|ja(?:ja)+|lol|lmao|[\s!.,?])+$/u;
const longestTalk = 80;

/** Talk, and nothing else: an insult, a joke, flirting or laughter that tells of nothing wrong. */
export function isOnlyTalk(text: string): boolean {
  const said = normalise(text.slice(0, 300));
  if (said === '' || said.length > longestTalk || feels.test(said)) return false;
  return words.test(said) || laughs.test(said);
}
