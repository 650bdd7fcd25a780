/**
 * What answers any question of yes or no as a whole message: "até demais", "quem dera, não", "nada fora do normal". Plain patterns over
 * words in the spelling of tokens.ts, parted by single spaces.
 */
import type { WholeAnswers } from './lexicon';

const who =
  '(?:senhora?|doutora?|dr|dra|moca|moco|amig[oa]|amore?|querid[oa]|mano|cara|gente|rapaz|menin[oa]|filh[oa]|fia|bem|homi)';
const lead = `(?:(?:ah|ahn|oh|o|ai|olha|olhe|bom|bem|entao|nossa|nosa|vixe|vish|vix|ixi|ixe|eita|oxe|oxi|oxente|uai|ue|hum|hm|puts|putz|af|afe|caramba|poxa|po|tipo|ne|credo|mds|meu deus|deus|aqui|gracas a deus|infelizmente|felizmente|sinceramente|na verdade|no momento|por enquanto|ate agora|hoje|agora|para ser (?:sincer|honest)[oa]|para falar a verdade|verdade|nao vou mentir|${who}) )*`;
const tail = `(?: (?:${who}|viu|ne|uai|ue|oxe|po|mano|tche|visse|sim|k|ks|rs|rsrs|haha|gracas a deus|graca a deus|se deus quiser|amem|gloria a deus|obrigad[oa]|brigad[oa]|obg|vlw|valeu|infelizmente|felizmente|por enquanto|ate agora|no momento|mesmo|msm|aqui|ai|hoje|agora|ainda|ta|ok))*`;

const much =
  '(?:muito|demais|bastante|pouco|pouquinho|um pouco|um pouquinho|um tanto|um bocado|um bocadinho|um tiquinho|um cadinho|um tantinho|leve|de leve|levemente|para caramba|para caralho|para caraca|para cacete|pakas|horrores|a beca|de monte|as vezes|de vez em quando|vez ou outra|direto|sempre|toda hora|o tempo (?:todo|inteiro)|quase sempre|(?:quase )?tod[oa]s? (?:os |as |santo )?(?:dias?|noites?|horas?|semanas?))';
