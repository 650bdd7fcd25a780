/** What Brazilians answer when asked about bleeding, brain, heart and water. One list per question and answer, parted by " / ". */
import { readMessage } from '../../../src/language/message';

const answer = (text: string, asked: string): string => {
  const { findings } = readMessage(text, { language: 'pt-BR', asked });
  return findings.find(({ concept }) => concept === asked)?.value.toString() ?? 'nothing';
};

describe('answers to one question, as people word them', () => {
  it.each<[asked: string, value: string, said: string]>([
    [
      'abdominal_pain',
      'yes',
      'cólica / umas pontadas na barriga / dói o pé da barriga / estômago queimando / dói do lado direito embaixo / dói em volta do umbigo / dor de barriga / cólica de gases / uma dorzinha no estômago / boca do estômago doendo / barriga estufada e doendo / embrulha e dói / dói quando aperto / um nó no estômago / dói depois que como',
    ],
    [
      'abdominal_pain',
      'no',
      'barriga não dói / barriga tranquila / sem cólica / nenhuma cólica / a barriga tá bem / estômago bom / nem cólica',
    ],
    [
      'severe_abdominal_pain',
      'yes',
      'muito forte / tô encolhida / não dá pra ficar em pé / insuportável / nota 10 / não passa com remédio / dói tanto que tô suando / tô me contorcendo / de rolar no chão',
    ],
    [
      'severe_abdominal_pain',
      'no',
      'é leve / dá pra aguentar / suportável / fraquinha / mais ou menos, dá pra levar / só incomoda / vai e volta fraquinha / uma cólica leve / tranquila / nada insuportável / nota 3 / já aliviou / dor forte assim eu não tenho',
    ],
    [
      'rash',
      'yes',
      'pipocado / umas bolinhas / manchas vermelhas / empolado / no braço todo / pelo corpo inteiro / apareceu umas pintinhas / brotoeja / pele toda vermelha / na barriga e nas costas / só no rosto / um vermelhão / cheio de bolinha / apareceu hoje / umas manchinhas no pescoço',
    ],
    [
      'rash',
      'no',
      'pele limpa / pele normal / nenhuma mancha / sem mancha / não apareceu nada na pele / pele lisinha / nada na pele / nem uma pintinha / corpo limpinho / não saiu nada',
    ],
    [
      'itching',
      'yes',
      'coça demais / coceira / coça de noite / não paro de coçar / tô me coçando toda / me coço até sangrar / coça um pouquinho / pinica / um comichão / coça o corpo todo / só coça quando suo',
    ],
    [
      'itching',
      'no',
      'não coça / coça nada / sem coceira / coçar não coça / nem coça / coceira nenhuma / não tô me coçando',
    ],
    [
      'petechiae',
      'yes',
      'pontinhos roxos / pintinha de sangue / umas manchas roxas / não some quando aperto / pontinhos vermelhos na perna / apareceu uns roxos do nada / roxinhas',
    ],
    [
      'petechiae',
      'no',
      'pele limpa / sem manchas / nenhuma pintinha / nada na pele / só mancha de mosquito / some quando aperto / não vi nenhum pontinho / não tem mancha roxa',
    ],
    [
      'bleeding_mucosal',
      'yes',
      'a gengiva / o nariz / sangrou o nariz ontem / cuspi sangue escovando os dentes / sangra quando escovo / do nariz / saiu sangue da boca / nariz sangrando / pingou sangue do nariz / gengiva sangrando',
    ],
    [
      'bleeding_mucosal',
      'no',
      'nariz parou de sangrar / não saiu sangue / nada de sangue / gengiva normal / nenhum sangramento / sem sangue / não sangrou',
    ],
    [
      'vomiting_blood',
      'yes',
      'com sangue / veio sangue / vermelho vivo / borra de café / tinha uns fios de sangue / saiu sangue vivo / pedaços de sangue / escuro tipo café / um pouco de sangue / raiado de sangue / meio avermelhado de sangue',
    ],
    [
      'vomiting_blood',
      'no',
      'sem sangue / sem sangue nenhum / só comida / só água / amarelo / só bile / não tinha sangue / nada de sangue / transparente / verde / vômito normal, de comida / sangue não',
    ],
    ['vomiting_blood', 'unknown', 'não olhei a cor / dei descarga, não vi / tava escuro / não reparei a cor'],
    [
      'black_stool',
      'yes',
      'preto / preta que nem piche / saiu com sangue / escuro parecendo borra de café / bem escuro / sangue vivo no papel / fezes com sangue / preta e fedida / tá preto que nem borra de café / pretinho / vermelho de sangue',
    ],
    [
      'black_stool',
      'no',
      'cor normal / marrom / amarelo / normal / sem sangue / cocô normal / clarinho / não tá preto / nada de sangue / verde / tá marronzinho',
    ],
    ['black_stool', 'unknown', 'não olhei / dei descarga sem ver / não reparei na cor'],
    [
      'coughing_blood',
      'yes',
      'veio sangue / catarro com sangue / rosado / com raios de sangue / saiu sangue no lenço / cuspi sangue / uns fiapos de sangue / sangue vivo',
    ],
    [
      'coughing_blood',
      'no',
      'só catarro / sem sangue / catarro limpo / não sai sangue / sangue não / tosse seca / catarro amarelo / nada de sangue / com sangue não / sangue nenhum',
    ],
    [
      'bleeding_heavy',
      'yes',
      'não para / não estanca / encharcou a toalha / jorrando / escorrendo muito / tá vazando sangue / pingando sem parar / molhou o pano todo / já troquei três panos / saindo muito sangue / não tá parando / empapou a camisa / sangra demais / espirrando',
    ],
    [
      'bleeding_heavy',
      'no',
      'parou / estancou / já parou / só um pouquinho / tá controlado / só pingou / sangrou pouco / parou quando apertei / secou / só um arranhão / pouquinho de sangue / coagulou / consegui estancar / não tá mais sangrando',
    ],
    [
      'conjunctivitis',
      'yes',
      'olho vermelho / remelando / colado de remela / acordei com o olho grudado / os dois vermelhos / olho irritado / coçando e lacrimejando / olho cheio de remela / parece areia no olho / saindo pus do olho / inchado e vermelho / só o direito',
    ],
    [
      'conjunctivitis',
      'no',
      'olho normal / olho limpo / olhos branquinhos / sem remela / não tá vermelho / olho tá bom / não tem secreção',
    ],
    [
      'confusion',
      'yes',
      'não fala coisa com coisa / não sabe onde está / tá desorientado / não me reconhece / trocando os nomes / perdida / falando besteira / delirando / esquecendo tudo / não sabe que dia é / tá aérea / tá variando / fala enrolado e confuso / confundindo as pessoas / não lembra quem sou / tá fora de si',
    ],
    [
      'confusion',
      'no',
      'lúcida / tá consciente / conversa normal / sabe tudo / responde certinho / tá orientada / me reconhece / sabe onde tá / cabeça boa / tá bem da cabeça / raciocinando bem / fala tudo certinho / tá ligado em tudo / sei o dia e onde tô',
    ],
    [
      'drowsiness',
      'yes',
      'só dorme / difícil de acordar / acorda e dorme de novo / molinha / dormindo o dia todo / não acorda direito / prostrado / largadinho / não fica acordada / tá apagado / sonolento demais / abre o olho e fecha / não quer brincar, só dorme / tá mole, mole',
    ],
    [
      'drowsiness',
      'no',
      'esperta / acordado / tá brincando / tá correndo / tá ligadinho / bem acordada / ativo / acordou normal / agitado até / pulando / conversa e ri / tá no tablet / tá arteiro',
    ],
    [
      'fainting',
      'yes',
      'desmaiei / apaguei / caí duro / perdi os sentidos / escureceu tudo e caí / ela desmaiou no banho / capotei / fiquei desacordada / caí e apaguei / por uns segundos / tive um apagão / desfaleceu / perdeu a consciência',
    ],
    [
      'fainting',
      'no',
      'só fiquei tonta / não desmaiei / não apaguei / tô consciente / só vi tudo escuro mas não caí / fiquei acordada o tempo todo / não perdi a consciência / não caí / só senti tontura',
    ],
    [
      'seizure',
      'yes',
      'se debateu toda / teve um ataque / convulsionou / tremeu o corpo todo / espumou a boca / ficou dura e tremendo / virou os olhinhos / deu um ataque epilético / teve uma crise / revirou o olho e ficou duro / se batendo toda',
    ],
    [
      'seizure',
      'no',
      'não teve ataque / não convulsionou / só tremeu de frio / nunca convulsionei / crise nenhuma / não se debateu',
    ],
    [
      'stiff_neck',
      'yes',
      'não encosta / não consigo abaixar a cabeça / dura / travado / dói pra abaixar / a nuca tá dura / não dobra / não consigo olhar pra baixo / pescoço endurecido / não viro a cabeça / dói demais quando abaixo / rígida',
    ],
    [
      'stiff_neck',
      'no',
      'encosta normal / consigo encostar / mexo normal / viro pra todo lado / abaixo sem problema / pescoço solto / tá molinho / encosto o queixo de boa / a nuca tá molinha, sem rigidez / pescoço normal / dobra normal / abaixei agora e foi',
    ],
    [
      'face_droop',
      'yes',
      'torta / a boca entortou / um lado caiu / puxando pra um lado / o sorriso ficou torto / só um lado mexe / boca puxada / metade do rosto parado / lado esquerdo caído / olho caído / repuxada / um lado do rosto caiu',
    ],
    [
      'face_droop',
      'no',
      'simétrico / sorriso normal / igual dos dois lados / sorriu normal / rosto normal / não tá torta / tudo no lugar / boca retinha / os dois lados iguais / não entortou / sorri certinho',
    ],
    [
      'limb_weakness',
      'yes',
      'não levanta / um braço caiu / perdi a força / braço mole / a perna não responde / dormente / não consigo levantar o braço / não segura nada / um lado mais fraco / deixei cair o copo / formigando o lado esquerdo / tá sem força no braço / perna falhando / mão boba / não consigo mexer o braço',
    ],
    [
      'limb_weakness',
      'no',
      'levanta os dois / força normal / consigo levantar / aperta minha mão forte / mexe tudo / os dois braços normais / tá forte / levantei os dois / sem fraqueza / que nada, tô firme / anda normal / aperto com as duas mãos igual / força igual',
    ],
    [
      'speech_trouble',
      'yes',
      'enrolada / embolada / não sai a palavra / fala mole / arrastada / não dá pra entender / falando arrastado / enrola a língua / troca as palavras / gaguejando / voz pastosa / balbuciando / só grunhe / não consegue falar',
    ],
    [
      'speech_trouble',
      'no',
      'fala normal / falando bem / falo normal / tá falando direitinho / entendo tudo que ele fala / fala clara / voz normal / conversa normal / tá falando certinho / falo sem problema / dá pra entender tudo',
    ],
    [
      'vision_loss',
      'yes',
      'não enxergo / apagou / ficou tudo preto / perdi a vista de um olho / um olho não vê nada / escureceu / cegou / parei de ver / metade da visão sumiu / uma cortina preta / só vejo vulto / não vejo nada do olho direito',
    ],
    [
      'vision_loss',
      'no',
      'enxergo bem / vejo normal / visão normal / tô enxergando tudo / vejo tudo / enxergo normal dos dois olhos / vista boa / enxergo de longe e de perto / vejo as letras daqui / tô lendo aqui normal / leio normal / consigo ver o celular / enxergando tudo direitinho',
    ],
    [
      'visual_disturbance',
      'yes',
      'embaçada / turva / vendo dobrado / vendo pontinhos / luzinhas / tudo embaralhado / vista nublada / moscas voando / vejo duas de tudo / flashes / meio borrado / enxergando embaçado / brilhos na vista / visão tremida / vejo raios',
    ],
    [
      'visual_disturbance',
      'no',
      'visão normal / enxergo normal / vista boa / vejo nítido / nenhuma mancha na vista / vejo bem / vista limpa / não tá embaçado / não vejo nada de diferente / tudo nítido',
    ],
    [
      'dizziness',
      'yes',
      'tonto / tudo gira / rodando / zonzo / cabeça leve / quando levanto roda tudo / desequilibrado / sensação de desmaio / meio grogue / balançando / parece que tô no barco / cabeça aérea / chão fugindo / labirintite atacada / só quando levanto rápido / vertigem',
    ],
    [
      'dizziness',
      'no',
      'não tô tonta / firme / cabeça firme / equilíbrio normal / não roda nada / nada girando / ando firme / tontura nenhuma / parou de rodar',
    ],
    [
      'palpitations',
      'yes',
      'disparado / acelerado / batendo forte / na boca / saindo pela boca / coração a mil / palpitando / batedeira / falhando / sinto o coração na garganta / dá umas disparadas / descompassado / pula / a 120 / aceleradão',
    ],
    [
      'palpitations',
      'no',
      'batendo normal / coração calmo / coração normal / ritmo normal / nada acelerado / bate tranquilo / sem palpitação / coração tá de boa / batimento normal / não dispara',
    ],
    [
      'sweating_cold',
      'yes',
      'suando frio / suando em bicas / pingando de suor / gelado e suado / um suor gelado / molhado de suor / suor frio na testa / mãos suadas e frias / ensopada / escorrendo suor',
    ],
    [
      'sweating_cold',
      'no',
      'seco / não tô suando / sem suor / suor normal de calor / só calor / suado de calor só / pele seca / nem suei / não suo',
    ],
    [
      'swelling_face_tongue',
      'yes',
      'inchou / o lábio tá enorme / a língua engrossou / beiço inchado / olho inchado / rosto deformado / cara inchada / boca inchada / tá inchando / garganta fechando / só o lábio de cima / pálpebra inchada / parece um baiacu',
    ],
    [
      'swelling_face_tongue',
      'no',
      'não inchou / rosto normal / boca normal / tamanho normal / não tá inchado / desinchou / sem inchaço / cara normal / língua normal / nada inchado',
    ],
    [
      'hives',
      'yes',
      'calombos / placas vermelhas que coçam / empolado / vergões / urticária / uns caroços que coçam / placas inchadas / umas placas pelo corpo / todo empolado / manchas altas / ínguas na pele coçando',
    ],
    [
      'hives',
      'no',
      'pele lisa / sem placas / não empolou / nenhum vergão / nenhuma placa / sem urticária / pele limpa',
    ],
    [
      'back_pain',
      'yes',
      'lombar / dói as costas / coluna doendo / travou a coluna / nas cadeiras / dói quando abaixo / dói do lado / não consigo me abaixar / travada / costas ruins / dor nos rins / no meio das costas / dói a cacunda / ciático',
    ],
    [
      'back_pain',
      'no',
      'costas tão bem / costas não / coluna boa / nas costas nada / nas costas não, é na barriga / coluna ótima / sem dor nas costas',
    ],
    [
      'incontinence_new',
      'yes',
      'fiz xixi na roupa / escapou / não deu tempo / não seguro / tô usando fralda / vaza sem eu sentir / me mijei / escapa quando tusso / molhou a cama / não sinto quando faço / sujei a calça / perdi o controle / fiz nas calças',
    ],
    [
      'incontinence_new',
      'no',
      'seguro bem / controlo normal / vou no banheiro normal / não escapa / consigo segurar / seguro tranquilo / nunca escapou / não, seguro sim / prendo normal / dá tempo de chegar no banheiro / tudo sob controle',
    ],
    [
      'urinary_pain',
      'yes',
      'arde / queima / dói quando faço xixi / ardência / arde no final / sai queimando / parece fogo / xixi ardendo / dói pra urinar / toda hora e sai gotinha / dói no finalzinho / corta',
    ],
    [
      'urinary_pain',
      'no',
      'xixi normal / não arde / urino normal / não queima / sai tranquilo / sem ardência / faço xixi de boa / xixi sem dor / urinando normal / não dói pra fazer xixi',
    ],
    [
      'no_urine',
      'yes',
      'não fiz ainda hoje / desde ontem nada / nenhuma gota / fralda seca / não sai / não consigo fazer / nada de xixi / tá preso / desde cedo não faz / não mijo desde ontem / fralda sequinha desde cedo / travou / nem pinga / faz umas 15 horas que não faço',
    ],
    [
      'no_urine',
      'no',
      'fiz agora / fiz hoje cedo / fralda molhada / tô fazendo normal / fiz xixi faz pouco / mijei agora / acabei de fazer / tô urinando bem / fez xixi de manhã / troquei a fralda cheia / xixi normal / fiz umas 3 vezes hoje / saiu sim / urinei há uma hora / fiz antes de dormir / tô mijando muito',
    ],
  ])('Given %s asked, When answered Then %s', (asked, value, said) =>
    expect(said.split(' / ').filter((text) => answer(text, asked) !== value)).toEqual([]),
  );
});
