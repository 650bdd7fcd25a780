import type { Speech } from '../web/speech';

/** How the form of any task ends. */
export function NoteAndSave({ speech: { t }, typed }: { speech: Speech; typed?: string | undefined }) {
  return (
    <>
      <div class="field">
        <label for="note">{t('note')}</label>
        <textarea id="note" name="note" rows={4} maxLength={10000}>
          {typed}
        </textarea>
      </div>
      <p>
        <button class="button">{t('taskSave')}</button>
      </p>
    </>
  );
}
