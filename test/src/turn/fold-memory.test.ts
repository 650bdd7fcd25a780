import fc from 'fast-check';
import type { Input } from '../../../src/dialog/input';
import type { Knowledge } from '../../../src/dialog/knowledge';
import { fold, foldOne } from '../../../src/dialog/step';
import { FoldMemory } from '../../../src/turn/fold-memory';
import { conversation, knowledge } from '../../support/conversation';
import { knowledges, play, type Walk, walks } from '../../support/walks';
import { runs } from '../../support/runs';

/** Where what comes late comes. */
const comparedAtEnd = 7;

/** As read from the store: equal, never the same. */
const fresh = (inputs: readonly Input[]): Input[] => structuredClone([...inputs]);

const inputsOf = ({ setup, knowing, moves }: Walk): Input[] => {
  const walked = conversation(setup, knowledges[knowing], true).start();
  for (const move of moves) play(walked, move);
  return walked.inputs;
};

/** Knowledge that counts how often it is looked at. */
function counted(): { knowledge: Knowledge; looks: () => number } {
  let count = 0;
  const watched = new Proxy(knowledge, {
    get: (target, name) => {
      count += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  return { knowledge: watched, looks: () => count };
}

const chat = conversation().start().says('estou com tosse').says('34').says('não').says('não');

describe('what is remembered of a fold', () => {
  it('Given any conversation, when inputs come in any order and are read again each time, then the state is that of a fold', () => {
    fc.assert(
      fc.property(
        walks(6),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (given, late, adds) => {
          const led = knowledges[given.knowing];
          const arriving = inputsOf(given);
          // some come after those that were written after them
          for (const at of late) {
            const [moved] = arriving.splice(1 + (at % arriving.length), 1);
            if (moved) arriving.push(moved);
          }
          const memory = new FoldMemory();
          for (let count = 1; count <= arriving.length; count += 1) {
            const known = fresh(arriving.slice(0, count));
            const state = memory.fold('room1', known, led);
            if (count > arriving.length - comparedAtEnd) expect(state).toEqual(fold(known, led));
            const next = arriving[count];
            const isLast = next && known.every(({ at }) => at < next.at);
            if (adds && isLast) memory.add('room1', next, foldOne(state, next, led));
          }
        },
      ),
      runs(15),
    );
  }, 120_000);

  it('Given nothing new, or what was added, then nothing is folded again', () => {
    const { knowledge: led, looks } = counted();
    const memory = new FoldMemory();
    const [last] = chat.inputs.slice(-1) as [Input];
    memory.fold('room1', fresh(chat.inputs.slice(0, -1)), led);
    memory.add('room1', last, fold(chat.inputs, knowledge));
    const before = looks();
    expect(memory.fold('room1', fresh(chat.inputs), led)).toEqual(fold(chat.inputs, knowledge));
    expect(looks()).toBe(before);
  });

  it.each<[string, (inputs: Input[]) => Input[], Knowledge]>([
    [
      'other words under the same id',
      ([started, first, ...rest]) => [started!, { ...first, text: 'não consigo respirar' } as Input, ...rest],
      knowledge,
    ],
    ['fewer inputs', (inputs) => inputs.slice(0, 2), knowledge],
    ['other knowledge', (inputs) => inputs, { ...knowledge, packs: {} }],
    ['an input told twice', (inputs) => [...inputs, ...inputs], knowledge],
  ])('Given %s, then the state is that of a fold', (_what, change, led) => {
    const memory = new FoldMemory();
    memory.fold('room1', fresh(chat.inputs), knowledge);
    const changed = change(fresh(chat.inputs));
    expect(memory.fold('room1', changed, led)).toEqual(fold(changed, led));
  });

  it('Given thousands of conversations, then only those used last are remembered', () => {
    const memory = new FoldMemory();
    const { knowledge: led, looks } = counted();
    const began = chat.inputs.slice(0, 2);
    for (let room = 0; room < 1_200; room += 1) memory.fold(`room${room}`, fresh(began), led);
    const before = looks();
    memory.fold('room1199', fresh(began), led);
    expect(looks()).toBe(before);
    memory.fold('room1', fresh(began), led);
    expect(looks()).toBeGreaterThan(before);
  });
});
