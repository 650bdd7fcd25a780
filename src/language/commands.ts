/**
 * What a patient may tell the chat itself, beside asking for a person and starting over (see intent.ts): whole messages
 * only, so that "não quero voltar a ter febre" is none. All three languages are heard in every chat.
 */
import { normalise } from './normalise';

export type ChatCommand = 'human' | 'back' | 'cancel' | 'about-me' | 'withdraw';

const courtesy = '(?:por favor|pfv|pf|please|please do|favor|agora|now|ahora)';
const whole = (words: string): RegExp =>
  new RegExp(`^(?:${courtesy}[ ,]*)?(?:${words})(?:[ ,]*${courtesy})?[.! ]*$`, 'u');

const commands: readonly [ChatCommand, RegExp][] = [
  // "help" may also be a cry, which is heard before; what is left of it wants a person
  ['human', whole('help|help me|ajuda|me ajuda|me ajude|ajudem|ayuda|ayudame|ayudenme|socorro|auxilio')],
  [
    'withdraw',
    whole(
      [
        '(?:eu )?(?:quero |gostaria de )?(?:retir(?:o|ar)|revog(?:o|ar)|cancel(?:o|ar)|tir(?:o|ar)) (?:o |a )?(?:meu |minha )?(?:consentimento|autorizacao|acordo|permissao)',
        '(?:eu )?nao (?:autorizo|concordo|aceito|consinto) mais',
        '(?:eu )?(?:quero )?(?:apag(?:ue|a|ar)|exclu(?:a|i|ir)) (?:os )?meus dados',
        '(?:i )?(?:want to )?(?:withdraw|revoke|take back) (?:my )?consent',
        "(?:i )?(?:no longer (?:agree|consent)|(?:do not|don't) (?:agree|consent) (?:any ?more|any longer))",
        '(?:please )?(?:delete|erase) my data',
        '(?:yo )?(?:quiero )?(?:retir(?:o|ar)|revoc(?:o|ar)) (?:mi )?(?:consentimiento|autorizacion|acuerdo)',
        '(?:yo )?ya no (?:acepto|autorizo|estoy de acuerdo)',
        '(?:quiero )?(?:borr(?:e|a|ar)|elimin(?:e|a|ar)) mis datos',
      ].join('|'),
    ),
  ],
  [
    'about-me',
    whole(
      [
        '(?:o )?que (?:voce|vc|vcs|voces|tu) (?:sabe|sabem|sabes|guarda|guardam|tem|tem guardado) (?:sobre|de) mim',
        '(?:quais|que) (?:sao os )?(?:meus )?dados (?:voce|vc|voces|vcs) (?:tem|guarda|guardam)(?: (?:sobre|de) mim)?',
        '(?:quais sao os )?meus dados',
        'what do you (?:know|have|keep|store)(?: stored)? (?:about|on) me',
        '(?:show me )?my data',
        '(?:que|lo que) (?:sabes|sabe|saben|guardas|guarda|guardan|tienes|tiene) (?:sobre|de) mi',
        'mis datos',
      ].join('|'),
    ),
  ],
  [
    'back',
    whole(
      [
        '(?:quero |posso )?(?:voltar|volta|volte)(?: (?:uma|1|a|na) (?:pergunta|resposta)(?: anterior)?)?(?: atras)?',
        '(?:pergunta|resposta) anterior',
        '(?:eu )?(?:errei|me enganei|respondi errado|me confundi|escrevi errado|digitei errado)(?: (?:a|na) (?:resposta|ultima))?',
        '(?:quero |posso )?(?:corrigir|corrige|corrija|desfazer|mudar|trocar)(?: (?:a )?(?:minha |ultima )?resposta)?',
        '(?:a )?(?:minha )?resposta (?:esta |ta )?errada',
        '(?:go )?back|undo|previous(?: question)?|correct(?: (?:my|the last) answer)?|change my answer',
        '(?:i )?(?:made a mistake|was wrong|answered wrong(?:ly)?)|wrong answer',
        '(?:quiero )?(?:volver|atras|regresar|corregir|cambiar)(?: (?:mi|la ultima) respuesta)?|volver atras',
        '(?:me equivoque|respondi mal|respuesta equivocada|pregunta anterior)',
      ].join('|'),
    ),
  ],
  [
    'cancel',
    whole(
      [
        '(?:quero |pode )?(?:cancelar?|cancele|desistir|desisto|encerrar|encerra|encerre|sair|parar|para|pare)(?: (?:a |o |as |com as |com a )?(?:triagem|conversa|perguntas|atendimento|chat|tudo))?',
        '(?:eu )?nao (?:quero|vou|preciso) mais(?: (?:continuar|responder|falar|conversar|isso|nada|de nada))?',
        '(?:eu )?(?:ja )?(?:desisti|cansei)(?: disso)?|deixa(?: isso)? (?:para|pra) la|deixa quieto|deixa assim|esquece(?: isso)?|cancela (?:isso|tudo|ai)|chega|parei|(?:deixa (?:para|pra) la|esquece|olvidalo|never ?mind|nevermind)[, ]+(?:desisto|deixa quieto|deixa|esquece|cancela|cancel)|para com isso|nao quero mais nada|bora parar|vamos parar(?: por aqui)?|melhor parar|cancela',
        '(?:quero |vamos )?(?:encerrar|terminar|finalizar|parar)(?: por aqui)?|(?:pode )?(?:finalizar|finaliza|encerrar por aqui)|nao precisa mais',
        // what is not wanted any more is the questions, the form, the chat
        '(?:(?:agora|ja|mudei de ideia|pensando bem|melhor),? )?(?:eu )?nao (?:quero|vou|to a ?fim de|tenho (?:tempo|paciencia) (?:para|pra)) (?:mais )?(?:continuar|fazer|responder|preencher|seguir|terminar|prosseguir|participar)(?: (?:mais|com))?(?: (?:isso|isto|nada|mais nada|mais|ess[ae]s?|est[ae]|o|a|as|perguntas?|cadastro|questionario|formulario|triagem|teste|atendimento|conversa|agora|por aqui))*',
        '(?:chega|cansei|enjoei|basta|para|pare|parem)(?: (?:de|com|dessas?|dess[ea]s?|ess[ea]s?|tant[oa]s?|tanta|responder|pergunta|perguntas|perguntinhas|disso|isso|as|por hoje|por aqui|ja))+',
        '(?:pode )?(?:finaliza|finalize|finalizar|encerra|encerre|termina|termine|interrompe|interrompa|interromper|fecha|feche|fechar|para|cancela|cancele)(?: (?:ai|aqui|isso|tudo|o chat|a conversa|o atendimento|a triagem|por favor|ja|logo|com isso|por aqui|essa conversa|esse atendimento))+',
        '(?:quero |vou |prefiro |pode )?(?:interromper|interrompe|abandonar|parar por aqui|sair daqui|sair do chat|deixar para la|deixar pra la|deixar para depois)|mudei de ideia|vou embora|tchau,? (?:cansei|desisto)|nao precisa(?: nao| mais)?,? (?:obrigad[oa]|deixa|cancela)',
        '(?:depois|outra hora|amanha) (?:eu )?(?:vejo|volto|faco|continuo|respondo|termino)(?: isso)?[, ]*(?:cancela|encerra|para|desisto|deixa)',
        "never ?mind|forget (?:it|about it)|(?:i )?(?:don't|dont|do not) want to (?:continue|go on)(?: any ?more)?|cancel (?:it|that|this)|i give up",
        'olvidalo|dejalo(?: asi)?|no quiero (?:seguir|continuar)(?: mas)?|ya no quiero(?: seguir)?|cancela(?: esto| eso)?|dejemoslo',
        '(?:i want to )?(?:cancel|quit|stop|exit|end(?: the)? chat|stop (?:it|the questions))',
        '(?:quiero )?(?:cancelar?|salir|terminar|detener|abandonar)(?: (?:la |el |las )?(?:conversacion|chat|preguntas))?',
      ].join('|'),
    ),
  ],
];

