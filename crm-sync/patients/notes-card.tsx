/** Staff's notes about a person, newest first. */
import { At } from '../web/components';
import type { Speech } from '../web/speech';
import type { ShownNote } from './patient-record';

export function NotesCard({ speech, notes }: { speech: Speech; notes: readonly ShownNote[] }) {
  const { t } = speech;
  if (notes.length === 0) return null;
  return (
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">{t('notes')}</h2>
      <ol class="notes">
        {notes.map((note) => (
          <li key={note.noteId}>
            <p class="meta">
              <span class="author">{note.staff}</span>
              <At speech={speech} at={note.at} />
            </p>
            <p class="text">{note.text ?? <em>{t('unreadable')}</em>}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
