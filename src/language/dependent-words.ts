/** Words by which a message says for whom it is; folded (lower case, no accents). See dependent.ts for what is made of them. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const possessives = set('meu minha nosso nossa my our mi nuestro nuestra');
/** With an article alone these too mean somebody else: no one says them of themselves. */
export const children = set(
  `filho filha filhinho filhinha filhote bebe bebezinho bebezinha nene nenem crianca criancinha menino menina cacula neto neta netinho netinha
   son daughter child kid baby toddler newborn infant boy girl grandson granddaughter grandchild
   hijo hija hijito hijita nino nina nene nena bebe chiquito chiquita nieto nieta`,
);
export const childrenWithArticle = set(
  'bebe bebezinho bebezinha nene nenem crianca criancinha baby child kid toddler newborn infant nino nina',
);
export const articles = set('o a the el la');
export const adults = set(
  `mae mainha mamae pai painho papai avo vo vovo vovozinha vozinha marido esposo esposa mulher companheiro companheira namorado namorada noivo noiva
   irmao irma sogro sogra cunhado cunhada sobrinho sobrinha tio tia primo prima enteado enteada amigo amiga vizinho vizinha genro nora
   mother mom mum mommy mummy mama father dad daddy papa husband wife partner boyfriend girlfriend brother sister grandma grandmother granny grandpa
   grandfather nephew niece uncle aunt cousin friend neighbor neighbour stepson stepdaughter fiance fiancee
   madre papa padre abuela abuelo abuelita abuelito marido mujer pareja novio novia hermano hermana suegro suegra cunado cunada sobrino sobrina primo prima
   hijastro hijastra vecino vecina`,
);
/** Between the possessive and the kin, and after it. */
export const describing = set(
  `mais velho velha novo nova pequeno pequena little older elder eldest younger youngest small dear poor old year years month months week weeks yr yo
   mayor menor pequeno pequena querido querida recem nascido nascida`,
);
export const units = set(
  'ano anos aninhos mes meses dia dias semana semanas year years month months week weeks day days old anito anitos',
);
export const linking = set(
  'de da do dos das del com que q who which of aged ele ela he she el ella se ja agora hoje ontem desde ontem now today hoy ayer tambem',
);

/** What is said of somebody who is unwell. */
export const states = set(
  `ta esta tao tem teve ficou fica sente sentiu acordou amanheceu comecou caiu vomitou vomita tosse tossiu parou continua piorou anda desmaiou
   convulsionou chora reclama queixa com sem consegue come dorme respira machucou queimou cortou precisa apresenta bebeu engoliu engasgou
   is has had feels felt got woke fell started cant cannot wont can keeps kept vomited vomits coughs hurt hurts complains needs with isnt hasnt doesnt didnt
   swallowed burned burnt
   tiene tuvo siente sintio empezo comenzo cayo vomito tose sigue con sin llora puede quiere duerme necesita lastimo desmayo quemo amanecio trago`,
);
export const owning = set('tem has is tiene');
export const negators = set('nao n not no never nunca isnt hasnt doesnt didnt cant cannot wont');
export const well = set('bem otimo otima melhor well fine ok okay better good bien mejor perfecto perfecta');
/** What somebody lives with is told of a family, too: alone it is no complaint. */
export const chronic = set(
  'diabetes diabete diabetico diabetica pressao hipertensao hipertenso hipertensa cancer asma asmatico asmatica alzheimer asthma hypertension presion hipertension alta high blood pressure alta',
);

/** The writer speaks of themselves. `to` is "estou" and "to": told apart by the language of the kin. */
export const selves = set(
  `eu estou tou tenho sinto senti tive fiquei acordei peguei vomitei comigo mim nos gente estamos tamos temos todos
   i im ive we us our myself
   yo tengo siento estoy toy tuve amaneci conmigo nosotros estamos tenemos`,
);
/** … but only to say that they worry, write, care or want. Beginnings of words. */
export const benign = [
  ...'preocupad desesperad aflit nervos ansios assustad escrev falando falo cuid ligando acho achei creio sei quero queria preciso precisava moro vi notei percebi'.split(
    ' ',
  ),
  ...'medi dei levei sou medo desconfi gostaria pergunt buscando procurando pedindo worried scared afraid writing asking calling think believe know want need'.split(
    ' ',
  ),
  ...'noticed gave took would guess live caring looking measured escribo escribiendo creo quiero necesito preocup asustad soy di se pregunt miedo hablo'.split(
    ' ',
  ),
];
/** Catching and passing on: then the other person is where it came from. Beginnings of words. */
export const catching = [
  ...'posso pode pegar peguei pegando contagi passar passei transmit contat contamin infec exposto exposta convivo catch caught expos contact puedo contagi'.split(
    ' ',
  ),
];
export const unborn = [
  'gravid',
  'gestan',
  'gestac',
  'pregnan',
  'embaraz',
  'mexe',
  'mexi',
  'moving',
  'kick',
  'mueve',
  'barriga',
  'belly',
  'utero',
];
/** Of an adult this alone is as often a contact as a patient. */
export const contactIllness = ['covid', 'corona', 'positiv'];

export const forWhom = set('para pra pro p for');
export const asking = set(
  `e eh seria ajuda ajudar consulta atendimento remedio orientacao medico medica marcar agendar quero queria preciso escrevendo falando informacao
   its is help appointment advice writing asking doctor medicine
   es seria cita ayuda escribo consulta medico remedio turno atencion`,
);
export const itIs = set('eh its seria');
export const together = set('e and y mais plus com con with');
export const ofWhom = set('do da de dos das del of from pelo pela por by casa');
/** A word after the kin that is none of these may be a name in small letters. */
export const noNames = set(
  'morreu faleceu disse falou diz fala acha acho tinha died passed said says told thinks was murio fallecio dijo dice estaba me',
);
/** Unwell only when denied: "não para de tossir". */
export const stopping = set('para parou paro stop stops deja');
export const nameIs = set('chama chamado chamada named called llama');
export const english = set('my our the');
