/** What a first patient would wait for is done before: reading lexicons and packs, and a conversation with nobody. */
import type { Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import type { State } from '../dialog/state';
import { step } from '../dialog/step';

const conversation = 'warm-up';
const base = (name: string) => ({ id: name, conversation, at: '2020-01-01T00:00:00.000Z' });

/** Code that has run a few times runs faster. */
const conversations = 4;

const messages = [
  'estou com febre e dor de garganta há 2 dias',
  'sim',
  'tenho 41 anos',
  'acho que nao, mas um poco de canssaço',
  'não',
  'no tengo fiebre',
  'my head hurts since yesterday',
] as const;

const openingWith = (pack: string): readonly Input[] => [
  {
    kind: 'started',
    ...base('started'),
    setup: {
      ...{ language: 'pt-BR', pack, tenant: conversation, workspace: conversation },
      ...{ admitDrafts: true, consent: {}, asksForWhom: true },
    },
    channel: 'none',
    visitor: { id: 'none' },
    metAt: '2020-01-01T00:00:00.000Z',
  },
  {
    kind: 'identified',
    ...base('identified'),
    ...{ patientId: 'none', mintedBy: 'app', earlierConversations: 0 },
  },
];

const said = (text: string, at: number): Input => {
  const id = `message/${at}`;
  return { kind: 'patient-message', ...base(id), messageId: id, text, file: false };
};

/**
 * In pieces, of which reading the lexicons is the longest: who writes meanwhile waits for one only. Nothing
 * is performed or kept.
 */
export function warmUpSteps(knowledge: () => Knowledge): (() => void)[] {
  let state: State | undefined;
  const hear = (input: Input) => (): void => {
    state = step(state, input, knowledge()).state;
  };
  const packIds = Object.keys(knowledge().packs);
  const begin = (): void => {
    state = undefined;
    for (const input of openingWith(packIds[0] ?? '')) hear(input)();
  };
  const once = [begin, ...messages.map((text, at) => hear(said(text, at)))];
  const packs = packIds.map((id) => () => void knowledge().packs[id]);
  return [...packs, ...Array.from({ length: conversations }, () => once).flat()];
}
