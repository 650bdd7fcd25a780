/** What patients and agents say and do in each conversation: a pure function of the seed. */
import { between, choose, draw } from './draw';

export interface Script {
  index: number;
  kind: 'screening' | 'red-flag' | 'asks-person' | 'burst';
  /** Names the visitor; some come again. */
  visitor: string;
  name: string;
  /** The patient's words. `waits`: for an answer, before going on. */
  lines: { text: string; waits: boolean }[];
  /** What the agent who takes it does, when one does. */
  agent?: { says: string[]; edits: boolean; tags: string[] };
}

const consonants = 'bcdfghjklm';
const spelled = (number: number): string =>
  [...String(number)].map((digit) => consonants[Number(digit)]).join('');

/** Unlike any other of the run, and no word or number that the bot would read: `xxbc-d`. */
export const markOf = (conversation: number, line: number): string =>
  `xx${spelled(conversation)}-${spelled(line)}`;

const names = ['Ana', 'Bento', 'Clara', 'Davi', 'Elisa', 'Fábio', 'Glória', 'Heitor'];
const complaints = [
  'estou com tosse',
  'estou com febre desde ontem',
  'dor de garganta e tosse',
  'perdi o olfato',
];
const urgent = ['estou com muita falta de ar', 'dor forte no peito', 'não consigo respirar direito'];
const asks = ['quero falar com um atendente', 'quero falar com uma pessoa'];
const answers = ['34', 'não', 'sim', 'não', 'não sei', 'não'];

const pick = (drawn: number, list: readonly string[]): string => list[between(drawn, 0, list.length - 1)]!;

/** Every tenth visitor is the one before, who comes again once their first conversation is over. */
export const comesAgain = (index: number): boolean => index % 10 === 7;

export function scriptOf(seed: number, index: number): Script {
  const at = (...name: (string | number)[]): number => draw(seed, 'script', index, ...name);
  const kind = choose(at('kind'), { screening: 45, 'red-flag': 20, 'asks-person': 20, burst: 15 });
  const turns = answers.slice(0, between(at('turns'), 1, answers.length));
  const plain = [pick(at('complaint'), complaints), ...turns];
  const said = {
    screening: plain,
    'red-flag': [plain[0]!, pick(at('urgent'), urgent)],
    'asks-person': [pick(at('ask'), asks)],
    burst: plain,
  }[kind];
  const lines = said.map((text, line) => ({
    text: `${text} ${markOf(index, line)}`,
    waits: kind !== 'burst' || line % 2 === 1 || line === said.length - 1,
  }));
  const visitor = comesAgain(index) ? index - 1 : index;
  const script = {
    index,
    kind,
    visitor: `visitor-${visitor}`,
    name: pick(draw(seed, 'name', visitor), names),
    lines,
  };
  if (kind !== 'red-flag' && kind !== 'asks-person') return script;
  const says = Array.from(
    { length: between(at('agent'), 1, 3) },
    (_, line) => `vou ajudar ${markOf(index, 100 + line)}`,
  );
  return { ...script, agent: { says, edits: at('edits') < 0.3, tags: at('tags') < 0.3 ? ['retorno'] : [] } };
}

/** Conversations that follow one another. */
export function* visitsOf(seed: number, conversations: number): Generator<Script[]> {
  for (let index = 0; index < conversations; index += 1) {
    const scripts = [scriptOf(seed, index)];
    if (index + 1 < conversations && comesAgain(index + 1)) scripts.push(scriptOf(seed, (index += 1)));
    yield scripts;
  }
}
