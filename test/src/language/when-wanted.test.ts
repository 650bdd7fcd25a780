import { readWhenWanted } from '../../../src/language/when-wanted';

/** A Wednesday. */
const now = '2026-03-04';

it.each([
  ['quinta de manhã', { weekdays: [4], minutes: [0, 720] }],
  ['quinta-feira pela manha', { weekdays: [4], minutes: [0, 720] }],
  ['amanhã depois das 14h', { fromDay: '2026-03-05', toDay: '2026-03-05', minutes: [840, 1440] }],
  ['amanha a tarde', { fromDay: '2026-03-05', toDay: '2026-03-05', minutes: [720, 1080] }],
  ['amanhã de manhã', { fromDay: '2026-03-05', toDay: '2026-03-05', minutes: [0, 720] }],
  ['depois de amanhã', { fromDay: '2026-03-06', toDay: '2026-03-06' }],
  ['hoje à noite', { fromDay: '2026-03-04', toDay: '2026-03-04', minutes: [1080, 1440] }],
  ['segunda ou terça', { weekdays: [1, 2] }],
  ['semana que vem, na sexta', { fromDay: '2026-03-09', toDay: '2026-03-15', weekdays: [5] }],
  ['esta semana', { fromDay: '2026-03-04', toDay: '2026-03-08' }],
  ['no fim de semana', { weekdays: [6, 7] }],
  ['dia 15', { fromDay: '2026-03-15', toDay: '2026-03-15' }],
  ['dia 2', { fromDay: '2026-04-02', toDay: '2026-04-02' }],
  ['15/03 às 10h', { fromDay: '2026-03-15', toDay: '2026-03-15', minutes: [570, 660] }],
  ['20 de abril', { fromDay: '2026-04-20', toDay: '2026-04-20' }],
  ['entre 14 e 16h', { minutes: [840, 960] }],
  ['antes das 10', { minutes: [0, 600] }],
  ['a partir das 15:30', { minutes: [930, 1440] }],
  ['às 9', { minutes: [510, 600] }],
  ['10h30', { minutes: [600, 690] }],
  ['o mais cedo possível', { soonest: true }],
  ['qualquer horário', { soonest: true }],
  ['só dia de semana', { weekdays: [1, 2, 3, 4, 5] }],
  ['tomorrow after 2pm', { fromDay: '2026-03-05', toDay: '2026-03-05', minutes: [840, 1440] }],
  ['thursday morning', { weekdays: [4], minutes: [0, 720] }],
  ['next week in the afternoon', { fromDay: '2026-03-09', toDay: '2026-03-15', minutes: [720, 1080] }],
  ['march 20', { fromDay: '2026-03-20', toDay: '2026-03-20' }],
  ['as soon as possible', { soonest: true }],
  ['at 10am', { minutes: [570, 660] }],
  ['mañana por la mañana', { fromDay: '2026-03-05', toDay: '2026-03-05', minutes: [0, 720] }],
  ['por la mañana', { minutes: [0, 720] }],
  ['pasado mañana', { fromDay: '2026-03-06', toDay: '2026-03-06' }],
  ['el jueves después de las 15', { weekdays: [4], minutes: [900, 1440] }],
  ['lo antes posible', { soonest: true }],
] as const)('%s', (text, wanted) => expect(readWhenWanted(text, now)).toEqual(wanted));

it.each(['sim', 'não quero', 'com a doutora Ana', 'estou com febre há 2 dias', '2', 'obrigado', 'dia 45'])(
  'names no time: %s',
  (text) => expect(readWhenWanted(text, now)).toBeUndefined(),
);
