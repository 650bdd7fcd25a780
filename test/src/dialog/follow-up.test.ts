import type { Command } from '../../../contract/command';
import { conversation, knowledge } from '../../support/conversation';
import { followUpRefusal } from '../../../src/dialog/follow-up';

type FollowUp = Extract<Command, { kind: 'follow-up' }>;
type Chat = ReturnType<typeof conversation>;

const known: FollowUp['answers'] = {
  ...{ monitored_disease: 'respiratory', symptom_duration: 3, unanswered_tries: 0 },
  ...{ age: 30, chronic_condition: false, pregnancy_or_birth: false, 'previous.fever': true },
};
const command = (id: string, answers = known): FollowUp => ({
  ...{ id, conversation: 'room1', kind: 'follow-up', pack: 'follow-up', answers },
});
let second = 0;
function asked(chat: Chat, id = 'f1', answers = known): Chat {
  const at = new Date(Date.UTC(2026, 0, 2, 0, 0, (second += 1))).toISOString();
  const input = { kind: 'command', id: `command/${id}`, at, conversation: 'room1' } as const;
  return chat.play({ ...input, command: command(id, answers) });
}
const begun = (pack = 'respiratory'): Chat => conversation({ pack }).start().identified();

/** Presses "no" to every yes-or-no question, and says all is better. */
function healthy(chat: Chat, left = 40): Chat {
  for (let at = 0; at < left && chat.state.phase === 'asking'; at += 1) {
    const { question } = chat.state;
    const code = question === 'overall' ? 'better' : 'no';
    if (chat.buttons.includes(`answer:${question}:${code}`)) chat.presses(`answer:${question}:${code}`);
    else chat.says('36');
  }
  return chat;
}
const decisionOf = (chat: Chat) =>
  chat.events.find((event) => event.type === 'acolhe.triage.decided.v1')?.data as
    { pack: string; outcome: string; answers: Record<string, unknown> } | undefined;

describe('a follow-up', () => {
  it('says why the bot writes, and asks what is not known', () => {
    const chat = asked(begun());
    expect(chat.said).toContain('Estamos acompanhando você');
    expect(chat.eventTypes()).toContain('acolhe.triage.started.v1');
    expect(chat.state).toMatchObject({ phase: 'asking', ledBy: 'follow-up' });
    expect(Object.keys(known)).not.toContain((chat.state as { question: string }).question);
  });

  it('of somebody who is well goes on in two days, by the pack’s decision with all answers', () => {
    const chat = healthy(asked(begun()));
    const decided = chat.inputs.length && decisionOf(chat);
    expect(chat.state.phase).toBe('guided');
    expect(decided || {}).toMatchObject({ pack: 'follow-up' });
    expect(chat.state.answers).toMatchObject({ ...known, dyspnea: false });
  });

  it('of somebody who gets worse brings a person', () => {
    const chat = asked(begun());
    for (let at = 0; at < 40 && chat.state.phase === 'asking'; at += 1) {
      const { question } = chat.state;
      if (question === 'overall') chat.presses('answer:overall:worse');
      else if (chat.buttons.includes(`answer:${question}:no`)) chat.presses(`answer:${question}:no`);
      else chat.says('36');
    }
    expect(chat.state.phase).toBe('waiting');
  });

  it('hears red flags like any interview', () => {
    const chat = asked(begun()).says('estou com muita falta de ar');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });

  it('that was not answered is asked again, not begun anew', () => {
    const chat = asked(begun());
    const { question } = chat.state as { question: string };
    asked(chat, 'f2');
    expect(chat.said).toContain('Ainda não recebemos sua resposta');
    expect(chat.state).toMatchObject({ phase: 'asking', question });
    expect(chat.eventTypes()).not.toContain('acolhe.triage.started.v1');
  });

  it('of one disease is not answered with that of another: the other waits', () => {
    const chat = asked(begun());
    const before = chat.state;
    const dengue = { ...known, monitored_disease: 'dengue' };
    expect(followUpRefusal(chat.state, knowledge, command('f2', dengue))).toBe('busy');
    asked(chat, 'f2', dengue);
    expect(chat.state).toEqual(before);
  });

  it('of the next day begins anew, with the answers of that day', () => {
    const chat = healthy(asked(begun()));
    asked(chat, 'f2', { ...known, symptom_duration: 5 });
    expect(chat.state).toMatchObject({ phase: 'asking' });
    expect(chat.state.answers).toEqual({ ...known, symptom_duration: 5 });
  });

  it('is over when the patient begins again: a new complaint is triaged by the service’s own pack', () => {
    const chat = healthy(asked(begun())).says('recomeçar').says('estou com tosse e febre');
    expect(chat.state.ledBy).toBeUndefined();
    const started = chat.events.find((event) => event.type === 'acolhe.triage.started.v1');
    expect(started?.data).toMatchObject({ pack: 'respiratory' });
  });

  it.each<[string, (chat: Chat) => Chat, string | undefined]>([
    ['greeted', (chat) => chat, undefined],
    ['in another interview', (chat) => chat.says('estou com tosse'), 'busy'],
    ['waiting for a person', (chat) => chat.says('quero falar com uma pessoa'), 'in-service'],
    ['served by a person', (chat) => chat.agentSays('Olá'), 'in-service'],
    ['closed', (chat) => chat.closes(), 'closed'],
  ])('in a conversation that is %s', (_name, bring, reason) => {
    const chat = bring(begun());
    expect(followUpRefusal(chat.state, knowledge, command('f1'))).toBe(reason);
    const before = chat.state;
    asked(chat);
    if (reason) expect([chat.effects, chat.state]).toEqual([[], before]);
  });

  it.each([
    ['follow-up', false, 'not-admitted'],
    ['respiratory', true, 'not-admitted'],
    ['no-such-pack', true, 'not-admitted'],
  ])('with pack %s, drafts admitted: %s', (pack, admitDrafts, reason) => {
    const chat = conversation({ pack: 'respiratory', admitDrafts }).start();
    expect(followUpRefusal(chat.state, knowledge, { pack })).toBe(reason);
  });
});
