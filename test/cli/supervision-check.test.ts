import { supervisionFinding } from '../../cli/doctoring/supervision-check';
import type { AdminClient } from '../../cli/setting-up/admin-client';

const all = [
  ...['view-livechat-manager', 'view-livechat-rooms', 'view-l-room', 'transfer-livechat-guest'],
  ...['close-livechat-room', 'manage-livechat-agents', 'close-others-livechat-room'],
];

function admin(given: { permissions?: readonly string[]; modules?: readonly string[] } = {}): AdminClient {
  const { permissions = all, modules = ['livechat-enterprise'] } = given;
  const answers: Record<string, unknown> = {
    '/api/v1/permissions.listAll': {
      update: [
        ...permissions.map((_id) => ({ _id, roles: ['livechat-manager'] })),
        { _id: 'create-d', roles: ['user'] },
      ],
    },
    '/api/v1/licenses.info': { license: { activeModules: modules } },
  };
  return { get: async (path: string) => answers[path] } as unknown as AdminClient;
}

describe("what the CRM's user may do for managers", () => {
  it.each([
    ['all of it', admin(), ['user', 'livechat-manager'], 'ok', /priorities included/],
    [
      'a plan without priorities',
      admin({ modules: [] }),
      ['user', 'livechat-manager'],
      'ok',
      /no priorities/,
    ],
    [
      'a permission taken away',
      admin({ permissions: all.slice(0, -1) }),
      ['user', 'livechat-manager'],
      'warn',
      /lacks close-others-livechat-room/,
    ],
    ['no role', admin(), ['livechat-manager'], 'warn', /lacks create-d/],
    ['no user at all', admin(), undefined, 'warn', /no CRM user/],
  ])('Given %s, then doctor says so', async (_what, given, roles, status, seen) => {
    expect(await supervisionFinding(given, roles)).toMatchObject({
      status,
      seen: expect.stringMatching(seen),
    });
  });
});
