import { ring, type Ringing, type RingNotice } from '../../../src/effects/ring';

const notice: RingNotice = {
  ...{ kind: 'ring', step: 'opened', zone: 'America/Manaus', patient: '0000-0001-1' },
  task: {
    ...{ taskId: 'left', kind: 'left', dueAt: '2026-01-05T15:30:00.000Z' },
    ...{ urgency: 'red', department: 'Urgência' },
  },
};

interface Staff {
  status?: string;
  language?: string;
  fails?: boolean;
}

/** @param staff by username */
function clinic(staff: Record<string, Staff>, { managers = ['rita'], channel = false, crm = true } = {}) {
  const written: Record<string, string[]> = {};
  const inChannel: string[] = [];
  const users = {
    getByUsername: async (name: string) =>
      staff[name] && {
        ...{ id: name, username: name, status: staff[name].status ?? 'online' },
        settings: { preferences: { language: staff[name].language } },
      },
    getAppUser: async () => ({ id: 'bot', username: 'acolhe.bot' }),
  };
  const message = (given: { room?: string; text?: string } = {}): object => ({
    given,
    setRoom: ({ id }: { id: string }) => message({ ...given, room: id }),
    setSender: () => message(given),
    setText: (text: string) => message({ ...given, text }),
  });
  const ringing = {
    read: {
      getUserReader: () => users,
      getRoomReader: () => ({ getDirectByUsernames: async ([, id]: string[]) => ({ id }) }),
      getEnvironmentReader: () => ({
        getServerSettings: () => ({ getValueById: async () => 'https://chat.example' }),
      }),
    },
    modify: {
      getCreator: () => ({
        startMessage: () => message(),
        finish: async ({ given }: { given: { room: string; text: string } }) => {
          if (staff[given.room]?.fails) throw new Error('no');
          (written[given.room] ??= []).push(given.text);
        },
      }),
    },
    ...{ appId: 'app', language: 'pt-BR' as const, managers },
    pages: crm ? 'https://crm.example' : undefined,
    teamOf: async (department: string) => (department === 'Urgência' ? ['ana', 'bruno', 'caio'] : []),
    tellChannel: async (text: string) => {
      inChannel.push(text);
      return channel;
    },
  } as unknown as Ringing;
  return { ringing, written, inChannel };
}
const of = (more: Partial<RingNotice['task']>, step: RingNotice['step'] = 'opened'): RingNotice => ({
  ...notice,
  step,
  task: { ...notice.task, ...more },
});

describe('what somebody has to do, told to staff', () => {
  it('is told to whose it is, by number, kind, time in the zone, and link', async () => {
    const { ringing, written } = clinic({ bruno: { language: 'en', status: 'offline' }, rita: {} });
    expect(await ring(ringing, 'room 1', of({ owner: 'bruno', kind: 'message' }))).toBe(1);
    expect(Object.keys(written)).toEqual(['bruno']);
    expect(written['bruno']![0]).toMatch(/A task for you: answer the message[\s\S]*0000-0001-1[\s\S]*11:30/);
    expect(written['bruno']![0]).toContain('https://crm.example/tasks/chats/room%201/left');
  });

  it('Given it is nobody’s, then those of the department who are there are told, and no others', async () => {
    const { ringing, written } = clinic({
      ana: {},
      bruno: { status: 'offline' },
      caio: { status: 'away' },
      rita: {},
    });
    expect(await ring(ringing, 'r', notice)).toBe(2);
    expect(Object.keys(written)).toEqual(['ana', 'caio']);
    expect(written['ana']![0]).toMatch(/sua equipe[\s\S]*vermelho/);
  });

  it.each([
    ['nobody of it is there', of({}), { ana: { status: 'offline' }, rita: {} }],
    ['nobody knows who belongs to it', of({ department: 'Outro' }), { ana: {}, rita: {} }],
    ['whose it is does not exist', of({ owner: 'nobody', department: 'Outro' }), { rita: {} }],
    [
      'whose it is cannot be written to',
      of({ owner: 'ana', department: 'Outro' }),
      { ana: { fails: true }, rita: {} },
    ],
  ])('Given %s, then managers are told', async (_name, told, staff) => {
    const { ringing, written } = clinic(staff as Record<string, Staff>);
    expect(await ring(ringing, 'r', told)).toBe(1);
    expect(written['rita']![0]).toMatch(/sem responsável, e ninguém/);
  });

  it.each([
    ['overdue', /passou do prazo/],
    ['again', /dobro do prazo/],
  ] as const)('Given it is %s, then managers are told, and whose it is', async (step, words) => {
    const { ringing, written } = clinic({ rita: {}, ana: {} });
    await ring(ringing, 'r', of({ owner: 'ana' }, step));
    expect(Object.keys(written).sort()).toEqual(['ana', 'rita']);
    expect(written['rita']![0]).toMatch(words);
    expect(written['rita']![0]).toContain('ana');
  });

  it('Given nobody can be told, then the channel is; without one it is no failure, but for those who are there', async () => {
    const none = clinic({}, { channel: true });
    expect(await ring(none.ringing, 'r', notice)).toBe(1);
    expect(none.inChannel).toHaveLength(1);
    expect(await ring(clinic({}).ringing, 'r', notice)).toBe(0);
    await expect(ring(clinic({ rita: { fails: true } }).ringing, 'r', notice)).rejects.toThrow('nobody');
  });

  it('Given no page of the CRM, then the link is to the room; Given a page of its own, then to that', async () => {
    const { ringing, written } = clinic({ rita: {} }, { crm: false });
    await ring(ringing, 'r', notice);
    expect(written['rita']![0]).toContain('https://chat.example/live/r');
    const own = clinic({ rita: {} });
    await ring(own.ringing, 'r', { ...notice, page: '/tasks/0000-0001-1/dengue' });
    expect(own.written['rita']![0]).toContain('https://crm.example/tasks/0000-0001-1/dengue');
  });
});
