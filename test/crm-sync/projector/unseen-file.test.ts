import { noteFile } from '../../../crm-sync/projector/unseen-file';
import type { EncounterDocument } from '../../../crm-sync/store/documents';

type Noted = Pick<EncounterDocument, 'unseenFileAt' | 'state'>;
type Line = Parameters<typeof noteFile>[1];

const photo: Line = { from: 'patient', via: 'file' };
const words: Line = { from: 'patient', via: 'text' };
const person: Line = { from: 'agent', via: 'text' };
const bot: Line = { from: 'bot', via: 'text' };

const after = (lines: readonly Line[], state: Noted['state'] = 'bot'): Date | undefined => {
  const encounter: Noted = { state };
  lines.forEach((line, minute) => noteFile(encounter, line, new Date(minute * 60_000)));
  return encounter.unseenFileAt;
};
const minute = (n: number) => new Date(n * 60_000);

describe('a photo or sound that nobody has looked at', () => {
  it.each<[string, Line[], Date | undefined]>([
    ['words only: none', [words, bot], undefined],
    ['a photo: since it came', [words, photo, bot], minute(1)],
    ['two: since the older', [photo, words, photo], minute(0)],
    ['a person wrote after it: seen', [photo, bot, person], undefined],
    ['another after the person: since that', [photo, person, photo], minute(2)],
    ['a file of the person is none', [{ from: 'agent', via: 'file' }], undefined],
  ])('%s', (_about, lines, expected) => {
    expect(after(lines)).toEqual(expected);
  });

  it('is none in a conversation that is closed', () => {
    expect(after([photo], 'closed')).toBeUndefined();
  });
});
