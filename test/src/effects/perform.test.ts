import { parsePatientId } from '../../../contract/patient-id';
import type { Effect } from '../../../src/dialog/effect';
import { perform } from '../../../src/effects/perform';
import type { CrmClient } from '../../../src/effects/crm-client';
import type { AgentRoom } from '../../../src/effects/agent-room';
import type { RoomActions } from '../../../src/effects/room-actions';
import type { TurnRecord } from '../../../src/turn/records';
import { memoryRecords } from '../../support/memory-records';

const at = '2026-01-01T00:00:00.000Z';
const record = {
  phase: 'kept',
  input: { kind: 'closed', id: 'message/m1', at, conversation: 'r1', by: 'system' },
  receivedAt: at,
  claim: 'a',
} as TurnRecord;

function setup(whoIs: CrmClient['whoIs'] = () => Promise.resolve(undefined), of: TurnRecord = record) {
  const records = memoryRecords();
  const calls: unknown[][] = [];
  const room = {
    say: async (...given: unknown[]) => void calls.push(['say', ...given]),
    transfer: async (...given: unknown[]) => {
      calls.push(['transfer', ...given]);
      return { result: 'transferred', agentsOnline: true };
    },
    alertAgent: async (...given: unknown[]) => {
      calls.push(['alert', ...given]);
      return 'ana';
    },
  } as unknown as RoomActions;
  const nothing = () => Promise.resolve(undefined);
  const crm: CrmClient = {
    ...{ whoIs, postEvents: nothing, ping: nothing, knowledge: nothing, wait: nothing },
    card: nothing,
    takesChats: nothing,
    slots: nothing,
    appointment: nothing,
  };
  const agents = {
    tell: async (...given: unknown[]) => void calls.push(['tell', ...given]),
    forward: async () => ({ result: 'refused', name: 'Urgência' }),
    writeAs: async (...given: unknown[]) => void calls.push(['write-as', ...given]),
    closeAs: async (...given: unknown[]) => void calls.push(['close-as', ...given]),
  } as unknown as AgentRoom;
  const world = {
    records,
    room,
    agents,
    crm,
    now: () => new Date('2026-01-01T00:00:05.000Z'),
    departmentOf: async (to: string) => `department ${to}`,
    isHeldBack: async (department: string) => department === 'Pausado',
    wakeAt: async (when: Date) => void calls.push(['wake', when.toISOString()]),
    tellManagers: async (...given: unknown[]) => void calls.push(['tell-managers', ...given]),
    ring: async (...given: unknown[]) => void calls.push(['ring', ...given]),
    professionals: async () => [{ extension: '12', username: 'ana', name: 'Dra. Ana Souza' }],
    noteServed: async (...given: unknown[]) => void calls.push(['note-served', ...given]),
    noteSurvey: async (...given: unknown[]) => void calls.push(['note-survey', ...given]),
  };
  return { calls, records, run: (effect: Effect) => perform(world, effect, of) };
}

