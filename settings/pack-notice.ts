/** What every reader must know of a pack. That it is a draft is said by its status, never by its own words, which stay as they are when it is signed. */
import type { Language } from '../contract/event';
import type { Pack } from './pack-schema';

const draftWords: Record<Language, string> = {
  'pt-BR':
    'Protocolo em rascunho: ainda não foi assinado por dois profissionais de saúde. Só para demonstração.',
  en: 'Draft protocol: not yet signed by two health professionals. For demonstration only.',
  es: 'Protocolo en borrador: todavía no lo firmaron dos profesionales de salud. Solo para demostración.',
};

/** @param notice the pack's own words, in this language */
export function packNotice(status: Pack['status'], language: Language, notice: string): string {
  return status === 'draft' ? [draftWords[language], notice].join(' ').trim() : notice;
}
