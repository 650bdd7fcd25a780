/**
 * How each route is tried with another tenant's ids. Names in braces are that tenant's: `{patientId}`, `{staffId}`,
 * `{email}` … A route that is not here fails the isolation test.
 */

export interface RouteCase {
  /** Form, or JSON for routes that take no form. Each is tried. */
  bodies?: Record<string, string>[];
  queries?: string[];
  /** Shows something of the tenant to its own people: proves that the test would see it. */
  shows?: true;
  /** Collections of the other tenant that this route may write to: whoever knocks at its own door leaves a trace there. */
  mayTouch?: string[];
}

const session = [{ session: '{sessionId}' }, { session: 'all' }];
const knocking = ['signInAttempts', 'audit', 'auditWriters', 'pendingSignIns'];

export const pageCases: Record<string, RouteCase> = {
  'GET /': {},
  'GET /sign-in': { queries: ['next=/patients/{patientId}'] },
  'POST /sign-in': {
    bodies: [
      { tenant: '{tenant}', email: '{myEmail}', password: '{password}' },
      { tenant: '{myTenant}', email: '{email}', password: '{password}' },
    ],
    mayTouch: knocking,
  },
  'GET /sign-in/code': {},
  'POST /sign-in/code': { bodies: [{ code: '123456', tenant: '{tenant}' }], mayTouch: knocking },
  'POST /language': { bodies: [{ to: 'en', back: '/patients/{patientId}' }] },
  'GET /account': { shows: true },
  'POST /account/password': { bodies: [{ current: 'wrong', next: 'Chuva-Mansa-99-x' }] },
  'POST /account/second-factor/begin': { bodies: [{ current: '{password}' }] },
  'POST /account/second-factor/confirm': { bodies: [{ code: '123456' }] },
  'POST /account/second-factor/recovery': { bodies: [{ current: '{password}' }] },
  'POST /account/second-factor/remove': { bodies: [{ current: '{password}' }] },
  'POST /account/sessions/end': { bodies: [session[0]!] },
  'GET /staff': { shows: true },
  'POST /staff/add': {
    bodies: [{ email: '{email}', name: 'Pessoa Nova', role: 'attendant', password: 'Chuva-Mansa-99-x' }],
  },
  'POST /staff/role': { bodies: ['email', 'staffId'].map((key) => ({ [key]: `{${key}}`, role: 'auditor' })) },
  'POST /staff/disable': { bodies: [{ email: '{email}', staffId: '{staffId}' }] },
  'POST /staff/enable': { bodies: [{ email: '{email}', staffId: '{staffId}' }] },
  'GET /staff/:staffId': { shows: true },
  'POST /staff/:staffId/sessions/end': { bodies: session },
  'POST /staff/:staffId/second-factor/reset': { bodies: [{}] },
  'GET /patients': { shows: true },
  'GET /patients/latest': { shows: true },
  'POST /patients/search': {
    bodies: ['{patientId}', '{cpf}', '{phone}', '{email}', '{name}', '{cns}'].map((value) => ({
      ...{ term: value, patientId: value, q: value },
    })),
  },
  'GET /patients/:patientId': { shows: true },
  'GET /patients/:patientId/timeline': { shows: true },
  'POST /patients/:patientId/note': { bodies: [{ text: 'Nota de outro.' }] },
  'POST /patients/:patientId/correct': { bodies: [{ name: 'Outro Nome', phones: '+5585999990000' }] },
  'POST /patients/:patientId/link': { bodies: [{ other: '{other}', patientId: '{other}', into: '{other}' }] },
  'POST /patients/:patientId/separate': {
    bodies: [{ other: '{other}', patientId: '{other}', from: '{other}' }],
  },
  'GET /patients/:patientId/conversations/:conversation/rescreen': {
    shows: true,
    queries: ['', 'again=yes'],
  },
  'POST /patients/:patientId/conversations/:conversation/rescreen': {
    bodies: [
      {
        ...{ submission: 'ab'.repeat(16), q_age: '35', q_cyanosis: 'yes', comment: 'De outro.' },
        ...{ q_severity: 'severe', q_contagion: 'low', q_decision: 'emergency' },
      },
    ],
  },
  'GET /files/:fileId': { shows: true },
  'GET /erase': {},
  'POST /erase': { bodies: [{ patientId: '{patientId}', again: '{patientId}', confirm: '{patientId}' }] },
  'GET /queue': {},
  'GET /queue/rows': {},
  'GET /queue/act': { queries: ['room={conversation}'] },
  'GET /queue/intake': { queries: ['workspace=main&department={conversation}'] },
  'POST /queue/intake': {
    bodies: [{ workspace: 'main', department: '{conversation}', minutes: '30' }],
  },
  'POST /queue/act': {
    bodies: [
      { key: 'cd'.repeat(16), room: '{conversation}', action: 'close', reason: 'De outro.', confirm: 'yes' },
    ],
  },
  'GET /tasks': { shows: true },
  'GET /tasks/rows': { shows: true },
  'GET /tasks/:patientId/:disease': {},
  'POST /tasks/:patientId/:disease/done': {
    bodies: [{ since: '2026-05-04T12:00:00.000Z', outcome: 'seen', note: 'Nota de outro.' }],
  },
  'GET /tasks/outcomes': { queries: ['days=90'] },
  'POST /tasks/outcomes': { bodies: [{ conversation: '{conversation}', outcome: 'resolved' }] },
  'GET /tasks/chats/:conversation/:taskId': {},
  'POST /tasks/chats/:conversation/:taskId/take': { bodies: [{}] },
  'POST /tasks/chats/:conversation/:taskId/done': { bodies: [{ result: 'done', note: 'Nota de outro.' }] },
  'GET /dashboard': {},
  'GET /dashboard/figures': {},
  'GET /live': {},
  'GET /investigations': { shows: true },
  'POST /investigations/open': {
    bodies: [
      { disease: '{disease}', fromDay: '2026-01-01', toDay: '2026-01-31', reason: '{investigationId}' },
    ],
  },
  'GET /investigations/:investigationId': {},
  'POST /investigations/:investigationId/close': { bodies: [{}] },
  'GET /reports': { shows: true },
  'GET /reports/new': {},
  'POST /reports/publish': { bodies: [{ title: 'Nosso', from: '2026-01-01', to: '2026-01-31' }] },
  'GET /reports/:reportId': { shows: true },
  'POST /reports/:reportId/withdraw': { bodies: [{}] },
  'GET /knowledge': { shows: true },
  'GET /knowledge/new': {},
  'POST /knowledge/propose': {
    bodies: [{ kind: 'routing', text: '[{"disposition":"mild","department":"x"}]' }],
  },
  'GET /knowledge/:kind/:part/:hash': { shows: true },
  'GET /knowledge/:kind/:part/:hash/file': {},
  'GET /knowledge/:kind/:part/:hash/compare': {},
  'POST /knowledge/:kind/:part/:hash/sign': { bodies: [{}] },
  'POST /knowledge/:kind/:part/:hash/activate': { bodies: [{}] },
  'POST /knowledge/published/:number/restore': { bodies: [{}] },
  'GET /audit': { queries: ['patient={patientId}', 'staff={staffId}', 'tenant={tenant}'] },
  'GET /set-aside': {},
  'POST /set-aside/retry': { bodies: [{ stream: '{conversation}', tenant: '{tenant}' }] },
  // Last: it ends the sessions that the others use.
  'POST /sign-out': { bodies: [{}] },
};

