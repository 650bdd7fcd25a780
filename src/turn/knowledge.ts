import { createHash } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import { dialogTexts } from '../../settings/dialog-texts';
import { packs, packText } from '../../settings/packs';
import type { Knowledge } from '../dialog/knowledge';
import { fold } from '../dialog/step';

/** The knowledge built into the app: its packs and texts, named by their hash. */
export function builtInKnowledge(): Knowledge {
  const hash = createHash('sha256').update(canonicalJson({ packs, dialogTexts })).digest('hex').slice(0, 16);
  return { hash, packs, packText };
}

/** Reading the lexicons takes about a second, once: before the first patient writes, not while that patient waits. */
export function warmUp(): void {
  const at = '2020-01-01T00:00:00.000Z';
  const setup = {
    language: 'pt-BR',
    pack: '',
    tenant: 'warm-up',
    workspace: 'warm-up',
  } as const;
  fold(
    [
      {
        kind: 'started',
        id: 'a',
        at,
        conversation: 'warm-up',
        setup,
        channel: 'none',
        visitor: { id: 'none' },
        metAt: at,
      },
      {
        kind: 'patient-message',
        id: 'b',
        at,
        conversation: 'warm-up',
        messageId: 'b',
        text: 'x',
        file: false,
      },
    ],
    { hash: '', packs: {}, packText: () => '' },
  );
}