const having = '(?:tenho|to|tem|ta|tive|teve|sinto|senti|sente|to tendo|to sentindo|ando tendo|venho tendo)';
const yes = [
  '(?:e|eh|sim|pior que (?:sim|tenho|to|tem|ta|foi|e)|certo|certinho|confere|procede|absolutamente|totalmente|justamente|justo|tambem|tambem tenho|opa|ja era para)',
  `(?:eu )?${having}(?: (?:eu|ue|uai|ne|isso|tambem|esse|essa))?`,
  `(?:e|ate|sim|nossa|ate que|${having}|to|e bota|bota|e poe|poe|e ponha)? ?(?:so )?${much}(?: (?:nisso|ate|so|mesmo|so isso))?`,
  'nem (?:me )?(?:fale|fala|diga|conte)',
  // when, how often, since when: who says so has it
  `(?:${having} )?(?:so |mais |principalmente |geralmente |sempre |ataca |piora |so piora |pior )*(?:de|a|na|pela|durante a) (?:noite|noitinha|manha|tarde|madrugada|tardezinha)`,
  '(?:so |mais |principalmente |geralmente |as vezes |sempre |tipo |doi |da |piora |pior )*(?:quando|qdo|toda vez que|cada vez que|sempre que|depois que|depois de|logo que|assim que|se eu|ao) (?!era|nao|nunca|foi).+',
  '(?:ja )?(?:fui|foi|deu|foram|umas|uns|tive|tem|faz|mais de|quase|la|veio|aconteceu|acho que|so|hoje| )*(?:[2-9]|[1-9][0-9]|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|varias|muitas|algumas|umas) (?:vezes|vez|x)(?: (?:hoje|ontem|so|ja|no banheiro|so hoje|de ontem para ca|desde ontem|seguidas|por dia|por noite|essa noite|nessa noite|na noite))*',
  '(?:de|a cada) \\w+ (?:em \\w+ )?(?:minutos?|horas?|hora)',
  'desde (?:que|quando) (?:acordei|acordou|levantei|nasceu|nasci|cheguei|comi|dormi|voltei|tomei|comecou|fui)(?: .*)?',
  // similes
  '(?:parece|parecendo|parecia|ta parecendo|e como|como|tipo|igual|que nem|feito)(?: (?:que|se|ate que))* (?:levei|apanhei|tomei|fui|tivesse|to|tem|ter|um|uma|uns|umas|vai|vao|passou|alguem|estourando|explodindo|martelo|facada|agulha|caminhao|trator|faca|pedra|areia|vidro|fogo|pimenta|(?:o|a|meu|minha) \\w+ (?:vai|vao|ta|nao|vem)) ?(?!normal|bem|melhor|tranquil|certo)(?!.*(?:normal|melhorando)).*',
  'sem (?:duvida|duvidas|sombra de duvida)(?: nenhuma| alguma)?',
  'desde (?:que me entendo por gente|novinh[oa]|nov[oa]|jovem|mocinha|sempre|menin[oa]|pequen[oa]|crianca|bebe|que nasci|nascenca)',
  '(?:ja )?(?:faz|ha|tem) (?:muito |um |bastante )?(?:tempo|tempao|tempinho|uns dias|dias)(?: ja)?',
  '(?:tenho|sinto|to|ta) (?:ate )?(?:de )?(?:sobra|montao|monte)',
];
const none = '(?:nada|nadinha|nadica|nenhum|nenhuma|zero|0|neca|necas|nem)';
const no = [
  '(?:nao|nops?|nein|nah|negativo|nunca|jamais|num|no|absolutamente nao|negativo e? ?operante)(?: (?:nao|nunca|jamais|senhora?|na vida|na minha vida|operante))*',
  `(?:que|e|por|tem|tenho|sinto|senti|to|foi|deu|teve)? ?${none}(?: (?:nao|disso|demais|de mais|pouco|vez|a ver|de nada|nao tem|tem|tenho|dessas coisas|do tipo|de anormal|de diferente|de novo|de errado|de estranho|de ruim|fora do (?:normal|comum)|que eu (?:saiba|tenha (?:notado|visto|percebido)|lembre)|que (?:chame|chamou) (?:a )?atencao|grave|serio))?`,
  'nao (?:notei|percebi|reparei|vi|senti|sinto|tenho|tive|apresento|apresentei|observei|teve|tem|houve|aconteceu|apareceu) (?:nada|nenhum|nenhuma)(?: (?:disso|desse tipo|assim|de diferente|de estranho|de anormal|fora do normal|nao|dessas coisas))?',
  'nao (?:sinto|senti)(?: (?:isso|disso|nao|mais|ainda|esses sintomas|isso ai|nada disso))+',
  'nao (?:tenho|to|tive|tem|teve|possuo|cheguei|chegou|apresento|apresentei|houve|sou|e|foi)(?: (?:tido|sentido|tendo|sentindo|com|isso|disso|esse|essa|nao|mais|ainda|desse problema|esse problema|esses sintomas|isso ai))*',
  'ja nao(?: (?:tenho|sinto|to|tem|ta))?(?: mais)?',
  'iso (?:ai )?(?:eu )?nao(?: (?:tenho|sinto|tive|to|senti|tem))?',
  '(?:dessa|desse|disso|desas|esse mal|dese mal|desa|dese)(?: (?:ai|eu))* (?:nao|nao tenho|nao sofro|escapei|to livre|me livrei)',
  '(?:to|tou|estou) (?:livre|de boa|de boas|tranquil[oa]|normal|otim[oa]|zerad[oa]|bem|bem bem|suave)(?: (?:disso|nisso|nesse ponto|quanto a isso|dessa|desse))?',
  '(?:(?:ta|esta|e|tudo) )?(?:tudo (?:certo|certinho|bem|ok|okay)|(?:ta|esta) (?:certo|certinho)|normal|normalzinh[oa]|tranquilo|ok tudo|tranquilo|em ordem|nos conformes|jo[ia]+|numa boa|de boa|sob controle)(?: (?:normal|bem|ok|por aqui))?',
  '(?:ja )?(?:faz|ha|tem) (?:muito |um bom |bastante )?(?:tempo|tempao|anos|meses|muitos anos)(?: ja)? que nao(?: (?:tenho|sinto|tive|to|me da|da|acontece|tem))?(?: (?:isso|mais|nada))?',
  '(?:ha|faz) muito tempo nao',
  'quem dera(?: nao)?|ainda bem que nao|(?:de|em) (?:jeito|forma|modo|maneira|hipotese) (?:nenhum|nenhuma|algum|alguma)|de jeito (?:e maneira|maneira)',
  'nem (?:um pouco|um pouquinho|a pau|fudendo|ferrando|lascando|sonhando|em sonho|sonho|morto|pensar|de longe|uma vez|perto|sinal|rastro|sombra)',
  '(?:sem chance|imposivel|imagina|magina|capaz|credo(?: em cruz)?|cruzes|cruz credo|deus (?:me )?(?:livre|defenda)|livrai|isola|bate na madeira|toc toc|ta doid[oa]|ta louc[oa]|que iso|oxe|longe de mim|sai para la)(?: (?:nao|nunca))?',
  '(?:gracas|graca|gloria) a deus(?: (?:nao|nunca|nada|nenhum|nenhuma|to bem|to livre|tudo bem|ta tudo bem))?',
  'nao que eu (?:saiba|lembre|tenha (?:notado|percebido|visto|reparado)|me lembre)',
  'iso nao(?: (?:aconteceu|acontece|tem|teve|foi))?',
];
const tell = '(?:dizer|falar|responder|explicar|informar|afirmar|saber|precisar|confirmar)';
const unknown = [
  `(?:nao|nem|num|n) (?:sei|saberia|faco ideia|faco a (?:menor|minima) ideia|tenho (?:certeza|ctz|ideia|nocao|como saber)|lembro|me lembro|me recordo|recordo|sou medic[oa])(?: (?:bem|direito|ao certo|nao|mesmo|disso|muito bem|agora))?(?: (?:te |lhe )?${tell})?(?: nao sei)?`,
  `(?:sei|sla|sei la|sabe la|sei nao|naosei|faco ideia nao|lembro nao|lembro mais nao)(?: (?:nao|la|viu|bem|direito|te ${tell}|${tell}))*`,
  '(?:sem ideia|sem nocao|nem ideia|nem imagino|menor ideia|nem faco ideia|faco nem ideia)',
  `(?:nao )?(?:da|consigo|tem como|tenho como|e facil|saberia) (?:de |para )?(?:te |lhe )?${tell}(?: isso| ao certo| com certeza| nao)?`,
  `(?:dificil|complicado|ruim) (?:de |para )?(?:te |lhe )?(?:${tell}|responder)`,
  '(?:talvez|tlvz|tvz|quem sabe|depende|tanto faz|fico na duvida|fiquei na duvida|nem sim nem nao|meio termo)(?: (?:sim|nao|talvez|nao sei|sim talvez nao))*',
  '(?:boa|otima) pergunta(?: (?:nao sei|nem sei|sei la|nunca (?:vi|reparei|pensei nisso)))?',
  '(?:o |a |os )?(?:medic[oa]s?|doutora?|dr|dra|posto|enfermeira|hospital) (?:nunca|nao|num|ainda nao|nem)(?: me)? (?:falou|falaram|disse|disseram|contou|explicou|comentou|deu o resultado)(?: (?:nada|isso|disso|sobre isso|nada sobre isso|o que (?:e|era|tenho)|direito))?',
  '(?:nunca|nao|ninguem|ainda nao)(?: me| nos| ainda)? (?:falou|falaram|disse|disseram|contou|contaram|explicou|explicaram|avisou|examinaram|examinou)(?: (?:nada|isso|disso|ainda|sobre isso))?',
  '(?:pula|pular|passa|proxima|passo|pulo)(?: (?:essa|esta|pergunta|essa pergunta))*',
  '(?:ainda )?(?:nao|nunca|n)(?: ainda)? (?:fiz|fizeram|tirei|colhi|tive) (?:o |esse |os |nenhum |esses |um )?(?:exames?|testes?|ultra|ultrason|raio x|check up|checkup)(?: (?:ainda|disso|para saber|nenhum|desse))*',
  'como (?:e que )?(?:eu )?(?:vou saber|sei|saberia|posso saber|faco para saber|se sabe)(?: (?:isso|disso))?',
  'sim ou nao nao sei',
];