/** Called by a workspace's app, or by Rocket.Chat: with my secret under the other's name, and the other way round. */
export const signedCases: Record<string, object[]> = {
  'POST /v1/tenants/:tenant/workspaces/:workspace/events': [
    [
      {
        specversion: '1.0',
        id: 'i',
        type: 'acolhe.conversation.closed.v1',
        subject: '{conversation}',
        source: '{source}',
        time: '2026-05-04T12:00:00.000Z',
        data: { by: 'bot' },
      },
    ],
    [
      {
        specversion: '1.0',
        id: 'p',
        type: 'acolhe.patient.identified.v1',
        subject: 'mine',
        source: '{mySource}',
        time: '2026-05-04T12:00:00.000Z',
        data: { patientId: '{patientId}', mintedBy: 'crm' },
      },
    ],
  ],
  'POST /v1/tenants/:tenant/workspaces/:workspace/questions/who-is': [
    { conversation: '{conversation}', visitor: '{visitor}' },
    { conversation: '{conversation}', visitor: '{visitor}', dependent: { name: '{name}' } },
  ],
  'POST /v1/tenants/:tenant/workspaces/:workspace/questions/wait': [{ conversation: '{conversation}' }],
  'POST /v1/tenants/:tenant/workspaces/:workspace/agents/takes-chats': [{ agent: 'agent-1', takes: false }],
  'POST /v1/tenants/:tenant/workspaces/:workspace/questions/slots': [
    { conversation: '{conversation}', professional: 'doctor1' },
  ],
  'POST /v1/tenants/:tenant/workspaces/:workspace/questions/appointment': [
    { act: 'list', conversation: '{conversation}', patientId: '{patientId}' },
    {
      ...{ act: 'book', conversation: '{conversation}', patientId: '{patientId}', appointmentId: 'a1' },
      ...{ slot: 'doctor1~c1~2026-03-02T12:00:00.000Z', by: 'patient', replaces: 'a1' },
    },
    ...['confirm', 'cancel'].map((act) => ({
      ...{ act, conversation: '{conversation}', patientId: '{patientId}', appointmentId: 'a1' },
      by: 'patient',
    })),
  ],
  'POST /v1/tenants/:tenant/workspaces/:workspace/questions/card': [
    { conversation: '{conversation}', agent: 'agent-1' },
  ],
  'POST /v1/tenants/:tenant/workspaces/:workspace/knowledge': [{ nonce: '{conversation}-nonce' }],
  'POST /v1/tenants/:tenant/workspaces/:workspace/ping': [{ tenant: '{tenant}' }],
  'POST /v1/tenants/:tenant/workspaces/:workspace/webhook': [
    {
      _id: '{conversation}',
      type: 'LivechatSession',
      sentAt: '2026-05-04T12:00:00.000Z',
      visitor: { _id: '{visitor}' },
    },
  ],
};

