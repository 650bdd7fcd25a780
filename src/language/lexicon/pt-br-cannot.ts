/** "não consigo …" in the ways it is typed. */

/** @param verbs alternatives in phrase notation */
export const cannotDo = (verbs: string): string[] => [
  `nao|nem|mal|num consigo|consegue|consigu|consego|posso|pode|conseguindo|conseguia|consegui|conseguiu|conseguimos|to_conseguindo|ta_conseguindo|da_para|ta_dando_para mais? nem? ${verbs}`,
  `dificuldade|dificuldades|dificil|problema|sem_conseguir|impossivel de|para|em|pra? ${verbs}`,
];
