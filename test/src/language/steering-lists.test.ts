/** Words that steer the reading and stand in no list of their own module: each one's sentence reads otherwise without it. */
import { readIntent } from '../../../src/language/intent';
import { testEachWord, type WordRow } from './each-word';
import { told } from './say';

const rows: readonly WordRow[] = [
  [
    'a pregnancy',
    'gravida gestante bolsa waters water fuente contracoes contracao pregnant embarazada gravidez mexe mexer mexendo',
    (word) => `${word}, 30 semanas`,
    /gestational_weeks=30/,
  ],
  [
    'having years',
    'tenho tengo tem tiene tinha fiz completei completou',
    (word) => `${word} 50 e tosse`,
    /age=50/,
  ],
  [
    'after years',
    'e y and mas levou ta com caiu tem que nao teve sou desmaiou esta faz desde',
    (word) => `tenho 50 ${word} tosse`,
    /age=50/,
  ],
  [
    'whose years',
    'vo homem mulher senhora senhor hombre mujer guri guria piá moleque man woman filho mae marido abuela',
    (word) => `tosse, ${word} de 50`,
    /age=50/,
  ],
  ['a birth', 'ganhei tive pari dei', (word) => `${word} nenem tem 15 dias`, /^(?!.*age)/],
  ['an emphasis', 'nao viu mais ainda tambem no', (word) => `tosse não tenho ${word}`, /cough=no/],
  ['a subject before a denial', 'eu ele ela eles yo i', (word) => `tosse ${word} não tenho`, /cough=no/],
  ['none of it', 'nenhuma nenhum zero ninguna ninguno cero', (word) => `tosse ${word}`, /cough=no/],
  [
    'being without',
    'to ta tou tava fico fica fiquei ficou am is',
    (word) => `não ${word} sem ar`,
    /dyspnea=no/,
  ],
  [
    'wondering',
    'não_sei_se não_sei_dizer_se nsei_se sei_não_se não_tenho_certeza_se não_tenho_certeza_que sem_certeza_se sem_certeza_que tenho_dúvida_se será_que será_se dont_know_if not_sure_if no_se_si não_sé_si no_estoy_seguro_si no_estoy_segura_si',
    (word) => `${word} isso é tosse`,
    /cough=unknown/,
  ],
  [
    'a thing',
    'pc computador notebook celular cel tv televisao carro moto app aplicativo site internet wifi jogo time selecao flamengo corinthians palmeiras vasco governo economia preco conta boleto salario bolso carteira cartao mercado gasolina impressora sistema servidor planilha projeto prova facul faculdade trabalho emprego reuniao transito onibus metro serie novela musica show festa computer phone car laptop team game movie computadora telefono coche equipo partido pelicula',
    (word) => `meu ${word} teve um infarto`,
    /^$/,
  ],
  [
    'what a thing does',
    'deu teve tem ta tendo dando foi ficou entrou quase parece had is has tuvo dio',
    (word) => `meu pc ${word} um infarto`,
    /^$/,
  ],
  [
    'whose thing',
    'o a os as meu minha meus minhas seu sua esse essa este esta aquele aquela nosso nossa the my this mi el la',
    (word) => `${word} pc teve um infarto`,
    /^$/,
  ],
  [
    'fiction',
    'novela filme serie livro desenho anime dorama reality jogo videogame meme piada musica teatro peca movie film show series book novel song pelicula telenovela libro cancion documentario podcast noticia noticias jornal reportagem news',
    (word) => `na ${word} a moça desmaiou`,
    /^$/,
  ],
  [
    'in fiction',
    'na no num numa de vi vendo assisti assistindo vejo lendo li o a um uma esse essa the this that la el en saw watching reading mirando viendo leyendo',
    (word) => `${word} novela a moça desmaiou`,
    /^$/,
  ],
  [
    'a stimulus',
    'preco precos conta contas boleto boletos fofoca noticia gol vestido nota resultado salario imposto bill price prices precio cuenta gasolina luz jogo',
    (word) => `desmaiei quando vi ${word}`,
    /^$/,
  ],
  [
    'seeing a stimulus',
    'vi vejo ver vendo soube ouvi descobri recebi abri saw see got veo',
    (word) => `desmaiei quando ${word} boleto`,
    /^$/,
  ],
  [
    'because of a stimulus',
    'quando qnd qdo ao com when con cuando del do da dessa desse at',
    (word) => `desmaiei ${word} ver boleto`,
    /^$/,
  ],
  [
    'bringing',
    'da dao causa causam causar provoca provocam provocar causan provocan cause causes give gives',
    (word) => `vacina ${word} tosse?`,
    /^$/,
  ],
  [
    'may be',
    'pode podem deve devem precisa tem dura causa pega mata passa da e eh can should may does is puede pueden debe',
    (word) => `${word} tosse?`,
    /^$/,
  ],
  [
    'opening a question',
    'quais qual quanto quantos quanta quantas quem what how which who cual cuales cuanto cuantos quien where onde',
    (word) => `${word} tosse`,
    /^$/,
  ],
  [
    'a topic',
    'palestra campanha curso aula livro filme cartaz materia informacao informacoes talk lecture campaign class course book movie charla campana taller libro pelicula clase',
    (word) => `${word} sobre convulsao`,
    /^$/,
  ],
  ['about', 'sobre about acerca contra', (word) => `palestra ${word} convulsao`, /^$/],
  [
    'signs',
    'sintomas sintoma sinais sinal symptoms symptom signs sign',
    (word) => `quais os ${word} de convulsao`,
    /^$/,
  ],
  ['which signs', 'quais qual what which cuales cual', (word) => `${word} sintomas de convulsao`, /^$/],
  [
    'being a sign',
    'sintoma sintomas sinal sinais symptom symptoms sign signs senal',
    (word) => `convulsao é ${word}`,
    /^$/,
  ],
  ['being', 'é eh is es seria são are', (word) => `convulsao ${word} sinal`, /^$/],
  ['an article', 'um uma a o un una an the algum', (word) => `convulsao é ${word} sinal`, /^$/],
  [
    'today',
    'agora hoje ontem now today yesterday ahora hoy ayer',
    (word) => `tive convulsao ${word} em 2010`,
    /seizure=yes(?:\/recent)?(?:,|$)/,
  ],
  ['years ago', 'anos years ano year decada', (word) => `tive convulsao faz 3 ${word}`, /past/],
  [
    'anybody',
    'quem alguem pessoa gente curso grupo palestra',
    (word) => `${word} que faz convulsao viaja?`,
    /^$/,
  ],
  [
    'in general',
    'da causa provoca e pode podem tem sempre normal comum contagioso contagiosa hereditario vaga aberto certo perigoso mata cura significa is are does can common more contagious puede pasa',
    (word) => `convulsao ${word} em velhos?`,
    /^$/,
  ],
  [
    'has passed',
    'passou sumiu sumiram acabou acabaram cessou parou pararam desapareceu desapareceram cedeu sarou curou passaram stopped gone passed desaparecio ceso acabo',
    (word) => `a tosse ${word}`,
    /cough=no/,
  ],
  [
    'has stopped',
    'parei parou parando deixei deixou passou sumiu acabou cessou stopped deje dejo parado',
    (word) => `${word} a tosse`,
    /cough=no/,
  ],
  [
    'not quite',
    'quase nao nem quando se ate espero nunca ainda',
    (word) => `${word} parei de tossir`,
    /cough=yes/,
  ],
];

testEachWord(rows);

it('Given small words within the wish for a person Then it is heard', () => {
  const small =
    'o a um uma un una the an de com con to with por favor please algum alguma seu el la logo ja me'.split(
      ' ',
    );
  expect(small.filter((word) => readIntent(`passa ${word} medico`) !== 'human')).toEqual([]);
  expect(readIntent('passa xyz medico')).not.toBe('human');
});

it.each([
  ['como evitar a gripe', ''],
  ['como pega gripe', ''],
  ['como tratar tosse', ''],
  ['como prevenir a dengue', ''],
  ['como transmite a gripe', ''],
  ['como saber se é dengue', ''],
  ['como identificar dengue', ''],
  ['como diferenciar gripe de dengue', ''],
  ['como funciona a dengue', ''],
  ['como curar tosse', ''],
  ['como contagia a gripe', ''],
  ['como tratar minha tosse', 'cough=yes'],
  ['como está a gripe', 'runny_nose=yes'],
  ['como evitar convulsão', 'seizure=yes'],
])('Given how to, "%s", Then "%s"', (text, expected) => expect(told(text)).toBe(expected));
