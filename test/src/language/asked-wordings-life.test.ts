/** What Brazilians answer when asked about children, exposures, habits and diseases. One list per question and answer, parted by " / ". */
import { readMessage } from '../../../src/language/message';

const answer = (text: string, asked: string): string => {
  const { findings } = readMessage(text, { language: 'pt-BR', asked });
  return findings.find(({ concept }) => concept === asked)?.value.toString() ?? 'nothing';
};

describe('answers to one question, as people word them', () => {
  it.each<[asked: string, value: string, said: string]>([
    [
      'stridor',
      'yes',
      'faz um barulho quando puxa o ar / ronca puxando o ar / um guincho / parece uma foca / assobio alto quando inspira / puxa o ar com barulho / tá roncando pra respirar / chia quando puxa',
    ],
    [
      'stridor',
      'no',
      'respira quietinho / sem barulho nenhum / respiração silenciosa / não faz barulho / nenhum barulho / barulho não / respira normal',
    ],
    [
      'chest_indrawing',
      'yes',
      'afunda a barriga / aparece as costelas / a costelinha marca / faz um buraco embaixo do pescoço / afundando embaixo da costela / puxa a barriguinha / tá fazendo força pra respirar / a barriga sobe e desce demais',
    ],
    [
      'chest_indrawing',
      'no',
      'não afunda / respira normal / peito normal / sem esforço / não marca costela / barriguinha normal / respira tranquilo',
    ],
    [
      'bulging_fontanelle',
      'yes',
      'tá alta / estufada / inchadinha / pra fora / dura / parece um ovo / saltada',
    ],
    [
      'bulging_fontanelle',
      'no',
      'normal / plana / já fechou / molinha / tá boa / não tá alta / retinha / funda não nem alta',
    ],
    ['bulging_fontanelle', 'unknown', 'não sei onde fica / não sei ver isso / não passei a mão'],
    [
      'inconsolable_crying',
      'yes',
      'não para de chorar / chora sem parar / nada acalma / berra o tempo todo / grita muito / já faz 3 horas chorando / só chora / chora de se acabar / chora até perder o fôlego',
    ],
    [
      'inconsolable_crying',
      'no',
      'parou de chorar / tá calminho / acalma no colo / dormiu / não tá chorando / chora normal / tá quietinha agora / sorrindo / acalma no peito',
    ],
    [
      'unresponsive',
      'yes',
      'não responde / não acorda / tá desmaiado / não reage / mole, não abre o olho / apagada / não se mexe / tá desacordado ainda / só geme / não me ouve',
    ],
    [
      'unresponsive',
      'no',
      'tá acordado / responde sim / conversa comigo / abriu os olhos / voltou / tá falando / acordou / reage / chora normal / aperta minha mão / me olha',
    ],
    [
      'choking',
      'yes',
      'engasgou com carne / tá entalado / não consegue tossir / ficou roxo / tá sufocando / tá preso na garganta / não passa / engasgado ainda',
    ],
    [
      'choking',
      'no',
      'desengasgou / saiu já / tossiu e saiu / já cuspiu / respira normal agora / engoliu / já passou o engasgo / tá chorando normal',
    ],
    [
      'pale_cold_skin',
      'yes',
      'pálida / branca que nem papel / gelada / mãos frias / suando e pálido / sem cor / cinza / amarelada e fria / lábio branco / gelo puro / tá fria e pegajosa',
    ],
    [
      'pale_cold_skin',
      'no',
      'corado / quentinho / cor normal / bochecha rosada / pele quente / mão quente / coradinha / tá com a cor boa / não tá pálida',
    ],
    [
      'wheezing',
      'yes',
      'chiando / um gatinho no peito / miado / apitando / ronco no peito / assobio / chiado de noite / peito piando / chia quando deita / peito cheio chiando',
    ],
    [
      'wheezing',
      'no',
      'peito limpo / sem chiado / não chia / nenhum chiado / pulmão limpo / chiado não / não tá chiando / respira limpo',
    ],
    [
      'loss_of_appetite',
      'yes',
      'não quero comer / nada desce / sem fome / só belisco / nem olho pra comida / não como direito / enjoo de comida / forço pra comer / como um tiquinho / perdi a fome / comida não desce / ela não come nada',
    ],
    [
      'loss_of_appetite',
      'no',
      'como bem / apetite normal / tô comendo de tudo / fome de leão / almocei bem / comi tudo / tô com fome até / comendo normal / não perdi a fome / tô é comendo demais',
    ],
    [
      'dehydration_signs',
      'yes',
      'boca seca / muita sede / chora sem lágrima / olho fundo / xixi escuro / fralda seca / língua seca / pele murcha / lábio rachado / xixi bem amarelo / olhinho fundo',
    ],
    [
      'dehydration_signs',
      'no',
      'boca molhada / xixi clarinho / chora com lágrima / bem hidratada / sem sede demais / bebendo bastante água / língua molhada / saliva normal',
    ],
    [
      'jaundice',
      'yes',
      'olho amarelo / pele amarela / tá amarelinho / branco do olho amarelado / amarelão / cor de açafrão / olhos amarelados / ficou amarela',
    ],
    [
      'jaundice',
      'no',
      'não tá amarelo / olho branco / olho branquinho / pele normal / cor normal / nada amarelo / branco normal',
    ],
    [
      'anticoagulant',
      'yes',
      'xarelto / tomo marevan / aas todo dia / tomo um pra afinar o sangue / eliquis / varfarina 5mg / clexane / rivaroxabana / sim, por causa da trombose',
    ],
    [
      'anticoagulant',
      'no',
      'só remédio de pressão / não tomo nada / só losartana / nenhum / só vitamina / não uso / só anticoncepcional / não, só insulina',
    ],
    [
      'anticoagulant',
      'unknown',
      'tomo um monte de remédio, não sei / não sei o nome dos remédios / não sei pra que servem',
    ],
    [
      'saddle_numbness',
      'yes',
      'não sinto o papel quando limpo / tudo dormente lá embaixo / dormência na virilha / formigando entre as pernas / tá anestesiado / não sinto a bunda / perdi a sensibilidade lá / meio adormecido',
    ],
    [
      'saddle_numbness',
      'no',
      'sinto normal / sensibilidade normal / não tá dormente / sinto tudo / nada dormente / sinto o papel normal / sem dormência',
    ],
    [
      'testicular_pain',
      'yes',
      'dói o saco / um lado inchado / pontada no testículo / bola esquerda doendo / levei uma bolada e dói / inchou / dói muito o direito / ovo inchado e doendo',
    ],
    [
      'testicular_pain',
      'no',
      'não dói / sou mulher / saco normal / nada no saco / os testículos tão bem / não tenho testículo / tá normal lá',
    ],
    [
      'leg_swelling_one_side',
      'yes',
      'a direita inchou / só a esquerda / panturrilha inchada / uma maior que a outra / batata da perna dura e inchada / tá grossa e vermelha / só de um lado / perna esquerda tá enorme',
    ],
    [
      'leg_swelling_one_side',
      'no',
      'as duas iguais / pernas normais / não incha / incham as duas / nenhuma inchada / sem inchaço / as duas tão normais',
    ],
    [
      'eye_injury',
      'yes',
      'caiu produto no olho / levei uma bolada no olho / arranhou o olho / furou / entrou um cisco / espirrou cal / cortei a pálpebra / soldei sem máscara / caiu cola no olho / dedada no olho',
    ],
    [
      'eye_injury',
      'no',
      'não bati / olho tá bom / nada no olho / foi não / não machuquei o olho / não pegou no olho / só coça / olho normal, não bati',
    ],
    [
      'electric_shock',
      'yes',
      'levei um choque / peguei na tomada / fio desencapado / choque no chuveiro / grudei na geladeira / um choquinho / 220 / levou choque na máquina de lavar',
    ],
    [
      'electric_shock',
      'no',
      'nada de choque / não levei choque / não encostei no fio / tava desligado / nenhum choque / choque não',
    ],
    [
      'smoke_gas_inhalation',
      'yes',
      'respirei fumaça / inalei gás / cheiro de gás em casa / incêndio no prédio / respirei cloro / engoli fumaça / fiquei preso na fumaça / misturei água sanitária e respirei',
    ],
    [
      'smoke_gas_inhalation',
      'no',
      'não respirei nada / saí antes / nenhuma fumaça / sem fumaça / não tinha gás / janela aberta o tempo todo / não inalei nada',
    ],
    [
      'heat_exposure',
      'yes',
      'trabalhei no sol / na obra com sol quente / joguei bola no sol / fiquei no carro fechado / peguei muito sol / debaixo do sol',
    ],
    [
      'heat_exposure',
      'no',
      'fiquei em casa / na sombra / no ar condicionado / não peguei sol / tá frio aqui / nem saí / sol nenhum / no fresquinho',
    ],
    [
      'foreign_body_swallowed',
      'yes',
      'engoliu uma moeda / botão / pilha / pecinha de lego / engoli espinha de peixe / brinco / ímã / um prego / tampinha / engoli o dente / caroço de fruta',
    ],
    [
      'foreign_body_swallowed',
      'no',
      'não engoliu / achei a peça / cuspiu fora / tirei da boca a tempo / tá tudo aqui / não, só colocou na boca / achei a moeda no chão',
    ],
    [
      'foreign_body_swallowed',
      'unknown',
      'não vi se engoliu / sumiu uma peça, não sei / não tenho certeza se engoliu',
    ],
    [
      'substance_use',
      'yes',
      'tomei umas cervejas / bebi ontem / fumo maconha / uso cocaína / cachaça todo dia / uns drinks / tô bêbado / um vinho no jantar / só final de semana / de vez em quando um baseado / cheirei / bala na festa',
    ],
    [
      'substance_use',
      'no',
      'não bebo / não uso nada / nunca usei / sou crente / parei de beber / só refri / bebi nada / não uso droga / nada de álcool / tô limpo há anos / nem cerveja / bebida não',
    ],
    [
      'smoking',
      'yes',
      'um maço por dia / fumo pouco / vape / cigarro de palha / só quando bebo / fumo há 20 anos / narguilé / uns 5 por dia / fumante / tentando parar',
    ],
    [
      'smoking',
      'no',
      'parei / nunca fumei / larguei faz 5 anos / não fumo / parei há 2 meses / nunca coloquei na boca / detesto / faz anos que não fumo',
    ],
    [
      'recent_vaccine',
      'yes',
      'da gripe semana passada / tomei ontem / covid mês passado / a de tétano / febre amarela faz 10 dias / reforço / tomei no posto / a bb tomou as de 2 meses / antes de ontem / tomou as vacinas hoje',
    ],
    [
      'recent_vaccine',
      'no',
      'nenhuma / faz anos / não tomei / nada recente / não tô vacinado / só em 2021 / não tomo vacina',
    ],
    ['recent_vaccine', 'unknown', 'não lembro quando / perdi a carteirinha / acho que sim mas não lembro'],
    [
      'covid_test_positive',
      'yes',
      'deu positivo / dois risquinhos / positivou / reagente / testei positivo / positivo na farmácia / deu covid / positivo ontem',
    ],
    [
      'covid_test_positive',
      'no',
      'negativo / deu negativo / não reagente / um risco só / não testei / deu nada',
    ],
    [
      'covid_test_positive',
      'unknown',
      'não saiu / inconclusivo / aguardando / tô esperando o resultado / sai amanhã / ainda não saiu',
    ],
    [
      'covid_contact',
      'yes',
      'meu marido tá com covid / no trabalho todo mundo / minha mãe positivou / meu colega pegou / dormi com ele e deu positivo / na escola do meu filho tem caso / meu chefe testou positivo / a moça que trabalha comigo / minha colega de mesa tava com covid / meu vizinho pegou',
    ],
    [
      'covid_contact',
      'no',
      'ninguém / não saio de casa / ninguém perto / moro só / não tive contato / não que eu saiba / ninguém doente aqui / não encontrei ninguém',
    ],
    [
      'covid_past',
      'yes',
      'já tive / peguei em 2021 / duas vezes / ano passado / no começo da pandemia / tive sim, leve / fui internado com covid / peguei na primeira onda',
    ],
    [
      'covid_past',
      'no',
      'nunca peguei / nunca tive / escapei / não peguei / graças a Deus nunca / nunca positivei',
    ],
    ['covid_past', 'unknown', 'nunca testei / acho que tive mas não testei / não sei se era'],
    [
      'missed_dialysis',
      'yes',
      'faltei ontem / não fui / perdi a de segunda / pulei uma / o carro não veio / faltei duas / não consegui ir / não fiz essa semana / faltei na última',
    ],
    [
      'missed_dialysis',
      'no',
      'fiz todas / não falto nunca / fui ontem / faço certinho / não faço diálise / nunca faltei / tô em dia / fiz hoje / não faltei nenhuma',
    ],
    [
      'malaria_area',
      'yes',
      'voltei do Amazonas / fui pra Rondônia / moro em Manaus / acampei na mata / garimpo / vim da Angola / trabalho na floresta / fui pro Acre / viagem pro Pará',
    ],
    [
      'malaria_area',
      'no',
      'não viajei / não saí da cidade / não fui pra mato / só praia / fiquei em casa / nunca fui pro norte / moro em São Paulo mesmo / não fui a lugar nenhum / nem saí do bairro',
    ],
    [
      'flood_or_rat_contact',
      'yes',
      'entrou água em casa / alagou tudo / andei na enchente / tem rato em casa / mexi no esgoto / limpei o bueiro / vi rato na despensa / pisei na lama / xixi de rato',
    ],
    [
      'flood_or_rat_contact',
      'no',
      'não alagou / aqui não tem rato / rua seca / nada de enchente / moro no alto / sem rato / rato não / não pisei em água',
    ],
    [
      'diabetes',
      'yes',
      'tipo 2 / tomo metformina / uso insulina / tenho açúcar no sangue / sou diabético / descobri ano passado / controlada / gestacional / minha glicose é alta / pré-diabético não, diabético mesmo',
    ],
    [
      'diabetes',
      'no',
      'glicose normal / açúcar normal / não sou diabético / exame deu normal / minha glicose é boa / diabetes não / na família tem, eu não',
    ],
    [
      'hypertension',
      'yes',
      'tomo losartana / pressão alta controlada / sou hipertenso / minha pressão sobe / tomo remédio pra pressão / desde os 40 / na gravidez tive e ficou / às vezes sobe / pressão alta',
    ],
    [
      'hypertension',
      'no',
      'pressão normal / minha pressão é baixa / 12 por 8 sempre / pressão boa / não tenho pressão alta / pressão é ótima',
    ],
    [
      'heart_disease',
      'yes',
      'já infartei / tenho arritmia / uso marcapasso / sopro / insuficiência cardíaca / coração grande / fiz ponte de safena / coloquei stent / doença de chagas / válvula / tenho angina',
    ],
    [
      'heart_disease',
      'no',
      'coração de touro / coração bom / coração forte / não sou cardíaco / meu coração é saudável / do coração não',
    ],
    [
      'lung_disease',
      'yes',
      'dpoc / enfisema / bronquite crônica / tive tuberculose / fibrose / uso oxigênio em casa / asma / pulmão fraco / uso bombinha',
    ],
    [
      'lung_disease',
      'no',
      'pulmão limpo / pulmão bom / não tenho nada no pulmão / pulmão não / pulmões saudáveis / raio x normal',
    ],
    [
      'asthma',
      'yes',
      'uso bombinha / desde criança / asmático / ataca no frio / tenho bronquite asmática / aerolin / crise de asma de vez em quando / sim, controlada',
    ],
    ['asthma', 'no', 'nunca tive asma / não uso bombinha / só rinite / não sou asmático / asma não'],
    [
      'kidney_disease',
      'yes',
      'faço hemodiálise / só um rim / rim policístico / insuficiência renal / meus rins funcionam só 20 por cento / creatinina alta / transplantada de rim / doença renal crônica / rim parado',
    ],
    [
      'kidney_disease',
      'no',
      'rim bom / rins normais / exame de rim normal / só pedra uma vez / rim não / nada nos rins / creatinina normal',
    ],
    [
      'liver_disease',
      'yes',
      'cirrose / hepatite C / gordura no fígado / fígado ruim / tive hepatite / varizes no esôfago / na fila do transplante',
    ],
    [
      'liver_disease',
      'no',
      'fígado bom / nada no fígado / fígado normal / fígado nota dez / fígado limpo / fígado não',
    ],
    [
      'cancer',
      'yes',
      'faço quimio / câncer de mama / tô em tratamento / leucemia / tirei um tumor / linfoma / radioterapia / tô na oncologia / próstata / metástase',
    ],
    [
      'cancer',
      'no',
      'nunca tive câncer / era benigno / não tenho câncer / já tô curada há 10 anos / biópsia deu negativo / câncer não',
    ],
    [
      'immunosuppression',
      'yes',
      'tomo corticoide / prednisona / transplantado / lupus / imunidade baixa / quimioterapia / tomo azatioprina / artrite, tomo biológico / aids / metotrexato',
    ],
    [
      'immunosuppression',
      'no',
      'imunidade boa / imunidade ótima / não tomo nada que baixe / imunidade normal / não tomo corticoide / minha imunidade é de ferro',
    ],
    [
      'obesity',
      'yes',
      'tô gordinha / peso 120 / obeso / acima do peso / imc 35 / fofinho kkk / bem acima / grau 2 / gorda mesmo / 110 quilos',
    ],
    [
      'obesity',
      'no',
      'sou magra / peso normal / no peso certo / tô no peso certo / magrelo / peso 60 / em forma / abaixo do peso até / seca / peso bom',
    ],
    [
      'sickle_cell',
      'yes',
      'tenho falciforme / ss / minha anemia é falciforme / desde que nasci / tomo hidroxiureia',
    ],
    [
      'sickle_cell',
      'no',
      'só traço / não tenho anemia / nunca tive / só anemia comum / teste do pezinho deu normal / anemia falciforme não',
    ],
    [
      'hiv',
      'yes',
      'soropositivo / tomo coquetel / indetectável / vivo com hiv / positivo / faço tratamento / antirretroviral',
    ],
    [
      'hiv',
      'no',
      'negativo / exame deu negativo / não sou / fiz teste e deu negativo / graças a deus não / fiz exame mês passado, nada',
    ],
    ['hiv', 'unknown', 'nunca fiz exame / nunca testei / não sei, nunca fiz'],
  ])('Given %s asked, When answered Then %s', (asked, value, said) =>
    expect(said.split(' / ').filter((text) => answer(text, asked) !== value)).toEqual([]),
  );
});
