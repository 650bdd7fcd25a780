/** As pt-br-whole.ts, in English and Spanish. Words as tokens.ts spells them: "im" is "am", "couldnt" "cant". */
import type { WholeAnswers } from './lexicon';

const enMuch =
  '(?:a (?:little|bit|lot|wee bit|little bit|tiny bit|touch|tad)|a wee bit|slightly|kinda|kind of|sort of|sorta|somewhat|quite a bit|loads|tons|very much|big time|sometimes|on and of|of and on|now and then|from time to time|every (?:day|night|hour)|al the time|al day|constantly|nonstop|non stop)';

export const enWhole: WholeAnswers = {
  lead: '(?:(?:oh|wel|hm|um|uh|er|so|honestly|actually|sory|yeah|doc|hey|look|ugh|god|my god|omg|unfortunately|sadly|thankfully|luckily) )*',
  tail: '(?: (?:thanks|thank you|ty|thank god|doc|doctor|sir|maam|please|lol|tho|though|unfortunately|sadly|now|today|so far|either|at al|realy))*',
  yes: [
    `(?:yes |yeah |yep |just |only |maybe |have |i have |i do |its )?${enMuch}`,
    '(?:yup|yep|yeah|yea|ya|yas|yessir|ye|yh|aye|sure|sure do|sure am|definitely|absolutely|totally|indeed|of course|obviously|for sure|correct|right|thats right|exactly|i sure do|afirmative|i do|i am|i have|am|have|it does|it is|it has|they do|he does|she does|he is|she is|he has|she has|did|i did)(?: (?:yes|indeed|so))?',
    '(?:i )?(?:think so|guess so|believe so|supose so|would say so|d say so|recon so)',
    '(?:afraid so|you bet|tel me about it|big time|no doubt|without a doubt)',
  ],
  no: [
    '(?:no|nope|nah|nay|never|not|negative|none|nothing|zero|nada)(?: (?:no|nope|never|sir|maam))*',
    '(?:not (?:that i (?:know|am aware|can tel|noticed|have noticed)(?: of)?|realy|at al|any|anymore|now|yet|a bit|one bit|in the (?:slightest|least)|a chance|me|so far))',
    '(?:never (?:have|had|did|ever|in my life|had it|had that)|no way|no chance|absolutely not|definitely not|of course not|certainly not|hel no|god no|heck no|i (?:dont|do not|havent|am not|didnt|never)(?: have| had)?(?: (?:it|that|any|one|those))?|dont have (?:it|that|any|one)|none (?:at al|of that|of those|whatsoever)|nothing (?:like that|of the sort|at al|unusual|out of the ordinary)|neither|no such thing)',
    '(?:al (?:good|fine|normal|clear)|perfectly (?:fine|normal)|everything (?:is )?(?:fine|normal|ok)|am (?:fine|ok|al good|good)(?: there)?|normal|thank god no|thankfully no|nothing to report)',
  ],
  unknown: [
    '(?:i )?(?:dont|do not|didnt|cant|cannot|couldnt) (?:realy )?(?:know|remember|recal|tel|say|be sure|notice|check|measure)(?: (?:it|that|yet|for sure|exactly|if so))?',
    '(?:i )?(?:am )?(?:not (?:sure|certain|so sure|entirely sure|too sure)|unsure|no idea|no clue|havent (?:a clue|checked|measured|noticed|been tested|looked)|idk|dunno|beats me|who knows|god knows|hard to (?:say|tel)|dificult to say|it depends|depends|maybe|perhaps|posibly|could be|might be|cant tel|never (?:checked|measured|been tested)|no way (?:to|of) (?:tel|know|knowing))(?: (?:yet|about that|maybe|realy|tbh|honestly|maybe not|sory))*',
    '(?:i )?(?:rather not|would rather not|d rather not|prefer not to)(?: (?:say|answer|tel))?|pas|skip(?: (?:it|that|this))?|next(?: question| one)?',
  ],
  gone: [
    '(?:its |it |it has |they )?(?:gone|gone away|went away|stopped|has stopped|cleared up|passed|better|all better|all gone|over|over now|wore off|disappeared)(?: (?:now|away|today|since|by itself|on its own|completely))*',
  ],
};