describe('performing', () => {
  it('says what was decided, since the input was received', async () => {
    const { calls, run } = setup();
    const buttons = [{ label: 'Sim', value: 'human' }];
    await run({ kind: 'say', text: 'oi', buttons });
    await run({ kind: 'say', text: 'tchau' });
    expect(calls).toEqual([
      ['say', 'r1', 'oi', buttons, at],
      ['say', 'r1', 'tchau', [], at],
    ]);
  });

  it('alerts who serves the room', async () => {
    const { calls, run } = setup();
    await run({ kind: 'alert-agent', text: 'perigo' });
    expect(calls).toEqual([['alert', 'r1', 'perigo']]);
    calls.length = 0;
    await run({ kind: 'alert-agent', text: 'perigo', direct: 'perigo de 1' });
    const kept = { kind: 'tell-agent', agent: 'ana', text: 'perigo de 1', way: 'direct' };
    expect(calls).toEqual([
      ['alert', 'r1', 'perigo'],
      ['tell', 'r1', kept],
    ]);
  });

  it('rings for what staff have to do', async () => {
    const { calls, run } = setup();
    const task = { taskId: 't', kind: 'left' as const, dueAt: at };
    const notice = { kind: 'ring' as const, step: 'opened' as const, task, zone: 'UTC' };
    await run(notice);
    expect(calls).toEqual([['ring', 'r1', notice]]);
  });

  it('does for agents what they asked for, and answers whether a department took it', async () => {
    const { calls, run } = setup();
    await run({ kind: 'tell-agent', agent: 'a1', text: 'oi', way: 'room' });
    await run({ kind: 'write-as', agent: 'a1', text: 'olá' });
    await run({ kind: 'close-as', agent: 'a1' });
    expect(calls).toEqual([
      ['tell', 'r1', { kind: 'tell-agent', agent: 'a1', text: 'oi', way: 'room' }],
      ['write-as', 'r1', 'a1', 'olá'],
      ['close-as', 'r1', 'a1'],
    ]);
    expect(await run({ kind: 'forward', department: 'd1', by: 'a1' })).toMatchObject({
      ...{ kind: 'forward-answered', department: 'Urgência', by: 'a1', result: 'refused' },
    });
  });

  it('asks the CRM who this is; the answer is an input named by the one that asked', async () => {
    const asked: unknown[] = [];
    const { run } = setup((question) => {
      asked.push(question);
      return Promise.resolve({ patientId: '0000-0001-1', earlierConversations: 3 });
    });
    expect(await run({ kind: 'ask-who', visitor: 'v1' })).toEqual({
      kind: 'identified',
      id: 'identified/message/m1',
      at: '2026-01-01T00:00:05.000Z',
      conversation: 'r1',
      patientId: '0000-0001-1',
      mintedBy: 'crm',
      earlierConversations: 3,
    });
    expect(asked).toEqual([{ conversation: 'r1', visitor: 'v1' }]);
  });

  it('mints an ID when the CRM has no answer, another each time', async () => {
    const { run } = setup();
    const [one, two] = [
      await run({ kind: 'ask-who', visitor: 'v1' }),
      await run({ kind: 'ask-who', visitor: 'v1' }),
    ];
    expect(one).toMatchObject({ mintedBy: 'app', earlierConversations: 0, id: two?.id });
    const ids = [one, two].map((input) => (input?.kind === 'identified' ? input.patientId : ''));
    expect(ids.map(parsePatientId)).toEqual(ids);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('writes down what to remind of, and when', async () => {
    const { records, run } = setup();
    await run({ kind: 'remind', reminder: 'flag-unanswered', afterMs: 60_000 });
    expect(await records.reminders()).toEqual([
      { conversation: 'r1', reminder: 'flag-unanswered', dueAt: '2026-01-01T00:01:05.000Z' },
    ]);
  });

  it('moves a room to the department that is named, else to the one of the settings', async () => {
    const { calls, run } = setup();
    await run({ kind: 'transfer', to: 'general' });
    const answer = await run({ kind: 'transfer', to: 'general', department: 'Cardiologia' });
    const held = { kind: 'transfer', to: 'general', department: 'Pausado' } as const;
    expect(await run(held)).toMatchObject({ result: 'refused', why: 'paused', rung: 'Pausado' });
    expect(calls).toEqual([
      ['transfer', 'r1', { department: 'department general' }],
      ['transfer', 'r1', { department: 'Cardiologia' }],
    ]);
    expect(answer).toMatchObject({ to: 'general', department: 'Cardiologia', rung: 'Cardiologia' });
  });

  it('moves a room to a person, or to a queue where nobody is, and the answer says which', async () => {
    const { calls, run } = setup();
    expect(await run({ kind: 'transfer', to: 'general', agent: 'ana' })).toMatchObject({
      ...{ rung: '@ana', agent: 'ana', department: 'department general' },
    });
    expect(await run({ kind: 'transfer', to: 'general', waits: true })).toMatchObject({
      rung: 'general/queue',
    });
    expect(calls).toEqual([
      ['transfer', 'r1', { agent: 'ana' }],
      ['transfer', 'r1', { department: 'department general', waits: true }],
    ]);
  });

  it('names the answers of one ladder by their count: they stay short', async () => {
    const { run } = setup();
    const first = await run({ kind: 'transfer', to: 'general' });
    expect(first?.id).toBe('moved/message/m1');
    const { run: next } = setup(undefined, { ...record, input: { ...record.input, id: first!.id } });
    const second = await next({ kind: 'transfer', to: 'general' });
    expect(second?.id).toBe('moved-2/message/m1');
    const { run: last } = setup(undefined, { ...record, input: { ...record.input, id: second!.id } });
    expect((await last({ kind: 'transfer', to: 'general' }))?.id).toBe('moved-3/message/m1');
  });

  it('finds who was asked for, or says that there is nobody of that name', async () => {
    const { run } = setup();
    expect(await run({ kind: 'find-person', asked: { extension: '12' } })).toMatchObject({
      ...{ kind: 'person-found', person: { username: 'ana', name: 'Dra. Ana Souza' } },
    });
    expect(await run({ kind: 'find-person', asked: { name: 'joão' } })).not.toHaveProperty('person');
  });

  it('watches a room', async () => {
    const { records, run } = setup();
    await run({ kind: 'watch' });
    expect(await records.watched()).toEqual(['r1']);
  });
});
