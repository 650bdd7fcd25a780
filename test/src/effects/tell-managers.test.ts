import {
  type ManagerNotice,
  noticeText,
  tellManagers,
  type Telling,
} from '../../../src/effects/tell-managers';

const notice: ManagerNotice = {
  ...{ kind: 'alert-manager', notice: 'sla_breached', minutes: 12, targetMinutes: 10 },
  about: { urgency: 'orange', patient: '0000-0001-1', department: 'Urgência' },
  agent: 'ana',
};

/** @param direct usernames whose direct messages exist already */
function engine(
  users: Record<string, string>,
  direct: string[] = [],
  site: unknown = 'https://chat.example/',
) {
  const written: [room: string, text: string][] = [];
  const made: string[] = [];
  const channel: string[] = [];
  const roomOf = (username: string) => ({ id: `dm-${username}` });
  const bot = { id: 'b', username: 'acolhe.bot' };
  const telling = {
    read: {
      getUserReader: () => ({
        getByUsername: async (name: string) =>
          name in users
            ? { id: name, username: name, settings: { preferences: { language: users[name] } } }
            : undefined,
        getAppUser: async () => bot,
      }),
      getRoomReader: () => ({
        getDirectByUsernames: async ([, name = '']: string[]) =>
          direct.includes(name) ? roomOf(name) : undefined,
        getById: async (id: string) => ({ id }),
      }),
      getEnvironmentReader: () => ({ getServerSettings: () => ({ getValueById: async () => site }) }),
    },
    modify: {
      getCreator: () => ({
        startMessage: () => chain((given) => ({ ...given, is: 'message' })),
        startRoom: () => chain((given) => ({ ...given, is: 'room' })),
        finish: async (built: { given: () => Record<string, unknown> }) => {
          const given = built.given();
          if (given['is'] === 'room') {
            const [, name = ''] = given['setMembersToBeAddedByUsernames'] as string[];
            made.push(name);
            return `dm-${name}`;
          }
          written.push([(given['setRoom'] as { id: string }).id, given['setText'] as string]);
          return 'm';
        },
      }),
    },
    ...{ appId: 'app', managers: Object.keys(users), language: 'pt-BR' as const },
    tellChannel: async (text: string) => (channel.push(text), false),
  };
  return { telling: telling as unknown as Telling, written, made, channel };
}

/** A builder that keeps what it is given. */
function chain(finished: (given: Record<string, unknown>) => Record<string, unknown>): object {
  const given: Record<string, unknown> = {};
  const api: object = new Proxy(
    {},
    {
      get: (_target, name: string) =>
        name === 'then'
          ? undefined
          : name === 'given'
            ? () => finished(given)
            : (value: unknown) => ((given[name] = value), api),
    },
  );
  return api;
}

describe('telling who leads', () => {
  it('is a direct message in their own language, in the room there is or a new one, with a link', async () => {
    const { telling, written, made } = engine({ rita: 'en', davi: 'es' }, ['rita']);
    expect(await tellManagers(telling, 'r 1', notice)).toBe(2);
    expect(made).toEqual(['davi']);
    expect(written.map(([room]) => room)).toEqual(['dm-rita', 'dm-davi']);
    expect(written[0]![1]).toMatch(
      /orange[\s\S]*12 min \(target: 10 min\)[\s\S]*0000-0001-1[\s\S]*https:\/\/chat\.example\/live\/r%201/,
    );
    expect(written[1]![1]).toMatch(/naranja[\s\S]*ana/);
  });

  it('Given nobody of those names, then the channel is tried, and it is no failure that there is none', async () => {
    const { telling, channel, written } = engine({});
    expect(await tellManagers(telling, 'r1', notice)).toBe(0);
    expect([channel.length, written]).toEqual([1, []]);
  });

  it('Given they are there and cannot be written to, then it is tried again', async () => {
    const { telling } = engine({ rita: 'en' });
    const broken = {
      ...telling,
      modify: {
        getCreator: () => {
          throw new Error('no');
        },
      },
    } as unknown as Telling;
    await expect(tellManagers(broken, 'r1', notice)).rejects.toThrow('no manager');
  });

  it('Given no address of the site, then there is no link; Given nothing is known, then nothing is said of it', () => {
    const bare = noticeText(
      'pt-BR',
      { ...notice, notice: 'answer_owed', about: { urgency: 'red' }, agent: undefined } as never,
      undefined,
    );
    expect(bare).toMatch(/12 min[\s\S]*vermelho/);
    expect(bare).not.toMatch(/undefined|\{|http|Paciente/);
  });
});