const esMuch =
  '(?:un poc[oa]|un poquito|un poquitin|un tantito|tantito|un chin|bastante|mucho|muchisimo|demasiado|algo|a veces|de vez en cuando|siempre|tod[oa]s? (?:el tiempo|los dias|las noches|el dia)|casi siempre|a cada rato|seguido)';

export const esWhole: WholeAnswers = {
  lead: '(?:(?:ah|ay|ai|pues|bueno|mira|mire|eh|este|uf|hm|la verdad|fijate|fijese|que|en realidad|doctora?|hijole|oiga|oye|lamentablemente|desgraciadamente|gracias a dios|por suerte|afortunadamente) )*',
  tail: '(?: (?:gracias|gracias a dios|doctora?|senora?|la verdad|por suerte|por ahora|hasta ahora|de momento|ahora|hoy|lamentablemente|fijate))*',
  yes: [
    `(?:si )?(?:solo |tengo |siento |me da |y )?${esMuch}`,
    '(?:si|sip|sep|sipi|claro|claro que si|por supuesto|desde luego|obvio|asi es|eso|eso mismo|exacto|correcto|efectivamente|cierto|afirmativo|tengo|tiene|siento|tambien|ya|aja|simon|dale|vale|ok|tal cual|sin duda|que si|fijate que si|creo que si|pienso que si|me parece que si|parece que si)(?: (?:si|tengo|me pasa|la tengo|lo tengo|los tengo|las tengo))*',
  ],
  no: [
    '(?:no|nop|nope|nel|nada|nadita|nunca|jamas|ninguno|ninguna|negativo|ni|que va|no que va|para nada|en absoluto|de ninguna (?:manera|forma)|ni hablar|ni loc[oa]|ni un poco|ni tantito|claro que no|por supuesto que no|nada de (?:eso|nada)|eso no|tampoco|ya no|todavia no|aun no|no que yo sepa|que yo sepa no|no tengo|no siento|no la tengo|no lo tengo|nunca (?:he tenido|tuve|en la vida)|ninguna vez|cero|dios me libre|todo (?:bien|normal|en orden)|no gracias|por suerte no|gracias a dios no|fijate que no|no he tenido|no me ha dado|no me pasa)(?: (?:no|nada|para nada|eso|nunca|ninguno|ninguna))*',
  ],
  unknown: [
    '(?:no (?:lo |la |me |te )?(?:se|sabria|recuerdo|acuerdo|estoy segur[oa]|to segur[oa]|tengo (?:idea|ni idea|la menor idea)|sabria decir(?:te|le)?|se decir(?:te|le)?|me fije|he fijado|he medido|medi|puedo (?:decir|saber|medir)|sabemos))(?: (?:bien|exactamente|la verdad|con certeza|de eso|si|no))*',
    '(?:ni idea|quien sabe|sepa|sepa la bola|vaya (?:uno|usted) a saber|tal vez|talvez|quizas?|a lo mejor|puede ser|depende|dificil (?:de )?decir(?:lo)?|prefiero no (?:decir|contestar|responder|hablar de eso)|pas[ao]|siguiente|saltar|no quiero (?:decir|contestar|responder))(?: (?:si|no|no se|la verdad))*',
  ],
  gone: [
    '(?:ya )?(?:se me |se )?(?:paso|pasaron|quito|fue|fueron|mejoro|mejore|cure|curo|acabo|termino|alivio|desaparecio|paro)(?: (?:ya|todo|hoy|ayer|solo|sola|del todo|gracias a dios))*',
  ],
};
