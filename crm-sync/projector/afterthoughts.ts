/** Edits, deletions and files on the messages they belong to, whichever was told first. */
import { createHash } from 'crypto';
import type { Afterthoughts, Fold, FoldedMessage } from './fold-state';

/** Names everything the message's sealed parts are made of besides its own event. */
function revisionOf({ edit, deletedAt, files }: Afterthoughts, erased: boolean): string {
  const parts = [edit?.event, deletedAt?.toISOString(), erased, ...files.map((file) => file.fileId)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

function rewritten(message: FoldedMessage, after: Afterthoughts): FoldedMessage {
  const { text: said, ...facts } = message;
  const { edit, deletedAt, files } = after;
  const text = edit ? edit.text : said;
  const erased = message.erased ?? (edit && edit.text === undefined && !deletedAt ? true : undefined);
  return {
    ...facts,
    ...(text !== undefined && !deletedAt && { text }),
    ...(edit && { editedAt: edit.at }),
    ...(deletedAt && { deletedAt }),
    ...(erased && { erased }),
    // A deleted message takes its files with it.
    ...(files.length > 0 && !deletedAt && { files }),
    revision: revisionOf(after, erased ?? false),
  };
}

/** The latest edit wins; what was deleted stays deleted. Changes `fold`. */
export function applyAfterthoughts(fold: Fold): void {
  fold.messages = fold.messages.map((message) => {
    const after = fold.memory.afterthoughts.get(message.messageId);
    if (after) return rewritten(message, after);
    return message.erased ? { ...message, revision: 'erased' } : message;
  });
}
