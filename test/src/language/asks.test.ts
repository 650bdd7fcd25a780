/** Questions to the service, where to go, small talk. */
import { isGeneralQuestion, readAsking, readPlaceWanted, type PlaceKind } from '../../../src/language/asks';
import { isSmallTalk } from '../../../src/language/small-talk';

const split = (paragraph: string): string[] => paragraph.split(/\||\n */).map((one) => one.trim());

describe('a question', () => {
  const openers = split(
    `o que é dengue|quanto tempo|oque é isso|que remédio|qual vacina|quais vacinas|quanto custa|quantos dias|quanta água|quantas doses|quando vai passar|onde fica|aonde vou|para onde vou|pra onde vou
    como evitar|por que dói|porque dói|pq dói|quem pode|posso tomar|pode tomar|podem ir|podemos ir|devo ir|deve ir|preciso ir|precisa ir|tem vacina|existe cura|há vagas|dá pra ir|dá para ir
    será que passa|em quanto tempo|até quando|de quanto em quanto|é verdade isso|é normal isso|é seguro isso|é preciso ir|é contagioso|é contagiosa|what is it|which one|how long|when|where
    why|who|can i go|could i|should i|is it|are they|do i|does it|may i|must i|will it|cuál es|cuáles son|cuánto dura|cuántos días|cuánta|cuántas|cuándo|dónde|adónde|quién|puedo ir|puede ir
    pueden ir|debo ir|debe ir|hay vacuna|es verdad|es normal|es seguro|necesito ir`,
  );
  it.each(openers)('Given "%s" Then it may be one, with its mark it is', (text) => {
    expect([readAsking(text), readAsking(`${text}?`), readAsking(`${text}？`)]).toEqual([
      'maybe',
      'clear',
      'clear',
    ]);
  });
  it.each(
    split(
      `oi|olá|bom dia|boa tarde|boa noite|por favor|mas|e|hi|hello|please|but|and|hola|buenos días|y|pero|então|só|me diga|diga|uma pergunta|dúvida|tell me`,
    ),
  )('Given "%s, como evitar?" Then it is one', (before) => {
    expect(readAsking(`${before}, como evitar?`)).toBe('clear');
    expect(readAsking(`${before} como evitar`)).toBe('maybe');
  });
  it.each([
    ['¿cuándo abre?', 'clear'],
    ['¿ oi: ¿qué hay?', 'clear'],
    ['oi! oi. bom dia: como evitar', 'maybe'],
    ['tosse?', 'maybe'],
    ['tosse', 'no'],
    ['queijo', 'no'],
    ['comi', 'no'],
    ['eu queria saber como evitar', 'no'],
    [`${'x '.repeat(260)}como evitar`, 'no'],
    ['', 'no'],
  ])('Given "%s" Then %s', (text, asking) => expect(readAsking(text)).toBe(asking));

  it.each(
    split(
      'A vacina causa autismo?|vacina causa muito autismo? |vacina não causa autismo？|is the vaccine safe here?',
    ),
  )('Given "%s" Then it is about nobody', (text) => expect(isGeneralQuestion(text)).toBe(true));
  it.each(
    split(
      'vacina causa autismo?|a vacina causa autismo|a vacina causa autismo? obrigado|?|há vacina pra isso que eu sinto?|isso ataca meu corpo todo?|isso ataca meus rins todos?',
    ).concat(
      [
        'minha pele arde com sol?',
        'minhas pernas incham no calor?',
        'isso pode me matar mesmo?',
        'passa de mim para outros?',
      ],
      [
        'ela pode tomar a vacina?',
        'ele pode tomar a vacina?',
        'a filha pode tomar vacina?',
        'o filho pode tomar vacina?',
      ],
      [
        'o bebe pode tomar vacina?',
        'a mãe pode tomar vacina?',
        'o pai pode tomar vacina?',
        'a esposa pode tomar vacina?',
      ],
      [
        'o marido pode tomar vacina?',
        'if i take it now?',
        'is my arm at risk?',
        'will it hurt me then?',
        'can she take the shot?',
      ],
      [
        'can he take the shot?',
        'es para mi brazo esto?',
        'duelen mucho mis piernas?',
        'y si yo lo tomo?',
        'si siento dolor es grave?',
      ],
      [
        'el tiene que ir hoy?',
        'ella puede tomar la vacuna?',
        'mi hija puede tomar vacuna?',
        'el hijo puede tomar vacuna?',
      ],
      [
        'can the daughter take it?',
        'can the son take it?',
        'can the baby take it?',
        'estou com risco de dengue?',
        'tenho que tomar a vacina?',
      ],
    ),
  )('Given "%s" Then it is none, or of somebody', (text) => expect(isGeneralQuestion(text)).toBe(false));
});

