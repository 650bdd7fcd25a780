/** Does somebody ask for one professional, by extension or by name? All three languages are heard in every chat. */
import { normalise } from './normalise';

/** Longer texts tell more than whom they want. */
const longest = 120;

const extension =
  /(?:^|[^\p{L}])(?:ramal|extension|ext\.?|interno|anexo)\s*(?:n[o°º.]*\s*)?:?\s*(\d{1,8})(?![\d\p{L}])/u;

const wants =
  '(?:quero|queria|gostaria de|preciso|posso|pode me|da pra|desejo|me (?:passa|passe|transfere|transfira)|(?:i )?(?:want|need|would like|wish)|can i|could i|put me|quiero|quisiera|necesito|puedo)';
const talk =
  '(?:(?:falar|conversar|consultar|tratar|passar|(?:to )?(?:speak|talk)|through|hablar|conversar)\\s+)?(?:com|pra|para|with|to|con)\\s+';
const title =
  '(?:dr|dra|doutora?|doctora?|enf|enfermeir[oa]|enfermer[oa]|nurse|psicolog[oa]|nutricionista|fisioterapeuta|dentista|assistente social)';
const name = new RegExp(
  `(?:${wants}\\s+${talk}|(?:falar|hablar|speak|talk)\\s+(?:com|con|with|to)\\s+)(?:(?:o|a|el|la|the)\\s+)?${title}\\.?\\s+(\\p{L}{2,}(?:\\s+\\p{L}{2,}){0,3})`,
  'u',
);

/** What ends a name: "… por favor", "… hoje". */
const after =
  /\s+(?:por favor|pfv|please|hoje|hoy|today|agora|ahora|now|que|sobre|about|se|porque|because)(?!\p{L}).*$/u;

export function readPersonAsked(text: string): { extension: string } | { name: string } | undefined {
  if (text.length > longest) return undefined;
  const said = normalise(text);
  const number = extension.exec(said)?.[1];
  if (number !== undefined) return { extension: number };
  const found = name.exec(said)?.[1]?.replace(after, '').trim();
  return found ? { name: found } : undefined;
}