const cancels = commands.find(([name]) => name === 'cancel')![1];

/** Longer than any command. */
const longest = 80;

export function readCommand(text: string): ChatCommand | undefined {
  if (text.length > longest) return undefined;
  const said = normalise(text)
    .replace(/[¿¡?"“”*]/g, '')
    .trim();
  const command = commands.find(([, words]) => words.test(said))?.[0];
  if (command) return command;
  // "não quero mais, cancela tudo": each part says so
  const parts = said.split(/[,.;!]+\s*(?:e |pode |and )?/u).filter(Boolean);
  return parts.length > 1 && parts.every((part) => cancels.test(part.trim())) ? 'cancel' : undefined;
}

/** "2", "2)", "opção 2", "2️⃣": which of the choices shown, from 1. Undefined when the message says anything else. */
export function readPick(text: string): number | undefined {
  if (text.length > 30) return undefined;
  const match =
    /^(?:a |la |the )?(?:opcao |option |opcion |numero |number |n[o°º]? ?)?([1-9]\d?) ?[).\-!]*$/u.exec(
      normalise(text).replace(/[*"“”]/g, ''),
    );
  return match ? Number(match[1]) : undefined;
}

const consents =
  /^(?:sim,? |yes,? |si,? |claro,? |ok,? )?(?:eu |i |yo )?(?:concordo|aceito|autorizo|consinto|permito|de acordo|(?:estou|to) de acordo|agree|accept|consent|acepto|estoy de acuerdo|de acuerdo|consiento)(?![\p{L}])/u;
const refuses =
  /^(?:nao,? |no,? )?(?:eu |i |yo )?(?:(?:nao|n|no|do not|don't|dont) (?:concordo|aceito|autorizo|consinto|quero|permito|agree|accept|consent|want|acepto|autorizo|quiero|estoy de acuerdo|estou de acordo)|discordo|recuso|refuse|decline|disagree|rechazo|prefiro nao|prefiero no|i'd rather not)(?![\p{L}])/u;

/** What was said to "do you agree?" in words of its own; a plain yes or no is left to `readAnswer`. */
export function readConsent(text: string): boolean | undefined {
  const said = normalise(text.slice(0, 200));
  if (refuses.test(said)) return false;
  // "concordo, mas não …": not certain
  return consents.test(said) && !/(?<!\p{L})(?:nao|not|don't|mas|but|pero)(?!\p{L})/u.test(said)
    ? true
    : undefined;
}