/** Say nothing of any tenant. */
export const plainRoutes = [
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /openapi.json',
  'GET /assets/:file',
];

/** Commands that work on a tenant, with the other's ids; and those that work on none. */
export const commandCases: Record<string, string[][]> = {
  'user add': [
    [
      '--tenant',
      '{myTenant}',
      '--email',
      '{email}',
      '--name',
      'Pessoa Nova',
      '--recover',
      '--password-stdin',
    ],
  ],
  'user reset-second-factor': [['--tenant', '{myTenant}', '--email', '{email}']],
  'patient erase': [['--tenant', '{myTenant}', '--id', '{patientId}', '--yes', '--even-open']],
  'calendar import': [['docs/examples/calendars.csv', '--tenant', '{myTenant}']],
  'events retry': [
    ['--tenant', '{myTenant}', '--stream', '{conversation}'],
    ['--tenant', '{myTenant}', '--all'],
  ],
  'events poisoned': [['--tenant', '{myTenant}']],
  'events rebuild': [['--tenant', '{myTenant}']],
  'protocol decisions': [
    ['--tenant', '{myTenant}', '--from', '2026-01-01', '--to', '2026-12-31'],
    ['--tenant', '{myTenant}', '--decision', '{conversation}/e1'],
  ],
  'protocol replay': [
    ['--tenant', '{myTenant}', '--from', '2026-01-01', '--to', '2026-12-31', '--json'],
    ['--tenant', '{myTenant}', '--decision', '{conversation}/e1'],
  ],
  'audit verify': [['--tenant', '{myTenant}']],
  'audit list': [
    ['--tenant', '{myTenant}', '--patient', '{patientId}'],
    ['--tenant', '{myTenant}', '--staff', '{staffId}'],
  ],
  'audit export': [['--tenant', '{myTenant}', '--patient', '{patientId}']],
  'audit checkpoint': [['--tenant', '{myTenant}']],
  'audit key': [['--tenant', '{myTenant}']],
  reconcile: [['--tenant', '{myTenant}', '--workspace', '{workspace}', '--full']],
};
