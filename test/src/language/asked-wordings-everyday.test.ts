/** What Brazilians answer when asked about an everyday symptom. One list per question and answer, parted by " / ". */
import { readMessage } from '../../../src/language/message';

const answer = (text: string, asked: string): string => {
  const { findings } = readMessage(text, { language: 'pt-BR', asked });
  return findings.find(({ concept }) => concept === asked)?.value.toString() ?? 'nothing';
};

describe('answers to one question, as people word them', () => {
  it.each<[asked: string, value: string, said: string]>([
    [
      'fever',
      'yes',
      'tô pegando fogo / tô fervendo / o corpo tá quente demais / tá quentinho, deu 38 / de noite sobe / vai e volta / sim, só de noite / só à noite / tomei dipirona e não baixa / passou de 38 / termômetro apitou 39 / tô queimando de quente / tá alta / baixinha mas tem / febrinha de nada / um febrão danado / um quenturão no corpo / suei a noite inteira de febre / desde ontem tô ardendo / não baixa com nada / é, tô quente / febril',
    ],
    [
      'fever',
      'no',
      'o corpo tá fresco / temperatura normal / medi agora e deu normal / tá sem febre agora / passou já / já baixou / não tá quente não / tô fria / 36,5 tá normal / nem quente eu tô / não tive febre em momento nenhum / a febre foi embora ontem / só tava ontem, hoje não / desde ontem que não tenho mais / nem febre',
    ],
    [
      'fever',
      'unknown',
      'não tenho termômetro / não medi mas acho que posso estar / tô sem termômetro em casa / não coloquei o termômetro ainda / parece que tá quente mas não medi / não sei, não medi / às vezes parece que sim, não sei',
    ],
    [
      'chills',
      'yes',
      'tremendo igual vara verde / tô tremendo todo / frio de bater o queixo / não paro de tremer de frio / com dois cobertor e ainda com frio / arrepio no corpo todo / me dá uns arrepios / uma tremedeira danada / bateu um frio do nada / sinto um frio que não passa / batendo os dente',
    ],
    [
      'chills',
      'no',
      'tremendo não tô / nenhum arrepio / sem frio nenhum / calafrio não tenho / nem um arrepio',
    ],
    [
      'cough',
      'yes',
      'tossindo feito cachorro / tossindo horrores / tosse de cachorro / uma tosse seca chata / direto tossindo / tusso quando deito / só quando deito / mais de noite / com catarro verde / cof cof o dia todo / um pigarro que não sai / quando falo muito tusso / tô engasgando de tanto tossir / meu peito chia de tanto tossir / ataca de noite',
    ],
    [
      'cough',
      'no',
      'nem tossi / não tô tossindo / tosse nenhuma / não tusso / tossi nada / parei de tossir / garganta limpa, sem tosse / tosse eu não tenho',
    ],
    [
      'dyspnea',
      'yes',
      'tô puxando o ar e não vem / o ar não entra / tô ofegante / canso só de andar até o banheiro / cansaço pra respirar / respiração curta / parece que o pulmão não enche / tô com o peito abafado, sem ar / não consigo puxar o ar até o fim / subi a escada e quase morri sem ar / só quando faço esforço / quando subo escada sim / fico sem fôlego / tô arfando / respirando com dificuldade / tô respirando mal / sinto um sufoco / fico esbaforida / tá pesado pra respirar / preciso sentar pra respirar',
    ],
    [
      'dyspnea',
      'no',
      'respiro tranquilo / tô respirando normal / o ar entra bem / consigo respirar de boa / respirando bem graças a deus / fôlego de atleta / nenhuma falta de ar / ar não falta / ar tá normal / respiro normalmente, sem esforço / o fôlego tá normal / minha respiração tá boa / não tô cansada pra respirar / subo escada sem cansar',
    ],
    [
      'cannot_complete_sentences',
      'yes',
      'só falo duas palavras e para / falo picado / falo e tenho que respirar / não consigo terminar a frase / fala cortada / tem que parar pra respirar no meio / ela fala só uma palavra de cada vez / paro toda hora pra tomar ar / a voz some no meio da frase / só por sinal',
    ],
    [
      'cannot_complete_sentences',
      'no',
      'falo tudo de uma vez / tô falando normalmente / converso numa boa / consigo falar frase longa / falo até demais kkk / falo sem parar pra respirar / converso normal / falo de boa, sem cansar / completo as frases tranquilo',
    ],
    [
      'cyanosis',
      'yes',
      'o beiço tá roxo / boquinha arroxeada / as unhas tão roxas / ponta dos dedos azul / ficou roxinho / meio arroxeado / tá com a boca azulada / dedo roxo / cinza a boca dele',
    ],
    [
      'cyanosis',
      'no',
      'rosadinha / tá corada / tá com a cor boa / lábio vermelhinho normal / não tá roxo / unha rosa normal / tá com a corzinha normal / nada roxo / cor de sempre',
    ],
    [
      'cyanosis',
      'unknown',
      'não tá dando pra ver a cor / tá escuro aqui / ele é negro, não consigo ver bem / tô longe dele, não sei',
    ],
    [
      'chest_pain',
      'yes',
      'aperta aqui no meio / um aperto ruim / como se tivesse um peso em cima / pesa / queima no meio do peito / dói quando respiro / dói do lado esquerdo / uma pontada de vez em quando / dói e vai pro braço / uma pressão / parece que tem um elefante sentado / agulhadas / dói só quando aperto / dói quando tusso / arde / um desconforto estranho',
    ],
    [
      'chest_pain',
      'no',
      'no peito nada / o peito tá normal / o peito não dói / peito tá de boa / dor nenhuma no peito / nadinha no peito / peito tranquilo / não, o peito não / não dói nada aqui / peito livre',
    ],
    [
      'sore_throat',
      'yes',
      'arranhando / raspando / dói pra engolir / não consigo engolir nem saliva / tá inflamada / cheia de placa / com pus / tá vermelha / parece que tem vidro / ardendo / irritada / dói só de manhã / a goela tá pegando fogo / engolir tá um sofrimento / tô rouco e arde / incomoda um pouco',
    ],
    [
      'sore_throat',
      'no',
      'garganta ok / engolindo normal / garganta tá boa / não dói pra engolir / garganta limpinha / desce tudo bem / minha garganta tá ótima / engulo normal',
    ],
    [
      'runny_nose',
      'yes',
      'nariz pingando / parece uma torneira / entupido / escorrendo direto / fungando / espirrando muito / catarro no nariz / uma meleca só / tô gripado, nariz escorre / nariz trancado / só de manhã / não paro de assoar / acabei com um rolo de papel / tô constipada / ranhento',
    ],
    [
      'runny_nose',
      'no',
      'nariz seco / nariz limpo / respirando bem pelo nariz / nada escorrendo / nariz tá normal / nem espirro / sequinho',
    ],
    [
      'headache',
      'yes',
      'latejando / parece que vai explodir / pesada / uma enxaqueca daquelas / doendo a testa / dói atrás da cabeça / dói dos lados / minha cabeça tá estourando / tá martelando / dói quando abaixo / um peso na cabeça / uma dorzinha chata / só de um lado / tá me matando / desde que acordei / tomei dipirona e não passou / acordo com ela',
    ],
    [
      'headache',
      'no',
      'cabeça não dói / cabeça tá ótima / cabeça tranquila / não dói a cabeça / minha cabeça tá boa / nem dor de cabeça eu tenho / de cabeça não',
    ],
    [
      'headache_sudden_worst',
      'yes',
      'veio do nada, a pior / nunca senti igual / em segundos ficou insuportável / foi uma explosão / como uma pancada / de uma hora pra outra / nunca doeu desse jeito / a mais forte que já tive / veio de uma vez só / parecia que levei uma paulada / jamais senti uma dor tão forte / começou de repente e muito forte',
    ],
    [
      'headache_sudden_worst',
      'no',
      'foi aumentando aos poucos / veio devagar / não, é a de sempre / é a mesma enxaqueca / já tive piores / é uma dor comum / foi chegando / costumo ter / não foi de repente / é fraquinha / normalzinha / igual às outras',
    ],
    [
      'retro_orbital_pain',
      'yes',
      'atrás do olho esquerdo / dói quando mexo os olhos / os olhos pesam / doem os dois olhos / fundo dos olhos doendo / dói pra olhar pro lado / parece que vão saltar / a luz incomoda e dói atrás',
    ],
    [
      'retro_orbital_pain',
      'no',
      'olho não dói / nos olhos não / olhos normais / não dói nada atrás do olho / meus olhos tão bem / só na testa',
    ],
    [
      'myalgia',
      'yes',
      'moído / parece que levei uma surra / parece que um caminhão passou em cima / corpo todo dolorido / dói até o fio de cabelo / até os ossos doem / tudo dói / quebrado / corpo ruim / dói da cabeça aos pés / dói as pernas e os braços / músculos doloridos / tô que não me aguento de dor / acabado, tudo doendo / o corpo pesado e dolorido / como se tivesse apanhado / todo quebrado',
    ],
    [
      'myalgia',
      'no',
      'o corpo tá bem / corpo tá ótimo / corpo não dói / nada doendo / dor no corpo não / sem dor no corpo / corpo inteiro tá bem / tô inteiro / só a cabeça',
    ],
    [
      'arthralgia',
      'yes',
      'os joelhos / dói as mãos / os dedos não fecham direito / juntas inchadas / doem as juntas tudo / tornozelo e punho / joelho e mão / mal consigo fechar a mão / dói pra andar, as juntas / meus dedos doem / cotovelo doendo / articulações inchadas',
    ],
    [
      'arthralgia',
      'no',
      'as juntas tão boas / juntas normais / junta não dói / mexo tudo normal / nas juntas não / joelho bom',
    ],
    [
      'anosmia',
      'yes',
      'não sinto cheiro / nem o café eu sinto / perdi o olfato / sumiu o cheiro / nada de cheiro / não sinto nem o perfume / não sinto mais / não cheiro nada / nem o cheiro do café eu sinto / nem do alho / passo perfume e nada / nem álcool eu sinto',
    ],
    [
      'anosmia',
      'no',
      'sinto tudo / sinto cheiro normal / senti o cheiro do café hoje / meu nariz tá funcionando / voltou / cheiro normal / sinto até demais / sinto sim / o olfato tá ótimo / consigo sentir cheiros / cheirando normal',
    ],
    [
      'ageusia',
      'yes',
      'comida sem gosto / parece papelão / nada tem gosto / tudo igual, sem gosto / nem o sal eu sinto / perdi o paladar / tá tudo sem sabor / não sinto o gosto / comida com gosto de nada',
    ],
    [
      'ageusia',
      'no',
      'sinto o gosto normal / gosto normal / sinto sabor / paladar normal / sinto o gosto de tudo / voltou o gosto',
    ],
    [
      'fatigue',
      'yes',
      'só o pó / esgotada / um caco / sem energia pra nada / mal levanto da cama / caindo pelas tabelas / cansaço que não passa / morta de cansada / corpo mole / molenga / sem pique / pregada / exausto / não tenho força pra nada / tô me arrastando / moleza danada / tudo me cansa / acabada',
    ],
    [
      'fatigue',
      'no',
      'cheio de energia / tô disposto / tô ligadão / tô com pique / ânimo normal / tô a mil / disposição normal / força total / energia de sobra',
    ],
    [
      'bedridden',
      'yes',
      'fico deitada o dia todo / só levanto pra ir no banheiro / não saio da cama / passo o dia na cama / acamada / de cama desde ontem / não consigo levantar / mais deitada que em pé / só durmo / fica deitado a maior parte do tempo / não aguento ficar em pé',
    ],
    [
      'bedridden',
      'no',
      'tô de pé / tô fazendo tudo normal / tô trabalhando / levanto normal / tô andando pela casa / faço minhas coisas / fico de pé o dia todo / não fico deitada / tô na ativa / cuidando da casa normal / faço as coisas devagar mas faço',
    ],
    [
      'diarrhea',
      'yes',
      'fui umas dez vezes / tô me desfazendo / só água / não saio do banheiro / mole / amolecido / desarranjo / tô com piriri / caganeira das brabas / desce que nem água / intestino solto / já fui 4 vezes hoje / corro pro banheiro toda hora / tô cagando água / o intestino tá descontrolado / soltou o intestino',
    ],
    [
      'diarrhea',
      'no',
      'intestino normal / preso até / intestino preso / cocô durinho / tô é constipada / intestino funcionando bem / fui uma vez, normal / cocô normal / não fui nenhuma vez / intestino tá de boa / tá firme',
    ],
    [
      'nausea',
      'yes',
      'embrulhado / estômago embrulhado / ânsia / ânsia de vômito / com vontade de vomitar / enjoadinha / revirando o estômago / cheiro de comida me dá ânsia / tô enjoada / vontade de botar tudo pra fora / um mal estar no estômago',
    ],
    [
      'nausea',
      'no',
      'estômago de boa / estômago tá bem / estômago normal / nada de ânsia / comendo normal, sem enjoo / sem ânsia / não tô enjoada',
    ],
    [
      'vomiting',
      'yes',
      'já vomitei três vezes / botei tudo pra fora / gorfei / chamei o hugo / coloquei o almoço pra fora / umas duas vezes / vomitei só uma vez / uma vez só / hoje cedo vomitei / vomitei agorinha / só depois de comer / toda vez que como',
    ],
    [
      'vomiting',
      'no',
      'só enjoo / só ânsia / não vomitei / não botei nada pra fora / vomitei nada / só vontade / fiquei só na ânsia / não cheguei a vomitar / nem uma vez',
    ],
    [
      'persistent_vomiting',
      'yes',
      'não para / um atrás do outro / vomito sem parar / de 10 em 10 minutos / já perdi a conta de quantas vezes / desde cedo vomitando / vomitei a madrugada toda / toda hora / umas 15 vezes / a noite inteira / vomitando direto',
    ],
    [
      'persistent_vomiting',
      'no',
      'foi só uma vez / só duas vezes / parou / já parou / vomitei só ontem / agora deu uma parada / uma vez só e passou / foi só uma / melhorou, parou',
    ],
    [
      'vomits_everything',
      'yes',
      'volta tudo / nem água fica / não segura nada / tudo que come volta / bebe água e vomita / não para nada no estômago / até o remédio volta / nem o soro para / tudo sai / não tô conseguindo segurar nada',
    ],
    [
      'vomits_everything',
      'no',
      'a água fica / consigo beber água / o soro ficou / tá aceitando líquido / comi uma bolacha e ficou / não, água eu seguro / consigo tomar soro aos poucos / segurou a sopa / alguma coisa para / consegui tomar um chá / tô bebendo água de coco e fica / almocei e não voltou',
    ],
    [
      'cannot_drink_or_feed',
      'yes',
      'não tá mamando / não pega o peito / recusa tudo / nem água desce / não consigo engolir nada / não bebe nada / cospe tudo / não quer saber de mamar / tá sem força pra mamar / não aceita nem água / fecha a boca / não engole / largou o peito',
    ],
    [
      'cannot_drink_or_feed',
      'no',
      'mamou agora / tá mamando bem / toma água normal / bebe bem / tá tomando bastante líquido / mamou tudo / bebi bastante água hoje / aceita bem o peito / tá bebendo sim / mama normal / toma a mamadeira toda / tô bebendo água / consigo beber / consigo tomar água / mama de 3 em 3 horas',
    ],
  ])('Given %s asked, When answered Then %s', (asked, value, said) =>
    expect(said.split(' / ').filter((text) => answer(text, asked) !== value)).toEqual([]),
  );
});
