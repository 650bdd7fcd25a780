/** What Brazilians answer when asked about a pregnancy, an injury, mind or violence. One list per question and answer, parted by " / ". */
import { readMessage } from '../../../src/language/message';

const answer = (text: string, asked: string): string => {
  const { findings } = readMessage(text, { language: 'pt-BR', asked });
  return findings.find(({ concept }) => concept === asked)?.value.toString() ?? 'nothing';
};

describe('answers to one question, as people word them', () => {
  it.each<[asked: string, value: string, said: string]>([
    [
      'pregnancy',
      'yes',
      'de 12 semanas / tô de 5 meses / o teste deu positivo / deu duas listrinhas / descobri semana passada / to esperando neném / tô buchuda / tô no sexto mês / já tô pra ganhar / no comecinho / de gêmeos / sim, 20 semanas / barrigudinha já / prenha kkk / já fiz o ultrassom, 9 semanas / no terceiro trimestre',
    ],
    [
      'pregnancy',
      'no',
      'sou homem / já passei da idade / tô na menopausa / fiz laqueadura / tirei o útero / sou virgem / meu marido fez vasectomia / não tô grávida / desceu ontem / tô menstruada / uso diu / impossível / é menino / tenho 70 anos né / não, tomo pílula / sou lésbica / é um senhor de 80 anos',
    ],
    [
      'pregnancy',
      'unknown',
      'minha menstruação atrasou mas não fiz teste / não fiz o teste ainda / talvez, tô atrasada / tô desconfiada mas não sei / pode ser, tá atrasada',
    ],
    [
      'possible_pregnancy',
      'yes',
      'tá atrasada / não desceu esse mês / atrasou 10 dias / esqueci a pílula / transei sem camisinha / tô desconfiada / atrasadíssima / não veio ainda / tem chance sim / faz dois meses que não vem / a camisinha estourou / tomei pílula do dia seguinte',
    ],
    [
      'possible_pregnancy',
      'no',
      'desceu ontem / tô menstruada / veio certinho / sem chance / fiz laqueadura / sou homem / menopausa / não tenho relação / tomo injeção / uso diu / sou operada / em dia / veio semana passada',
    ],
    [
      'vaginal_bleeding',
      'yes',
      'um pouquinho de sangue / manchou a calcinha / tá descendo sangue / borra escura / coágulos / sangrando bastante / saiu um pedaço / no papel quando me limpo / escorreu sangue / um escape',
    ],
    [
      'vaginal_bleeding',
      'no',
      'nada de sangue / calcinha limpa / nem uma gota / só corrimento / corrimento branco / não saiu sangue / sequinho / nenhum sangramento / sem sangramento',
    ],
    [
      'fluid_loss_pregnancy',
      'yes',
      'molhou tudo / a bolsa estourou / escorreu água / tá vazando líquido / calcinha encharcada / desceu um líquido / pingando água / escorrendo pelas pernas / rompeu a bolsa / saiu água com cheiro de água sanitária / encharquei a cama',
    ],
    [
      'fluid_loss_pregnancy',
      'no',
      'seca / bolsa inteira / não saiu nada / nenhum líquido / só xixi mesmo / calcinha seca / não molhou / não estourou',
    ],
    [
      'fewer_fetal_movements',
      'yes',
      'parou de mexer / mexe menos / quietinho demais / não senti hoje / desde ontem não mexe / tá paradinho / quase não mexe / sumiu / não chuta mais / tá quieto / mexeu pouco hoje',
    ],
    [
      'fewer_fetal_movements',
      'no',
      'mexe bastante / tá pulando / chutando muito / não para quieto / agitado / mexendo normal / mexeu agora / sinto ele mexer toda hora / tá dançando / igual sempre / mexe o dia inteiro / chutou agorinha',
    ],
    [
      'contractions',
      'yes',
      'de 5 em 5 minutos / barriga endurecendo / vem e vai / fica dura / apertando / cólica que vai e volta / a cada dez minutos / dor ritmada / tá endurecendo toda hora / barriga dura / começou a apertar',
    ],
    [
      'contractions',
      'no',
      'barriga molinha / nada ainda / não endurece / só chutes / barriga tranquila / nenhuma / sem contração / relaxada',
    ],
    [
      'postpartum',
      'yes',
      'tive bebê faz 10 dias / ganhei neném semana passada / minha filha nasceu há 20 dias / cesárea há um mês / pari anteontem / tô de resguardo / meu bebê tem 15 dias / há 3 semanas / nasceu dia 2 / faz um mês que ganhei',
    ],
    [
      'postpartum',
      'no',
      'nunca engravidei / meu filho já tem 5 anos / sou homem / não tive filho / não tenho filhos / meu caçula tem 10 / faz anos / nunca pari / ainda tô grávida',
    ],
    [
      'postpartum_bleeding',
      'yes',
      'encharca um absorvente por hora / muito sangue / coágulos grandes / jorrando / não para de sangrar / hemorragia / piorou o sangramento / ensopa tudo / descendo pedaço / cada hora troco o absorvente',
    ],
    [
      'postpartum_bleeding',
      'no',
      'pouquinho / só uma borrinha / normal de resguardo / tá diminuindo / quase nada / parou já / clarinho / o normal / só mancha',
    ],
    [
      'injury',
      'yes',
      'cortei a mão / caí de moto / torci o pé / bati o joelho / levei um tombo / quebrei o braço / machuquei o dedo / me ralei / prensei o dedo na porta / bateu a perna / fui atropelado / furei o pé no prego / caiu um peso no pé / luxei o ombro / escorreguei e torci',
    ],
    [
      'injury',
      'no',
      'não me machuquei / nenhum acidente / não bati em nada / nada disso / não caí / não sofri nada / acidente não',
    ],
    [
      'head_injury',
      'yes',
      'bati a cabeça / fez um galo / bateu a testa / caiu de cabeça / levou uma bolada na cabeça / bateu a nuca no chão / deu uma cabeçada na parede / abriu a testa / rachou a cabeça / pancada na cabeça',
    ],
    [
      'head_injury',
      'no',
      'não bateu a cabeça / só o joelho / caiu sentado / caí de bunda / na cabeça não / bati só o braço / não encostou a cabeça / a cabeça não / caiu de lado',
    ],
    ['head_injury', 'unknown', 'não vi a hora que caiu / não lembro se bati'],
    [
      'fall',
      'yes',
      'caí da escada / escorreguei no banheiro / levei um tombo / ela caiu da cama / tropecei e caí / rolou a escada / despencou / fui ao chão / caiu do berço / levou uma queda / caiu de madura',
    ],
    ['fall', 'no', 'não caí / me segurei / não caiu não / não cheguei a cair / nenhuma queda / nenhum tombo'],
    [
      'burn',
      'yes',
      'derramei café / caiu óleo / encostei na panela / água fervendo / fez bolha / no escapamento / queimadura de sol / me queimei no ferro / ficou vermelho e ardendo / pegou fogo na manga',
    ],
    [
      'burn',
      'no',
      'não queimei / não me queimei / nenhuma queimadura / só ficou quente / não encostou / não queimou',
    ],
    [
      'burn_severe',
      'yes',
      'no rosto todo / pegou as costas inteiras / fez bolhas enormes / a pele soltou / na mão toda / ficou preto / carne viva / pegou o peito e a barriga / é grande / maior que a minha mão / pegou a genital / nas duas pernas',
    ],
    [
      'burn_severe',
      'no',
      'só o dedinho / pequena / só avermelhou / não fez bolha / do tamanho de uma moeda / bem superficial / só a pontinha / coisa pequena',
    ],
    [
      'animal_sting',
      'yes',
      'escorpião / uma cobra me picou / fui picada por aranha / abelha, várias / marimbondo / uma lagarta queimou / água viva / jararaca / senti a ferroada / picou meu pé / lacraia',
    ],
    [
      'animal_sting',
      'no',
      'só pernilongo / nenhum bicho / foi só formiga / não fui picado / mosquito só / nenhum bicho desses me picou / não vi bicho / bicho nenhum',
    ],
    [
      'animal_bite',
      'yes',
      'cachorro / o gato arranhou / meu cachorro mordeu / um morcego / levei uma mordida / o macaco / foi um vira lata / mordeu minha perna / rato mordeu / abocanhou a mão',
    ],
    [
      'animal_bite',
      'no',
      'não mordeu / só lambeu / bicho nenhum / só latiu / não fui mordido / brinquei mas não mordeu / nenhum animal',
    ],
    [
      'poisoning',
      'yes',
      'tomei remédio demais / bebeu água sanitária / engoliu desinfetante / comeu chumbinho / tomei uns 20 comprimidos / a cartela toda / cheirou veneno / bebeu produto de limpeza / tomou o remédio da avó / ingeri soda / misturei remédio com bebida / tomei a dose dobrada',
    ],
    [
      'poisoning',
      'no',
      'só tomei um / a dose certa / tomei como o médico mandou / não tomei nada / nada de remédio / só o de pressão / não engoliu nada / só os meus de sempre / nenhum veneno',
    ],
    [
      'suicidal_ideation',
      'yes',
      'às vezes / penso em sumir / queria não acordar / já pensei / não vejo saída / quero morrer / tô cansada de viver / passa pela cabeça / todo dia / melhor morrer / não aguento mais viver / vontade de acabar com tudo / minha vida não vale nada / já pensei em me matar',
    ],
    [
      'suicidal_ideation',
      'no',
      'jamais / quero viver / nunca pensei nisso / Deus me livre / amo minha vida / nunca / longe disso / tenho filhos pra criar / de jeito nenhum / não penso nessas coisas / nunca passou pela minha cabeça / não, só triste',
    ],
    [
      'suicidal_ideation',
      'unknown',
      'não quero falar disso / não sei explicar / prefiro não responder / às vezes não sei',
    ],
    [
      'self_harm',
      'yes',
      'me cortei / já tentei / tomei remédio pra morrer / me machuquei de propósito / ontem tentei / tô com a faca aqui / cortei os pulsos / me queimei de propósito / tenho um plano',
    ],
    [
      'self_harm',
      'no',
      'nunca / jamais / nunca me machuquei / não faria isso / nunca tentei nada / não tenho coragem / Deus me livre',
    ],
    [
      'harm_others',
      'yes',
      'tenho vontade de matar ele / penso em machucar / quero esganar / dá vontade de bater nela / vou acabar com ele / penso em fazer mal pra minha filha / quero matar meu chefe de verdade',
    ],
    [
      'harm_others',
      'no',
      'jamais / nunca / não machuco ninguém / sou da paz / só raiva mesmo / nunca faria mal a ninguém / longe de mim / não, só desabafo',
    ],
    [
      'hearing_voices',
      'yes',
      'ouço vozes / uma voz me chama / escuto gente falando / mandam eu fazer coisas / vozes na cabeça / escuto sussurros / ouço me chamarem / sim, uma mulher falando',
    ],
    [
      'hearing_voices',
      'no',
      'nunca ouvi / não escuto nada / voz nenhuma / só a tv / não ouço voz / nada de vozes / nunca escutei',
    ],
    [
      'violence',
      'yes',
      'ele me bate / já me bateu / me ameaça / me empurrou / apanho dele / meu ex me persegue / tenho medo dele / ele me xinga e bate / me trancou em casa / levei um soco / me agrediu ontem / ele quebra tudo e me bate',
    ],
    [
      'violence',
      'no',
      'ninguém me bate / moro sozinha / tô segura / aqui é tranquilo / nunca apanhei / ambiente tranquilo / me sinto segura / tratam bem / ele nunca encostou em mim',
    ],
    [
      'sexual_violence',
      'yes',
      'fui abusada / me forçou / passou a mão em mim / me estupraram / meu padrasto me toca / fui estuprada / ele me obrigou / sofri abuso / me agarrou à força / abusaram de mim',
    ],
    [
      'sexual_violence',
      'no',
      'ninguém me forçou / foi consentido / nunca / ninguém me tocou / eu quis / nunca sofri isso / não fui forçada / ninguém fez nada comigo',
    ],
    [
      'sexual_violence',
      'unknown',
      'não quero falar / prefiro não dizer / não lembro, tava bêbada / prefiro não falar disso',
    ],
    [
      'anxiety',
      'yes',
      'muito nervosa / crise de ansiedade / coração apertado de angústia / uma agonia / tô uma pilha / aflita / não consigo parar de pensar / em pânico / ansiosa demais / com medo de tudo / um aperto, angústia / nervos à flor da pele / preocupada com tudo',
    ],
    [
      'anxiety',
      'no',
      'tô calma / tranquila / de boa / em paz / relaxado / zen / sossegada / tô suave / bem calma / durmo tranquila',
    ],
  ])('Given %s asked, When answered Then %s', (asked, value, said) =>
    expect(said.split(' / ').filter((text) => answer(text, asked) !== value)).toEqual([]),
  );
});
