import { fold, step } from '../../../src/dialog/step';
import type { Input } from '../../../src/dialog/input';
import { conversation, knowledge, setup } from '../../support/conversation';

/** The pack with a table that cannot be evaluated. */
const pack = knowledge.packs[setup.pack]!;
const faulty = {
  ...knowledge,
  packs: {
    [setup.pack]: { ...pack, table: [{ ...pack.table[0]!, when: { ref: 'nobody' } }, ...pack.table] },
  },
};

describe('Given a pack that fails while it is evaluated', () => {
  const { inputs } = conversation().start().says('tosse');
  const [start, message] = inputs as [Input, Input];

  it('When the patient writes Then words and a person come, what was said is kept, and the fault is told', () => {
    const before = fold([start], faulty);
    const { state, effects, events, fault } = step(before, message, faulty);
    expect(effects.some(({ kind }) => kind === 'say')).toBe(true);
    expect(effects).toContainEqual({ kind: 'transfer', to: 'general' });
    expect(state).toMatchObject({ phase: 'waiting', answers: { cough: true } });
    expect(events.map(({ type }) => type)).toContain('acolhe.triage.answered.v1');
    expect(fault?.message).toContain('nobody');
  });

  it('When an answer is a red flag Then it is still heard', () => {
    const asking = fold([start, message], knowledge)!;
    const pressed: Input = {
      ...start,
      kind: 'button',
      id: 'pressed',
      at: '2026-01-01T00:01:00.000Z',
      messageId: 'pressed',
      value: 'answer:breathlessness:yes',
    } as unknown as Input;
    const asked = { ...asking, phase: 'asking', question: 'breathlessness', asked: ['breathlessness'] };
    const { state, effects } = step(asked as typeof asking, pressed, faulty);
    expect(JSON.stringify(effects)).toContain('192');
    expect(effects).toContainEqual({ kind: 'transfer', to: 'urgent' });
    expect(state).toMatchObject({ phase: 'waiting', redFlags: ['dyspnea'] });
  });
});

it('Given answers that are a red flag only together When the last comes Then 192 and a person', () => {
  const question = (id: string, at: number) => ({ ...pack.questions[5 + at]!, id, concept: undefined });
  const together = {
    ...knowledge,
    packs: {
      [setup.pack]: {
        ...pack,
        questions: [question('fever', 0), question('stiff_neck', 1), ...pack.questions],
        table: [
          { ...pack.table[0]!, when: { is: ['fever', true] }, id: 'new' },
          { ...pack.table[0]!, when: { is: ['stiff_neck', true] }, id: 'newer' },
          ...pack.table,
        ] as typeof pack.table,
      },
    },
  };
  const { inputs } = conversation().start().says('tosse');
  const asking = { ...fold(inputs, together)!, answers: { fever: true }, asked: ['stiff_neck'] };
  const pressed = {
    ...inputs[0]!,
    kind: 'button',
    id: 'p',
    at: '2026-01-01T00:01:00.000Z',
    messageId: 'p',
    value: 'answer:stiff_neck:yes',
  };
  const at = { ...asking, phase: 'asking', question: 'stiff_neck' } as typeof asking;
  const { effects, state } = step(at, pressed as unknown as Input, together);
  expect(JSON.stringify(effects)).toContain('192');
  expect(state).toMatchObject({ phase: 'waiting', redFlags: ['stiff_neck'] });
});
