import type { Language } from '../../contract/event';
import type { Pack } from '../triage/pack';

/** All the bot knows beyond code: one validated snapshot, named by its hash in every decision. */
export interface Knowledge {
  hash: string;
  packs: Readonly<Record<string, Pack>>;
  packText: (pack: string, language: Language, key: string) => string;
}
