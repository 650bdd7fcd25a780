/** Short noes of every day in Brazil: whole messages only. */

const haves = 'tenho|sinto|tive|to|senti|tem|sei_disso';

/** Phrases (src/language/phrases.ts) that say no, and say nothing else. */
export const ptNoes: readonly string[] = [
  `isso|disso|eu|isso_eu|disso_eu|desse|dessa nao ${haves} nao?`,
  'que|quase nada',
  'magina|imagina|imagine|capaz|nadica|nadica_de_nada|necas|nada_nao|nada_nada|nao_nao|nao_nao_nao',
  'to|tenho|sinto|tive|tem|ta|tava nao',
  'ainda|agora|hoje|isso|ate_agora|ate_o_momento|no_momento|por_enquanto|graca_a_deus|gracas_a_deus|eu|aqui nao',
  'nao mais',
  'zero|normal|tudo_normal|ta_normal|tudo_bem|ta_tudo_bem|tudo_ok|ta_tudo_normal|ta_tudo_certo|to_de_boa',
];
/** After a no they say nothing: laughter. */
export const ptLaughter: readonly string[] =
  'k kk kkk kkkk ks rs rsrs rsrsrs haha hahaha ha he hehe hehehe ne uai ue po mano'.split(' ');
