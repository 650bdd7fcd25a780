/** As in pt-br-asked.ts, in English and Spanish: the commonest only. */
import type { AskedReplies, Replies } from './pt-br-asked';

const enPain: Replies = {
  yes: 'throbbing|pounding|stabbing|sharp|dull|aching|achy|tight|tightness|pressure|squeezing|burning|killing_me|awful|terrible|unbearable|sore|hurts|hurting / behind|on the left|right one|side|eye',
  no: 'painless / feels fine|ok|normal',
};
const esPain: Replies = {
  yes: 'punzante|latido|late|aprieta|opresion|presion|ardor|arde|quema|fuerte|fuertisimo|insoportable|terrible|pinchazo|pinchazos|puntada|puntadas',
};

export const enAsked: AskedReplies = {
  fever: { yes: 'burning up / boiling / hot|warm', no: 'cool / normal temperature' },
  cough: { yes: 'dry|chesty|barking|wet|nonstop / coughing' },
  dyspnea: {
    yes: 'puffing|panting|gasping|winded|wheezy / cant breathe / out of breath / when i walk|talk|climb',
    no: 'breathing fine|ok|normally|easily|well',
  },
  chest_pain: enPain,
  headache: enPain,
  sore_throat: { yes: `${enPain.yes} / scratchy|raw|swallow` },
  back_pain: enPain,
  abdominal_pain: { yes: `${enPain.yes} / cramps|cramping|crampy` },
  retro_orbital_pain: enPain,
  myalgia: { yes: `${enPain.yes} / all over / hit by a? truck|bus` },
  arthralgia: { yes: `${enPain.yes} / knees|knuckles|ankles|wrists` },
  urinary_pain: { yes: 'burns|stings|burning|stinging' },
  vomiting: { yes: 'threw_up|puked|throwing_up|being_sick|been_sick' },
  persistent_vomiting: {
    yes: 'cant|wont stop / nonstop|over_and_over',
    no: 'just|only once|twice / stopped',
  },
  vomits_everything: {
    yes: 'everything|even water / cant|wont|doesnt|not keep|keeps|keeping anything|nothing|it down / nothing stays down',
    no: 'keeping|keeps|kept it|water|some|fluids|food down / stayed down',
  },
  cannot_drink_or_feed: {
    no: 'drinking|drank|feeding|fed|eating|breastfed|nursing fine|well|ok|normally|a_bit|some',
  },
  stiff_neck: {
    yes: 'cant|hurts bend|touch|move|turn / stiff',
    no: 'touches|touch|bend|bends|move|turn chin|chest|my|fine|easily|ok|no_problem / moves fine|ok / not stiff / no problem',
  },
  speech_trouble: {
    yes: 'slurring|slurred|garbled|jumbled|mumbling',
    no: 'talking|speaking|speech fine|ok|normal|normally|clearly|clear',
  },
  face_droop: {
    yes: 'droopy|drooping|lopsided|crooked|uneven|droops',
    no: 'even|symmetrical|both_sides / smile|smiles|smiling fine|ok|normal|evenly',
  },
  limb_weakness: {
    yes: 'weak|numb|limp|heavy|dead',
    no: 'both|lift|lifts|strong|squeeze both|fine|ok|equal|arms|hands',
  },
  vision_loss: {
    yes: 'cant see / went black|dark|blind / blind',
    no: 'see|seeing|vision fine|ok|clearly|normal|well',
  },
  confusion: {
    yes: 'muddled|rambling|disoriented|not_making_sense|doesnt_know',
    no: 'making_sense|alert|sharp|clear_headed|knows|with_it',
  },
  drowsiness: {
    yes: 'hard to wake / sleepy|groggy|floppy',
    no: 'awake|alert|wide_awake|playing|playful',
  },
  unresponsive: {
    yes: 'wont|doesnt|not wake|respond|answer|responding|waking',
    no: 'awake|talking|responding|answering|responds',
  },
  asthma: { yes: 'since i was / inhaler|childhood' },
  smoking: { yes: 'pack|packs|cigs|cigarettes|vape', no: 'never|quit|gave_up|stopped' },
  diabetes: { yes: 'type one|two|1|2 / insulin|metformin' },
  covid_contact: {
    yes: 'office|husband|wife|family|roommate|everyone|coworker|class has|have|tested|got',
    no: 'been_home|isolated|nobody|no_one',
  },
  covid_test_positive: { yes: 'two lines / positive', no: 'one line / negative' },
  no_urine: {
    no: 'peed|peeing|wet / wet nappy|diaper',
    yes: 'dry nappy|diaper / not|nothing|no a? drop|since',
  },
  fewer_fetal_movements: {
    no: 'kicking|moving|wriggling',
    yes: 'hardly|barely|not|less kicking|moving|felt|moved|than_usual / quiet|still',
  },
  vaginal_bleeding: { yes: 'spotting|spots|blood' },
  anxiety: { yes: 'nervous|panicky|worried|scared|on_edge', no: 'calm|relaxed|chilled' },
};

export const esAsked: AskedReplies = {
  fever: { yes: 'ardiendo|caliente|hirviendo|calenturienta', no: 'fresco|fresca|frio' },
  cough: { yes: 'seca|con_flema|perruna|sin_parar|mucha' },
  dyspnea: {
    yes: 'agitado|agitada|jadeando|sofocado|sofocada|ahogado|ahogada|me_canso',
    no: 'respiro|respira|respirando bien|normal|tranquilo',
  },
  chest_pain: esPain,
  headache: esPain,
  abdominal_pain: { yes: `${esPain.yes} / colicos|colico|retortijones|retorcijones` },
  back_pain: esPain,
  sore_throat: { yes: `${esPain.yes} / tragar|irritada|inflamada` },
  urinary_pain: { yes: 'arde|ardor|quema' },
  smoking: { yes: 'fumo|cajetilla|cigarrillos|cigarros|al_dia|por_dia', no: 'deje|nunca' },
  diabetes: { yes: 'tipo uno|dos|1|2 / insulina|metformina' },
  covid_test_positive: {
    yes: 'positiva|positivo|dos_rayas|dos_rayitas|dos_lineas',
    no: 'negativa|negativo|una_raya',
  },
  vomits_everything: {
    yes: 'todo|hasta|nada agua|queda|retiene',
    no: 'retiene|tolera|aguanta agua|suero|algo|bien',
  },
  confusion: {
    no: 'lucido|lucida|orientado|orientada',
    yes: 'perdido|perdida|desorientado|desorientada|desvaria',
  },
  stiff_neck: {
    yes: 'tiesa|tieso|rigida|no_puedo|dura',
    no: 'mueve|muevo|doblo|toco|toca bien|normal|pecho|sin_problema',
  },
  no_urine: {
    no: 'orino|orine|hice|hizo|moja|mojo pis|pipi|bien|normal|hace_poco|panal',
    yes: 'panal seco / nada|ni gota',
  },
};
