/** What the lists of replies to one question (pt-br-asked-*.ts) share. */
import type { ConceptId } from '../../../settings/concepts';

/** Phrases (src/language/phrases.ts), ` / ` between them. A `no` is as plain as a "não". */
export interface Replies {
  yes?: string;
  no?: string;
  unknown?: string;
}
export type AskedReplies = Partial<Record<ConceptId, Replies>>;

export const well =
  'bem|normal|normalmente|normalzinho|normalzinha|direitinho|direito|certinho|certinha|tranquilo|tranquila|numa_boa|de_boa|perfeitamente|otimo|otima';
export const is = 'ta|tao|to|e|sao|fica|ficou|anda|continua|segue|tava';

/** Of any pain. */
export const pain: Replies = {
  yes: '@dor / aperta|aperto|apertando|lateja|latejando|pulsa|pulsando|fisga|incomoda|incomodando|pesa|pesando|queima|queimando|corta|cortando|repuxa|repuxando / insuportavel|terrivel|horrivel|fortissima|fortissimo|de_matar|demais_da_conta / nao aguento|to_aguentando|da_para_aguentar / que nem|igual faca|facada|martelo|martelada|choque / atras|do|no|so_do lado|olho direito|esquerdo|direita|esquerda',
  no: 'indolor / so quando|qdo|qnd aperta nao / @dor nenhuma',
};
export const itIsNormal = `${is} ${well} / normal|normalzinho|normalzinha / ${is} tudo ${well}|certo|bem`;
export const neverHad =
  'nunca tive|teve|tivemos|fui|foi|me_disseram|precisei / nunca na_vida|soube|ouvi / jamais';

/** To any question of yes or no, as a whole message. */
export const ptAskedAnything: Replies = {
  yes: 'muito|demais|dms|bastante|direto|sempre|toda_hora|o_tempo_todo|de_montao|um_monte|pra_caramba|pra_caralho|pakas|para_caramba|e_muito|e_como|se_tenho|tenho_e_muito|e_nao_e_pouco|e_bem_forte / pouquinho|pouco|bocado|bocadinho|tiquinho|tantinho|leve|levinho|levinha|fraquinho|fraquinha / uma|duas|tres|quatro|varias|algumas|umas|1|2|3|4|5|6|7|8|10 vezes|vez|x / tudo|todo|toda|inteiro|inteira|todinho|todinha',
};
