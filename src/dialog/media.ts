/** Sounds, pictures, stickers, cards, locations. What the bot cannot read it says so of, and a person may look. */
import { humanButton } from './buttons';
import { type Draft, sayKey } from './draft';
import { askForHuman } from './hand-over';
import type { InputOf, Media } from './input';
import { goOnAsking } from './going-back';
import { sharedPoint } from './shared-point';

const unreadable: ReadonlySet<Media> = new Set(['audio', 'image', 'video', 'document']);

/** @returns whether the message is answered with this */
export function onMedia(draft: Draft, input: InputOf<'patient-message'>): boolean {
  const { media = input.file ? 'document' : undefined } = input;
  const wordless = input.text.trim() === '';
  if (!media) {
    draft.state = { ...draft.state, unread: 0 };
    return false;
  }
  if (unreadable.has(media)) return onUnreadable(draft, media, wordless);
  if (media === 'contact') {
    sayKey(draft, 'media_contact');
    if (wordless) askWhatStands(draft);
    return wordless;
  }
  if (media === 'sticker') {
    if (!wordless) return false;
    sayKey(draft, 'media_sticker');
    askWhatStands(draft);
    return true;
  }
  return false;
}

/** Said that it cannot be read, and a person offered; the second without words in a row calls one. */
function onUnreadable(draft: Draft, media: Media, wordless: boolean): boolean {
  const unread = (draft.state.unread ?? 0) + 1;
  draft.state = { ...draft.state, unread: wordless ? unread : 0 };
  const key = media === 'audio' ? 'media_audio' : media === 'document' ? 'media_document' : 'media_image';
  if (draft.state.phase === 'waiting') {
    sayKey(draft, 'media_waiting');
    return wordless;
  }
  sayKey(draft, key, {}, [humanButton(draft)]);
  if (wordless && unread >= 2) askForHuman(draft, 'misunderstood');
  return wordless;
}

/** A place nobody asked for, while something else is asked: never read as an answer. */
export function isStrayPlace(draft: Draft, text: string): boolean {
  const { state } = draft;
  if (state.phase !== 'asking' && state.phase !== 'confirming') return false;
  return state.place === undefined && sharedPoint(text) !== undefined;
}

export function onStrayPlace(draft: Draft): void {
  sayKey(draft, 'media_location');
  goOnAsking(draft);
}

function askWhatStands(draft: Draft): void {
  if (draft.state.phase !== 'guided' && draft.state.phase !== 'waiting') goOnAsking(draft);
}
