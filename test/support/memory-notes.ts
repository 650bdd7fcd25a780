import type { Note, NoteKind, Notes } from '../../src/turn/notes';

/** Notes in memory, with the guarantees of the real ones and no more. */
export function memoryNotes(): Notes {
  let rows: { kind: NoteKind; note: Note }[] = [];
  return {
    async add(kind, note) {
      rows.unshift({ kind, note: { ...note } });
    },
    async of(kind) {
      return rows.filter((row) => row.kind === kind).map(({ note }) => ({ ...note }));
    },
    async remove(kind, at) {
      rows = rows.filter((row) => row.kind !== kind || row.note.at !== at);
    },
  };
}
