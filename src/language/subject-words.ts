/** Words that tell whose body a message speaks of; folded and in the one spelling of tokens.ts. */
import { canonicalWord, setOfWords } from './tokens';
import { adults as adultKin, children as childKin } from './dependent-words';

const canonical = (words: ReadonlySet<string>): string[] => [...words].map(canonicalWord);

export const possessives = setOfWords(
  'meu minha meus minhas nosso nossa nossos nossas my our mi mis nuestro nuestra nuestros',
);
/** People one has; with a possessive. */
export const kin: ReadonlySet<string> = new Set([
  ...setOfWords(
    'caculinha cacula piá pivete nenê nenezinho nenenzinho titia titio dindo dinda mainha painho padrasto gurizinho molequinho',
  ),
  ...canonical(adultKin),
  ...canonical(childKin),
  ...setOfWords(`filhos filhas pais avos irmaos irmas netos netas gemeos gemeas bisavo bisavo bisneto bisneta maezinha paizinho veio veia
    mozao mozinho amor ex colega patrao patroa chefe paciente paizao fia fio guri guria piá pia moleque moleca muleque
    padrasto madrasta padrinho madrinha afilhado afilhada comadre compadre sobrinhos primos tios namo mor boy
    flatmate roommate housemate nan gran viejo vieja tata jefe polola pololo guagua chamo chamaco beba
    kids children sons daughters parents boss coworker roommate hijos hijas padres abuelos hermanos`),
]);
/** With an article or alone these too mean somebody else: no one says them of themselves. */
export const others = setOfWords(`
  comadre compadre sogra sogro cunhada cunhado papa ze
  pedreiro pintor servente vaqueiro porteiro motorista motoboy entregador faxineira diarista empregada cozinheira cozinheiro garcom zelador jardineiro mecanico eletricista
  encanador professora aluno aluna cliente moradora morador funcionario funcionaria caseiro tratorista pescador lavrador soldador estagiario estagiaria passageira
  caculinha cacula guri guria piá pivete moleque molequinho garotinho garotinha mainha painho mamae papai vovozinha vovozinho titia titio dindo dinda nenezinho nenenzinho bebezao neném nenê bebezinhos
  chamo guagua polola pololo hijito hijita bebita beba chamaco chamaca abue abuelita abuelito nana gurisa toddler nan gran granny grandpa mum mommy flatmate roommate housemate
  bebezinho bebezinha nenem nene neném criança crianca criancas criancinha menino menina menininho menininha garoto garota recem idoso idosa velhinho velhinha
  senhorzinho senhorinha mocinha rapaz paciente sobrinho sobrinha enteado enteada vizinho vizinha colega amigo amiga baby toddler newborn infant kid child
  nino nina nene nena chiquito chiquita filho filha filhinho filhinha netinho netinha marido esposa avo vovo vo mae pai guri guria moleque`);
export const articles = setOfWords(
  'o a os as um uma the an el la los un una esse essa este esta aquele aquela',
);
export const pronouns = setOfWords(
  'shes hes theyre ele ela eles elas he she they him her el ella ellos ellas coitado coitada coitadinho coitadinha',
);
export const ofThem = setOfWords('dele dela deles delas nele nela his hers their suyo');
export const describing = setOfWords(
  'mais velho velha novo nova pequeno pequena querido querida proprio propria outro outra unico unica cacula little older elder eldest younger youngest small dear poor old mayor menor pequeno gemeo gemea segundo segunda primeiro primeira',
);
/** Who says so themselves. */
export const selves = setOfWords(`
  eu to tenho sinto senti tive sou fico fiquei consigo posso como bebo durmo respiro enxergo ouco fumo uso tomo faco mijo urino evacuo suo tusso vomito
  comigo mim tamo estamos temos ando ja_tive acordo levanto mexo vejo escuto perco perdi cai torci bati cortei queimei menstruei engravidei pari
  i im ive have am myself yo tengo siento estoy conmigo amaneci tuve soy`);
/** … but only to say that they worry, write, notice, care or want. Beginnings of words. */
export const benign =
  `preocupad desesperad aflit nervos assustad escrev falando falo ligando cuid moro vi notei percebi acho achei creio sei quero queria preciso
  precisava gostaria medi dei levei vou pergunt buscando procurando pedindo medo desconfi mandei liguei chamei trouxe acompanh vendo responsavel
  olhando achando indo voltei cheguei escut ouvi encontrei dando peguei tentei passei deixei coloquei botei comprei contei avisei esperando lendo
  worried scared afraid writing asking calling think believe know want need noticed gave took would guess live caring looking measured
  escribo escribiendo creo quiero necesito preocup asustad`
    .trim()
    .split(/\s+/)
    .map(canonicalWord);
