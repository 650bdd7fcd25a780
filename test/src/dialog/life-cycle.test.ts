import { eventEnvelope, knownEvent } from '../../../contract/event';
import type { Command } from '../../../contract/command';
import type { InputOf } from '../../../src/dialog/input';
import { fold, step } from '../../../src/dialog/step';
import { conversation, knowledge, setup } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;

const commanded = (chat: Chat, command: Partial<Command>): Chat => {
  const id = `c${chat.inputs.length}`;
  const at = new Date(Date.parse(chat.inputs.at(-1)?.at ?? '') + 1_000).toISOString();
  const input = { kind: 'command', id: `command/${id}`, at, conversation: 'room1' } as const;
  return chat.play({ ...input, command: { id, conversation: 'room1', ...command } as Command });
};
const unassigned = (chat: Chat, agent: string): Chat => {
  const at = new Date(Date.parse(chat.inputs.at(-1)?.at ?? '') + 1_000).toISOString();
  const person = { id: agent, username: agent, kind: 'human' } as const;
  return chat.play({
    kind: 'unassigned',
    id: `un${chat.inputs.length}`,
    at,
    conversation: 'room1',
    agent: person,
  });
};
const kinds = (chat: Chat): string[] => chat.effects.map((effect) => effect.kind);
const waiting = (): Chat => conversation().start().says('atendente').transferAnswered('transferred');
/** What is asked is answered with a no, numbers with those of a healthy adult. */
function answerAll(chat: Chat, numbers: Record<string, string> = {}): Chat {
  const healthy: Record<string, string> = {
    age_range: '34',
    temperature_cat: '36,5',
    weight_kg: '60',
    height_cm: '170',
  };
  for (let n = 0; n < 40 && chat.state.phase === 'asking'; n += 1) {
    const { question } = chat.state;
    const typed = numbers[question] ?? healthy[question];
    if (typed) chat.says(typed);
    else chat.presses(`answer:${question}:no`);
  }
  return chat;
}
const guided = (): Chat => answerAll(conversation().start().says('estou resfriado'));

describe('the life of a conversation', () => {
  it('begins once: told again, its start does nothing', () => {
    const chat = conversation().start().says('tosse');
    const again = chat.play(chat.inputs[0] as InputOf<'started'>);
    expect([again.effects, again.events, again.state.phase]).toEqual([[], [], 'asking']);
  });

  it('is watched from its start until the sweep looked into it after its close, and purged a day after it', () => {
    const chat = conversation().start();
    expect(kinds(chat)).toContain('watch');
    chat.closes();
    expect(chat.effects).toContainEqual({ kind: 'remind', reminder: 'purge', afterMs: 24 * 3_600_000 });
    expect(chat.effects.findIndex((effect) => effect.kind.startsWith('forget'))).toBeLessThan(
      chat.effects.findIndex((effect) => effect.kind === 'remind'),
    );
  });

  it('closes once; who waited left without being seen', () => {
    const chat = waiting().closes();
    const left = ['acolhe.conversation.left.v1', 'acolhe.task.opened.v1'];
    expect(chat.eventTypes()).toEqual(['acolhe.conversation.closed.v1', ...left]);
    expect(chat.closes().eventTypes()).toEqual([]);
  });

  it('once closed records words and does nothing, not even by a red flag or a button', () => {
    const chat = waiting().closes().says('falta de ar');
    expect([chat.effects, chat.eventTypes()]).toEqual([[], ['acolhe.message.recorded.v1']]);
    expect(chat.presses('human').effects).toEqual([]);
    expect(chat.due('flag-unanswered').effects).toEqual([]);
  });

  it('once in the queue is not handed over again by a reminder', () => {
    expect(waiting().due('try-hand-over').effects).toEqual([]);
  });

  it('names every event once, and each is one the contract knows', () => {
    const chat = conversation();
    const ids: string[] = [];
    const told = (): void => {
      for (const event of chat.events) {
        expect(() => knownEvent(eventEnvelope.parse(event))).not.toThrow();
        ids.push(event.id);
      }
    };
    chat.start();
    told();
    for (const play of [
      () => chat.identified(),
      () => chat.says('tosse'),
      () => chat.says('tosse'),
      () => chat.presses('answer:age_range:from_15_to_49'),
      () => chat.says('falta de ar e quero morrer'),
      () => chat.transferAnswered('transferred'),
      () => chat.assigned(),
      () => chat.agentSays('oi'),
      () => unassigned(chat, 'a1'),
      () => chat.closes(),
    ]) {
      play();
      told();
    }
    expect(ids.length).toBeGreaterThan(12);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps of a text what the contract takes', () => {
    const chat = conversation().start().says('a'.repeat(100_000));
    const [recorded] = chat.events;
    expect(recorded && (recorded.data as { text: string }).text).toHaveLength(20_000);
    expect(chat.said).not.toBe('');
  });
});

describe('the patient’s ID', () => {
  it('is shown once, and told in words of its own to who was here before', () => {
    const chat = conversation().start().identified('0000-0001-1');
    expect(chat.said).toContain('0000-0001-1');
    expect(chat.identified('0000-0001-1').effects).toEqual([]);
  });

  it('is replaced by the CRM’s command, and the patient told, once', () => {
    const chat = conversation().start().identified('0000-0001-1');
    const replace = { kind: 'replace-patient-id', patientId: '0000-0002-2' } as const;
    expect(commanded(chat, replace).said).toContain('0000-0002-2');
    expect(chat.state.patientId).toBe('0000-0002-2');
    expect(commanded(chat, replace).effects).toEqual([]);
    expect(chat.says('tosse').events.every((event) => event.patientid === '0000-0002-2')).toBe(true);
  });

  it.each(['', '0000-0002-3', 'nonsense'])('is not replaced by %p, which is none', (patientId) => {
    const chat = conversation().start().identified('0000-0001-1');
    expect(commanded(chat, { kind: 'replace-patient-id', patientId }).effects).toEqual([]);
    expect(chat.state.patientId).toBe('0000-0001-1');
  });
});

