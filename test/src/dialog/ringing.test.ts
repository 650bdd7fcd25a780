import { conversation, knowledge } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const begun = (over = {}) => conversation(over).start().identified();
const rings = (chat: Chat) =>
  chat.effects.flatMap((effect) => (effect.kind === 'ring' ? [{ step: effect.step, ...effect.task }] : []));
const reminds = (chat: Chat) =>
  chat.effects.flatMap((effect) =>
    effect.kind === 'remind' && effect.reminder === 'task' ? [Math.round(effect.afterMs / 60_000)] : [],
  );
const forgets = (chat: Chat) =>
  chat.effects.some((effect) => effect.kind === 'forget-reminder' && effect.reminder === 'task');
const left = () => begun().says('não consigo respirar').closes();
const command = (chat: Chat, more: object) =>
  chat.play({
    ...{ kind: 'command', ...chat.stamp(`command/${chat.inputs.length}`) },
    command: { kind: 'task', id: 'c', conversation: 'room1', taskId: 'left', ...more },
  });
const ana = { id: 'a1', username: 'ana', name: 'Ana', kind: 'human' as const };

describe('what somebody has to do', () => {
  it('Given somebody at risk who left, then it rings at once, when it is overdue, and at twice its time', () => {
    const chat = left();
    expect(rings(chat)).toMatchObject([{ step: 'opened', kind: 'left', urgency: 'red' }]);
    expect(chat.effects).toContainEqual(
      expect.objectContaining({ kind: 'ring', patient: '0000-0001-1', zone: 'America/Sao_Paulo' }),
    );
    expect(reminds(chat)).toEqual([10]);
    expect(rings(chat.wait(600).due('task'))).toMatchObject([{ step: 'overdue' }]);
    expect(reminds(chat)).toEqual([10]);
    expect(rings(chat.wait(600).due('task'))).toMatchObject([{ step: 'again' }]);
    expect([reminds(chat), rings(chat.wait(9_999).due('task'))]).toEqual([[], []]);
  });

  it('Given an outage, then only the last of it rings; Given an early look, then nothing', () => {
    expect(rings(left().wait(9_999).due('task'))).toMatchObject([{ step: 'again' }]);
    const early = left().wait(60).due('task');
    expect([rings(early), reminds(early)]).toEqual([[], [9]]);
  });

  it('Given it was done on the page of the CRM, then it is silent', () => {
    const chat = command(left(), {});
    expect([forgets(chat), chat.state.tasks]).toEqual([true, undefined]);
    expect(rings(chat.wait(600).due('task'))).toEqual([]);
  });

  it('Given nobody answered there, then it rings anew when it is due again', () => {
    const chat = left().wait(900).due('task');
    const dueAt = new Date(Date.parse(chat.inputs.at(-1)!.at) + 1_800_000).toISOString();
    expect(reminds(command(chat, { dueAt }))).toEqual([30]);
    expect(rings(chat)).toEqual([]);
    expect(rings(chat.wait(1_800).due('task'))).toMatchObject([{ step: 'overdue' }]);
  });

  it('Given a task of an agent for another, then the other is told; of one for themselves, when it is overdue', () => {
    const task = (owner: string) => {
      const chat = begun().says('atendente').assigned().agentSays('oi');
      const dueAt = new Date(Date.parse(chat.inputs.at(-1)!.at) + 3_600_000).toISOString();
      return chat.play({
        ...{ kind: 'agent-action', ...chat.stamp('act'), by: ana },
        action: { do: 'task', text: 'ligar', dueAt, owner },
      });
    };
    expect(rings(task('bruno'))).toMatchObject([{ step: 'opened', kind: 'other', owner: 'bruno' }]);
    expect(JSON.stringify(rings(task('bruno')))).not.toContain('ligar');
    const own = task('ana');
    expect(rings(own)).toEqual([]);
    expect(rings(own.wait(3_600).due('task'))).toMatchObject([{ step: 'overdue', owner: 'ana' }]);
  });

  it('Given a photo that nobody looked at, then it rings after 5 minutes, is overdue after 10, and silent once it was seen', () => {
    const photo = () =>
      begun({ departments: { urgent: 'Urgência', general: 'Geral' } })
        .says('', { file: true, media: 'image' })
        .wait(299)
        .due('unread');
    const chat = photo();
    // who was brought nowhere is the general department's
    expect(rings(chat)).toMatchObject([{ step: 'opened', kind: 'unread', department: 'Geral' }]);
    expect(reminds(chat)).toEqual([5]);
    expect(rings(chat.wait(300).due('task'))).toMatchObject([{ step: 'overdue', kind: 'unread' }]);
    expect(forgets(photo().agentSays('vi'))).toBe(true);
  });

  it('Given two tasks, then each has its own time', () => {
    const chat = begun().says('', { file: true, media: 'image' }).says('atendente').wait(298).due('unread');
    chat.closes();
    expect(chat.state.tasks?.open.map(({ kind }) => kind)).toEqual(['unread', 'left']);
    expect(rings(chat.wait(300).due('task'))).toMatchObject([{ kind: 'unread', step: 'overdue' }]);
    expect(reminds(chat)).toEqual([10]);
  });

  it('Given hours of the department, then times are spoken in their zone', () => {
    const manaus = { department: 'x', timeZone: 'America/Manaus', weekly: [], holidays: [] };
    const published = { version: 1, routing: [], hours: [manaus], texts: {} };
    const chat = conversation({}, { ...knowledge, published } as never)
      .start()
      .says('não consigo respirar')
      .closes();
    expect(chat.effects).toContainEqual(expect.objectContaining({ zone: 'America/Manaus' }));
    const clock = { timeZone: 'America/Rio_Branco', from: '08:00', to: '20:00' };
    const other = begun({ clock }).says('não consigo respirar').closes();
    expect(other.effects).toContainEqual(expect.objectContaining({ zone: 'America/Rio_Branco' }));
  });
});