/** Of these with "my" the writer speaks of their own body. */
export const bodily = setOfWords(`
  cabeca peito peto garganta barriga estomago perna pernas braco bracos mao maos pe pes costas olho olhos vista visao boca lingua labio labios rosto cara
  pele corpo nariz ouvido ouvidos dente dentes pescoco nuca coracao pulmao rim rins figado bexiga xixi urina coco fezes febre tosse dor dores temperatura pressao
  saturacao glicose glicemia coluna joelho juntas tornozelo punho dedo dedos unha unhas ombro quadril virilha bunda testiculo saco vagina menstruacao regra
  respiracao fala voz moleira ventre panturrilha coxa orelha testa bochecha seio seios mama bolsa gravidez gestacao parto cesarea resguardo sangramento
  head chest throat belly stomach leg legs arm arms hand hands foot feet back eye eyes mouth tongue lip lips face skin body nose ear ears neck heart
  pecho pierna brazo mano espalda ojo ojos lengua labios cuerpo oido cuello corazon panza vientre cabeza fiebre tos dolor temperature pressure breathing`);
/** What somebody is said to want: "quer se matar". */
export const wishes = setOfWords('se morrer sumir vomitar desmaiar dormir tirar acabar comer mamar matar');
export const ofThird = setOfWords(
  'quer vai sente pensa ouve escuta tentou caiu bateu desmaiou vomitou tomou engoliu fuma bebe',
);
export const splashes = setOfWords('espirrou caiu bateu queimou cortou');
/** What may fall or splash of itself. */
export const splashing = setOfWords(
  'produto agua oleo acido soda cloro cimento cal cola tinta gordura detergente sabao perfume alcool veneno sangue um uma o a pressao saturacao caustica',
);
/** The kin speaks: what is said may be of anyone. */
export const speaking = setOfWords(
  'disse falou fala diz acha achou perguntou mandou pediu quer insiste insistiu reclama falando mediu viu percebeu notou said says thinks told wants asked dijo dice cree quiere comentou avisou jura jurou trabalha',
);
export const ofWhom = setOfWords('de do da dos das del of from');
export const inWhom = setOfWords('em no na nos nas in on ao aos');
export const withWhom = setOfWords('com with con');
export const forWhom = setOfWords('para p for por');
export const catching = [
  'peg',
  'contagi',
  'contra',
  'passou',
  'passaram',
  'transmit',
  'conviv',
  'visit',
  'caught',
  'catch',
  'contact',
  'contat',
  'contaminad',
].map(canonicalWord);
/** Where somebody lives is not whose symptom it is. */
export const possessions = setOfWords(
  'casa quarto carro celular telefone numero nome cartao convenio conta zap whatsapp aniversario comida remedio house phone name quarto lado perto frente',
);
/** Verbs that only somebody else can be the subject of when the writer names none. */
export const theirVerbs = setOfWords(`
  consegue respira responde acorda reage mama sente sentiu vomitou desmaiou convulsionou engoliu engasgou acordou amanheceu respondeu reagiu
  caiu bebeu tomou ingeriu comeu chora chorou dorme reclama queixa fala falou sabe reconhece lembra enxerga ouve escuta tossiu espirrou apagou surtou
  evacuou urinou mijou engatinha tropecou mexe anda deambula geme gemendo gemeu delira delirou cortou queimou bateu quebrou
  breathes wakes responds fainted vomited swallowed respondio desmayo vomito trago`);
/** Of the unborn the mother writes. */
export const unborn = ['gravid', 'gestan', 'gestac', 'pregnan', 'embaraz', 'utero', 'feto'];
export const moving = ['mex', 'chut', 'mov', 'mueve', 'kick'];
export const babies = setOfWords('bebe nenem nene baby feto crianca filho filha');
/** Who may be pregnant, beside the writer. */
export const carriers = setOfWords(
  'esposa mulher irma amiga namorada noiva cunhada nora prima vizinha sobrinha companheira wife sister girlfriend friend esposa hermana novia daughter tia',
);
/** First person in one language, somebody else's in another ("tomó"), or without its accent. */
export const ambiguous = setOfWords(
  'tomo uso vomito tusso fumo como bebo perco corto vejo cai bati mexo levanto acordo',
);
export const oneOf = setOfWords('um uma a an un una esse essa este esta tem o');
export const strangers = setOfWords(
  'homem mulher senhor senhora pessoa cara rapaz moco moca idoso idosa passageiro cliente aluno aluna amigo amiga colega vizinho vizinha garoto garota morador man woman person guy hombre persona tiozinho tiozao velhinho velhinha',
);
/** "me ajuda", "me disse": said to the writer, not of them. Beginnings of words. */
export const toMe = [
  'ajud',
  'cuesta',
  'diz',
  'diss',
  'fal',
  'cont',
  'preocup',
  'ped',
  'mand',
  'cham',
  'avis',
  'parec',
  'passa',
  'lig',
  'expli',
  'respond',
  'atend',
  'assust',
  'perdoa',
  'escut',
  'ouv',
  'indic',
  'recomend',
  'orient',
  'tell',
  'say',
  'said',
  'por',
  'que',
].map(canonicalWord);
