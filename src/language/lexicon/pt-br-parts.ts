/** Of what is asked: the part of the body, or what of it, that is said to be well ("a garganta tá ótima"). Folded, ` ` between. */
import type { ConceptId } from '../../../settings/concepts';

const belly = 'barriga estomago bucho ventre abdomen intestino';
const eyes = 'olho olhos vista visao olhinho olhinhos';
const skin = 'pele corpo corpinho bracos pernas';
const breath = 'respiracao ar folego pulmao pulmoes peito';
const urine = 'xixi urina bexiga mijo';

export const ptParts: Partial<Record<ConceptId, string>> = {
  fever: 'temperatura corpo testa',
  chest_pain: 'peito torax',
  sore_throat: 'garganta goela',
  runny_nose: 'nariz narina narinas narizinho',
  headache: 'cabeca testa',
  retro_orbital_pain: eyes,
  myalgia: 'corpo musculos musculo pernas bracos',
  arthralgia: 'junta juntas joelho joelhos articulacao articulacoes maos dedos ombro punho tornozelo',
  anosmia: 'olfato nariz cheiro',
  ageusia: 'paladar gosto lingua',
  fatigue: 'energia disposicao animo corpo pique forca',
  cough: 'garganta peito pulmao',
  dyspnea: breath,
  wheezing: breath,
  stridor: breath,
  chest_indrawing: `${breath} costela costelas barriguinha`,
  cannot_complete_sentences: 'fala voz folego',
  cyanosis: 'boca boquinha labio labios beico unha unhas dedo dedos cor corzinha',
  abdominal_pain: belly,
  severe_abdominal_pain: belly,
  nausea: belly,
  vomiting: belly,
  diarrhea: `${belly} coco fezes evacuacao`,
  black_stool: 'coco fezes intestino evacuacao cor',
  rash: skin,
  itching: skin,
  petechiae: skin,
  hives: skin,
  bleeding_mucosal: 'nariz gengiva gengivas boca',
  conjunctivitis: eyes,
  visual_disturbance: eyes,
  vision_loss: eyes,
  eye_injury: eyes,
  confusion: 'cabeca mente juizo memoria raciocinio',
  dizziness: 'cabeca equilibrio',
  stiff_neck: 'pescoco nuca pescocinho',
  face_droop: 'rosto boca sorriso face cara rostinho',
  limb_weakness: 'braco bracos perna pernas mao maos forca corpo',
  speech_trouble: 'fala voz lingua pronuncia',
  palpitations: 'coracao batimento batimentos pulso',
  swelling_face_tongue: 'rosto lingua boca labio labios garganta cara olhos face',
  back_pain: 'costas coluna lombar espinha',
  urinary_pain: urine,
  no_urine: urine,
  incontinence_new: `${urine} intestino`,
  pale_cold_skin: 'pele cor corpo maos pes temperatura',
  jaundice: `${eyes} pele cor`,
  dehydration_signs: 'boca lingua boquinha olhinhos olhos hidratacao',
  bulging_fontanelle: 'moleira moleirinha fontanela',
  leg_swelling_one_side: 'perna pernas panturrilha panturrilhas pe pes tornozelo',
  testicular_pain: 'saco testiculo testiculos ovos bolas',
  vaginal_bleeding: 'calcinha absorvente fluxo corrimento',
  contractions: 'barriga utero',
  head_injury: 'cabeca testa cabecinha',
  loss_of_appetite: 'apetite fome',
  anxiety: 'cabeca mente nervos',
  heart_disease: 'coracao',
  lung_disease: 'pulmao pulmoes',
  kidney_disease: 'rim rins',
  liver_disease: 'figado',
  hypertension: 'pressao',
  diabetes: 'glicose acucar glicemia',
  immunosuppression: 'imunidade defesas',
};

export const ptIsWell =
  '(?:bem|bom|boa|bons|boas|otim[oa]s?|ok|normal|normais|normalzinh[oa]s?|tranquil[oa]s?|de boas?|perfeit[oa]s?|(?:100|cem) (?:por cento|%)|nota (?:dez|10|mil)|livres?|limp[oa]s?|limpinh[oa]s?|saudavel|saudaveis|inteir[oa]s?|certinh[oa]s?|direitinh[oa]s?|funcionando|funciona|em ordem|em dia|intact[oa]s?|como sempre|(?:no ritmo |do jeito |a |o |as |os |que nem |igual |iguais |a mesma )?(?:de|a|ao) sempre|igual sempre|no lugar|no ritmo|zerad[oa]s?|joia|beleza|blz|firmes?|firminh[oa]|numa boa|sem (?:problema|problemas|alteracao|novidade|nada)|show|top|dez|em paz|controlad[oa]s?|calm[oa]s?|nos trinques|novinh[oa]s? em folha|de ferro|de touro|de atleta|de sobra|total)';

const soft = 'mole|molinh[oa]s?|solt[oa]|soltinh[oa]s?|relaxad[oa]s?';
const dry = 'sec[oa]s?|sequinh[oa]s?';
const smooth = 'lis[oa]s?|lisinh[oa]s?';
const rosy = 'rosad[oa]s?|rosadinh[oa]s?|vermelhinh[oa]s?|corad[oa]s?|coradinh[oa]s?|rosa|normal';
/** Words of being well there only. */
export const ptIsWellOf: Partial<Record<ConceptId, string>> = {
  contractions: soft,
  stiff_neck: `${soft}|flexivel|mexendo`,
  severe_abdominal_pain: soft,
  abdominal_pain: soft,
  bulging_fontanelle: `${soft}|plan[oa]|retinh[oa]|macia`,
  runny_nose: dry,
  incontinence_new: dry,
  vaginal_bleeding: dry,
  rash: smooth,
  hives: smooth,
  itching: smooth,
  petechiae: smooth,
  cyanosis: rosy,
  bleeding_mucosal: rosy,
  pale_cold_skin: `${rosy}|quent[ei]s?|quentinh[oa]s?`,
  jaundice: 'branc[oa]s?|branquinh[oa]s?|rosad[oa]s?',
  conjunctivitis: 'branc[oa]s?|branquinh[oa]s?|clar[oa]s?',
  face_droop: 'ret[oa]|retinh[oa]|simetric[oa]|igual|iguais',
  dehydration_signs: 'molhad[oa]s?|molhadinh[oa]s?|umid[oa]s?|hidratad[oa]s?',
  loss_of_appetite: 'grande|enorme|aberto|voraz|de leao',
  fever: 'fresc[oa]|fresquinh[oa]|fri[oa]|friazinha',
  limb_weakness: 'forte|fortes|iguais|igual',
  leg_swelling_one_side: 'iguais|fin[oa]s?|igual|desinchad[oa]s?',
};
