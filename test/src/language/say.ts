import type { Language } from '../../../contract/event';
import type { Finding } from '../../../src/language/findings';
import { readMessage } from '../../../src/language/message';

/** "fever=yes", "fever=yes/other/past"; `part`: its words stand within those of another concept. */
export const said = (findings: readonly Finding[]): string[] =>
  findings
    .map(({ concept, value, who, when, within, perhaps }) =>
      [
        `${concept}=${typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value}`,
        ...(who === 'other' ? [who] : []),
        ...(when === 'now' ? [] : [when]),
        ...(within ? ['part'] : []),
        ...(perhaps === undefined ? [] : [`perhaps ${perhaps}`]),
      ].join('/'),
    )
    .sort();

/** What a message tells, apart by commas; "" for nothing. */
export const told = (text: string, language: Language = 'pt-BR', asked?: string): string =>
  said(readMessage(text, { language, asked }).findings).join(', ');
