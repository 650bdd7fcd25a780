/**
 * Questions about an illness that tell of nobody's: "o que faço se a criança tiver febre?", "febre de quanto é perigosa?", "como se pega
 * leptospirose?". Of what may be a red flag only those that plainly suppose it.
 */
import { conceptOf } from '../../settings/concepts';
import type { Finding } from './findings';
import { normalise } from './normalise';

const longest = 160;

const supposes =
  /^(?:oi|ola|bom dia|boa tarde|boa noite|[,.! ])*(?:o que|oq|oque|como|quando|onde|what|que) (?:e que )?(?:eu )?(?:se )?(?:posso |devo |deve |da pra |preciso )?(?:faco|fazer|faz|agir|age|ajo|proceder|procuro|procurar|vou|ir|levo|levar|should i do|hago|hacer)[^?]{0,40}(?<!\p{L})(?:se|caso|em caso de|quando|if|si)(?!\p{L})[^?]*(?<!\p{L})(?:tiver|tiverem|der|ficar|subir|for|fizer|engasgar|desmaiar|convulsionar|vomitar|aparecer|sentir|passar|engolir|cair|caso de|alguem|has|tiene)(?!\p{L})[^?]*\?\s*$/u;
const catches =
  /^(?:oi|ola|bom dia|boa tarde|boa noite|[,.! ])*(?:como|how do you|como e que) (?:e que )?(?:se )?(?:pega|pegar|transmite|transmitida|evita|evitar|prevenir|previne|prevenimos|contrai|get|catch|contagia)(?!\p{L})/u;
const weighs =
  /(?<!\p{L})(?:(?:de |a partir de |acima de |ate )quantos?(?: graus)? (?:e|ja e|vira|seria)|e (?:muito )?(?:grave|perigos[oa]|normal|contagios[oa]|seri[oa]|preocupante|perigo)|passa de (?:uma )?pessoa|pega no ar|quanto tempo dura)(?!\p{L})[^?]*\?\s*$/u;
const ofSomebody =
  /(?<!\p{L})(?:eu|meus?|minhas?|mim|estou|to|tou|tenho|sinto|ela|ele|essa|esse|esta|isso|ta|my|im|mi|tengo|estoy|ha \d|faz|desde|ontem|hoje|agora)(?!\p{L})/u;

/** Which of the findings are only asked about? */
export function withoutSupposed(text: string, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0 || text.length > longest || !/[?\uFF1F]/.test(text)) return findings;
  const said = normalise(text);
  if (ofSomebody.test(said)) return findings;
  if (supposes.test(said) || catches.test(said)) return [];
  return weighs.test(said)
    ? findings.filter(({ concept }) => conceptOf(concept)?.call !== undefined)
    : findings;
}
