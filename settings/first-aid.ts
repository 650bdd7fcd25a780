/**
 * What to do until help comes, by what was told. Only what needs no training, and nothing where somebody may be violent or
 * wishes to die. Sources: Ministério da Saúde, Protocolos de Suporte Básico de Vida, SAMU 192 (2016); American Heart
 * Association and American Red Cross, 2024 Guidelines for First Aid, Circulation 150:e519–e579.
 */
import type { TextKey } from './dialog-texts';

export const firstAid: readonly { key: TextKey; concepts: readonly string[] }[] = [
  // nothing in the mouth, on the side once they breathe
  { key: 'first_aid_unconscious', concepts: ['unresponsive', 'seizure', 'fainting'] },
  // direct pressure, without lifting it to look
  { key: 'first_aid_bleeding', concepts: ['bleeding_heavy', 'postpartum_bleeding'] },
  // upright, as is most comfortable
  {
    key: 'first_aid_breathing',
    concepts: [
      'dyspnea',
      'cannot_complete_sentences',
      'cyanosis',
      'stridor',
      'chest_indrawing',
      'swelling_face_tongue',
    ],
  },
  { key: 'first_aid_chest', concepts: ['chest_pain'] },
  // when it began decides about treatment; they may not be able to swallow
  { key: 'first_aid_stroke', concepts: ['face_droop', 'limb_weakness', 'speech_trouble', 'vision_loss'] },
];