describe('people', () => {
  it('a bot agent is none: the interview goes on', () => {
    const chat = conversation().start().says('tosse').assigned('bot');
    expect(chat.state.phase).toBe('asking');
    expect(chat.says('34').said).not.toBe('');
  });

  it.each([
    ['a file', '', { file: true }],
    ['a text without end', 'a '.repeat(50_000), {}],
    ['a message found late', 'oi', { late: true }],
    ['the wish for a person', 'atendente', {}],
  ])('who serve are not talked over: %s is recorded, and the bot silent', (_name, text, more) => {
    const chat = waiting().assigned().says(text, more);
    // that somebody looks at a file, or answers, is watched
    expect(chat.effects.filter(({ kind }) => kind !== 'remind')).toEqual([]);
    expect(chat.eventTypes()).toEqual(['acolhe.message.recorded.v1']);
    expect(chat.presses('nope').effects).toEqual([]);
  });

  it('who takes the room ends the tries to hand it over', () => {
    const chat = conversation().start().says('atendente').assigned();
    expect(chat.effects.some((effect) => effect.kind.startsWith('forget'))).toBe(true);
    expect(chat.due('try-hand-over').effects).toEqual([]);
  });

  it('who leaves puts the room back into the queue, and the bot answers again', () => {
    const chat = unassigned(waiting().assigned(), 'a1');
    expect(chat.state.phase).toBe('waiting');
    expect(chat.eventTypes()).toContain('acolhe.conversation.queued.v1');
    expect(chat.wait(30).says('alguém?').said).not.toBe('');
  });

  it('who leaves without having served changes nothing', () => {
    const chat = unassigned(waiting().assigned(), 'a2');
    expect(chat.state.phase).toBe('served');
  });

  it('the CRM hands over by command, and says things by command', () => {
    const chat = conversation().start().says('tosse');
    expect(commanded(chat, { kind: 'say', text: 'Sua consulta é amanhã.' }).said).toBe(
      'Sua consulta é amanhã.',
    );
    expect(kinds(commanded(chat, { kind: 'hand-over' }))).toContain('transfer');
    chat.closes();
    expect(commanded(chat, { kind: 'say', text: 'tarde demais' }).effects).toEqual([]);
  });
});

describe('red flags outside the interview', () => {
  it('after guidance: 192 and a person', () => {
    const chat = guided().says('agora estou com falta de ar');
    expect(chat.said).toContain('192');
    expect(kinds(chat)).toContain('transfer');
  });

  it('by a button of a question that is over', () => {
    const chat = waiting().presses('answer:breathlessness:yes');
    expect(chat.said).toContain('192');
    expect(chat.eventTypes()).toContain('acolhe.red-flag.raised.v1');
  });

  it('any other button of a question that is over is answered, and answers nothing', () => {
    const chat = waiting().presses('answer:cough:yes');
    expect(chat.said).not.toBe('');
    expect(chat.state.answers['cough']).toBeUndefined();
  });

  it('while a person serves: each is told to that person, but the 60 s run from the first', () => {
    const chat = waiting().assigned().agentSays('oi').says('falta de ar');
    expect(chat.effects).toContainEqual({ kind: 'remind', reminder: 'flag-unanswered', afterMs: 60_000 });
    chat.says('falta de ar!');
    expect(kinds(chat)).toEqual(['alert-agent']);
  });
});

describe('what a protocol decides', () => {
  const text = (key: string): string => knowledge.packText(setup.pack, setup.language, key);
  const outcomes = knowledge.packs[setup.pack]?.outcomes ?? [];

  it('as mild comes with its safety net and the offer of a person', () => {
    const chat = guided();
    const mild = outcomes.filter((one) => one.disposition === 'mild');
    expect(mild.some((one) => chat.said.includes(text(one.safetyNet)))).toBe(true);
    expect(chat.buttons).toContain('human');
  });

  it('as moderate comes with its safety net, then the general queue', () => {
    const chat = answerAll(conversation().start().says('tosse'), { temperature_cat: '39,2' });
    const moderate = outcomes.filter((one) => one.disposition === 'moderate');
    expect(moderate.some((one) => chat.said.includes(text(one.safetyNet)))).toBe(true);
    expect(chat.transfers).toEqual(['Atendimento geral']);
  });

  it('as an emergency without any red flag brings 192 before the urgent queue', () => {
    // the pack’s own rule, on a question that is no universal sign
    const pack = knowledge.packs[setup.pack];
    if (!pack) throw new Error('no pack');
    const [emergency] = pack.outcomes.filter((one) => one.disposition === 'emergency');
    const strict = {
      ...knowledge,
      packs: {
        ...knowledge.packs,
        strict: { ...pack, table: [{ ...pack.table.at(-1)!, outcome: emergency!.id }] },
      },
    };
    const [start, message] = conversation({ pack: 'strict' }).start().says('tosse').inputs;
    if (!start || !message) throw new Error('no inputs');
    const { effects, state } = step(fold([start], strict), message, strict);
    const words = effects.findLastIndex((effect) => effect.kind === 'say' && effect.text.includes('192'));
    const transfer = effects.findIndex((effect) => effect.kind === 'transfer');
    expect(words).toBeGreaterThanOrEqual(0);
    expect(words).toBeLessThan(transfer);
    expect(effects[transfer]).toEqual({ kind: 'transfer', to: 'urgent' });
    expect(state).toMatchObject({ phase: 'waiting', reason: 'emergency' });
  });
});