/** It is over: no "no" to what may come back at any time. */
const gone = [
  '(?:ja )?(?:passou|melhorou|melhorei|melhorou bem|sumiu|parou|sarou|sarei|curou|curei|foi embora|se foi|foi se|desapareceu|acabou|cessou|aliviou|amenizou|normalizou|voltou ao normal|deu uma (?:parada|melhorada|tregua|aliviada|sumida)|deu tregua|me livrei|resolveu|resolvi|secou|fechou|cicatrizou|desinchou|desinflamou|desentupiu)(?: (?:tudo|ja|agora|hoje|ontem|sozinho|sozinha|de vez|de tudo|bastante|completamente|com o remedio|com remedio|depois do remedio|faz tempo|disso|que bom))*',
  '(?:so )?(?:foi|era|tive|tava|senti|deu) (?:so )?(?:ontem|anteontem|semana passada)(?: mesmo)? (?:hoje|agora|ja) (?:nao|passou|melhorou|to bem|ta normal|nada|sumiu|parou)(?: .*)?',
  '(?:(?:desde|faz|ha|tem) .{1,25} que )(?:eu )?(?:nao|nem) (?:tenho|sinto|to|tive|da|sei o que e|acontece|tem|vejo|sai|aparece|doi|encosto|tomo|uso|faco|fumo|bebo|viajo|vou)(?: .*)?',
];

export const ptWhole: WholeAnswers = { lead, tail, yes, no, unknown, gone };