describe('where to go', () => {
  const places: Readonly<Record<PlaceKind, string>> = {
    vaccination: 'onde tomo vacina|where to get vaccinated|donde hay vacunas|onde tem posto de vacinação',
    pharmacy:
      'onde tem farmácia|onde tem drogaria|nearest pharmacy|where is a drugstore|where is the chemist',
    maternity: 'onde tem maternidade|donde hay maternidad|where is maternity|onde vou dar a luz',
    urgent:
      'onde fica a upa|onde tem upas|onde tem pronto socorro|pronto-socorro mais perto|onde tem pronto atendimento|onde fica a emergência|onde tem urgência|donde hay urgencias|nearest emergency room|urgent care near me',
    hospital: 'onde tem hospital|where is the nearest hospital|hospitais perto de mim',
    primary:
      'onde tem posto|onde fica o postinho|onde tem ubs|onde tem usf|onde tem psf|onde tem unidade básica|onde tem unidade de saúde|where is a health post|where is a health center|donde hay centro de salud|donde queda el puesto de salud|where is a clinic',
    any: `aonde devo ir|onde vou|adonde voy|where do i go|onde consultar|onde faço consulta|onde sou atendida|onde posso ser atendido|onde tem atendimento|onde atendem|donde atienden
      onde tem médico|onde tem médica|where is a doctor|where can i be seen|unidade mais próxima|médico mais próximo|onde faço tratamento|where is treatment|donde hay tratamiento
      onde peço socorro|onde peço ajuda|onde posso ser visto|onde procurar|closest doctor|médico mas cerca|médico mas cercano|doctora mas cercana consulta|médico perto daqui|médico perto de casa|médico cerca de mi|médico cerca de aquí`,
  };
  it.each(Object.entries(places).flatMap(([kind, texts]) => split(texts).map((text) => [text, kind])))(
    'Given "%s" Then %s',
    (text, kind) => expect(readPlaceWanted(text)).toBe(kind),
  );
  it.each(
    split(
      'quero um hospital|longe do posto|onde dói|onde comprar girafa|responde sobre a upa|onde tem rupa|onde fica a upar|posto perto de Campinas|tem voyage onde',
    ).concat([`${'x '.repeat(260)}onde tem posto`, 'ondeando pela upa']),
  )('Given "%s" Then nowhere', (text) => expect(readPlaceWanted(text)).toBeUndefined());
});

describe('small talk', () => {
  it.each(
    split(`namora comigo?|quer namorar|quer casar comigo?|casa comigo?|você é solteiro?|você é solteira?|me dá um beijo|beijo|gostoso|gostosa|delícia|gato|gata|sexo|quer transar|te amo|lindo você|linda você
    quer sair?|sair comigo?|me ama?|idiota|burro|burra|imbecil|retardado|retardada|inútil|otário|otária|babaca|merda|porra|caralho|cuzão|vai se foder|vai se f|foder|fdp|conta uma piada|que time?|flamengo
    corinthians|vai chover?|que calor?|que frio?|tudo bem com você?|como você está?|como vc tá?|tá bem?|você dorme?|você come?|você é real?|você é casado?|você é casada?|are you single?|marry me|date me|love you
    stupid|idiot|tell me a joke|que haces?|te casas?|eres soltero?|eres soltera?|tonto|estúpido|estúpida|cuéntame un chiste|que filme!|how nice|what a day|cuánto sol|como sofre`),
  )('Given "%s" Then it asks nothing', (text) => expect(isSmallTalk(text)).toBe(true));
  it.each(
    split(
      'tenho gatos|gatilho|que filme?|que filme？|que é isso|que são eles|que hora abre|que horas abre|que dia abre|como posso ir|como devo ir|como faço|tosse|quero um remédio que alivie|você dorme bem demais agora',
    ).slice(0, 13),
  )('Given "%s" Then it may be meant', (text) => expect(isSmallTalk(text)).toBe(false));
  it('reads the first 300 characters', () => expect(isSmallTalk(`${'x '.repeat(150)}idiota`)).toBe(false));
});
