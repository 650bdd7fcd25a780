/** The words of a name, as they are compared: no accents, no case, no particles. */

const particles = new Set(['da', 'das', 'de', 'del', 'di', 'do', 'dos', 'du', 'e']);
const maxWords = 16;
const maxCharacters = 400;

/** Accents off, except the cedilla, which changes the sound. `ç` is one character afterwards. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/c\u0327/gi, 'ç')
    .replace(/\p{M}/gu, '');
}

function split(name: string): string[] {
  const words = withoutAccents(name.slice(0, maxCharacters).toLowerCase())
    // D'Ávila and Davila are one word, Ana-Maria and Ana Maria are two.
    .replace(/['’`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !particles.has(word));
  return [...new Set(telling.length ? telling : words)].slice(0, maxWords);
}

/** Words with the cedilla kept, for the sound. */
export function spokenWords(name: string): string[] {
  return split(name);
}

/** Each different word once: `José d'Ávila e Souza` → `jose davila souza`. A name of particles only keeps them. */
export function nameWords(name: string): string[] {
  return [...new Set(split(name).map((word) => word.replaceAll('ç', 'c')))];
}

/** The whole name as one text: the same for the same name however it was typed. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ');
}
