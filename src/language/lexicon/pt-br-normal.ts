/** How patients in Brazil say that something is as it should be: a denial without a "não". */
import type { Lexicon } from './lexicon';

const well =
  'bem|normal|normalmente|tranquilo|tranquila|tranquilamente|direitinho|certinho|certinha|numa_boa|de_boa|sem_dificuldade|sem_problema|otimo|otima|perfeitamente|naturalmente|boa|bom|regular';

export const ptNormal: Lexicon['normal'] = {
  dyspnea: [
    `respiro|respira|respirando|respirar|respiracao ${well}|direito`,
    'consigo|consegue|conseguindo|da_para|to_conseguindo respirar',
  ],
  cannot_drink_or_feed: [
    `bebo|bebendo|mama|mamando|mamou|aceita|aceitando|engole|engolindo agua|liquidos|liquido|leite|peito? ${well}|bastante`,
    // "bebe" is a baby, too
    `bebe|toma|tomo|tomando|tomou agua|liquidos|liquido|leite|peito|mamadeira ${well}|bastante`,
    'consigo|consegue|conseguindo beber|mamar|engolir|tomar_agua|tomar_liquidos|beber_agua',
  ],
  no_urine: [`urinando|urino|urina|urinou|xixi|mijando|faco_xixi|fazendo_xixi|faz_xixi ${well}|bastante`],
  black_stool: [
    'fezes|coco|evacuacao normal|normais|marrom|cor_normal|de_cor_normal',
    'fezes|coco|diarreia|evacuei|evacuando|evacuou mas? sem sangue',
  ],
  vomiting_blood: ['vomitei|vomito|vomitos|vomitando|vomitou|vomita mas? sem sangue'],
  coughing_blood: ['tosse|tossindo|tossi|tosses|catarro|escarro mas? sem sangue'],
  bleeding_heavy: ['sangramento|sangue parou|estancou|controlado'],
  fewer_fetal_movements: [
    `bebe|nenem|feto mexe|mexendo|se_mexe|se_mexendo|chutando|chuta ${well}|bastante|muito|direto`,
    'sinto|sentindo|to_sentindo bebe|nenem|ele|ela mexer|mexendo|se_mexer|chutar',
    'mexendo|se_mexendo|chutando bem|bastante|normal|normalmente',
  ],
  speech_trouble: [`falo|fala|falando ${well}|direito`],
  vision_loss: [`enxergo|enxerga|enxergando|vejo|vendo|vista|visao ${well}|direito`],
  confusion: ['lucido|lucida|orientado|orientada|falando_coisa_com_coisa'],
  loss_of_appetite: [`comendo|come|como|apetite|fome ${well}|de_tudo|bastante`],
  fever: ['temperatura normal'],
  abdominal_pain: ['dor|dores zero na? @barriga'],
  head_injury: ['cabeca nao bati|bateu|bate|machuquei|machucou'],
  anosmia: [
    'cheiro|olfato normal|normais|intacto',
    `cheiro|cheiros|perfume eu? sinto|sente|sentindo ${well}|tudo`,
    `sinto|sente|sentindo os|o|todos? cheiro|cheiros ${well}`,
  ],
  ageusia: [
    'gosto|paladar normal|intacto',
    `gosto|sabor|gostos eu? sinto|sente|sentindo ${well}|tudo`,
    `sinto|sente|sentindo os|o|todos? gosto|gostos|sabor ${well}`,
  ],
  incontinence_new: [
    `seguro|segura|segurando|controlo|controla xixi|urina|coco|fezes|bexiga|intestino e? xixi|urina|coco|fezes? ${well}`,
  ],
  choking: ['desengasgou|desengasguei|desengasgado|desengasgada|desentalou|desentalei'],
  bulging_fontanelle: [
    'moleira|moleirinha|fontanela normal|plana|planinha|retinha|macia|certinha|baixinha_normal|boa|ok',
  ],
  cannot_complete_sentences: [
    `falo|fala|falar|falando frases|frase completas|completa|inteiras|inteira|${well}`,
    'consigo|consegue completar|terminar|falar|conversar frases|frase|frase_inteira|frases_inteiras',
  ],
  immunosuppression: ['imunidade|defesas boa|boas|normal|otima|alta|forte|em_dia|de_ferro'],
  missed_dialysis: [
    'fiz|fez|faco|faz hemodialise|dialise certinho|certinha|direitinho|direito|normal|normalmente',
    'hemodialise|dialise certinho|hoje? nao faltou|faltei|falto',
  ],
  covid_test_positive: ['teste|exame|swab de? covid? deu|foi|veio negativo'],
  diarrhea: [`intestino ${well}|funcionando`],
};
