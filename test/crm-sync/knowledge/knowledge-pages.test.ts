import { builtInVersions } from '../../../crm-sync/knowledge/built-in';
import { fakePages, type FakeBrowser } from '../../support/fake-pages';

const respiratory = builtInVersions().find(({ id }) => id === 'respiratory')!;
const product = `/knowledge/${respiratory._id}`;

interface PackFile {
  pack: { version: string; table: { id: string; outcome: string }[]; questions: unknown[] };
  texts: Record<string, Record<string, string>>;
}
function file(change: (file: PackFile) => void): string {
  const raw = JSON.parse(respiratory.body) as PackFile;
  raw.pack.version = '9.0.0';
  change(raw);
  return JSON.stringify(raw);
}

async function people() {
  const pages = await fakePages();
  const signIn = async (role: Parameters<typeof pages.hire>[0], name: string): Promise<FakeBrowser> => {
    const browser = pages.browser();
    await browser.signIn(await pages.hire(role, `${name.split(' ')[0]!.toLowerCase()}@example.org`, name));
    return browser;
  };
  const ana = await signIn('clinician', 'Ana Souza');
  const propose = async (text: string, kind = 'pack', browser = ana) =>
    browser.submit('/knowledge/new', '/knowledge/propose', { kind, text });
  const audited = () =>
    pages
      .of()
      .audited.filter(({ details }) => details?.['outcome'] !== 'asked')
      .map(({ action, target }) => `${action} ${target ?? ''}`.trim());
  return { ...pages, signIn, ana, propose, audited };
}

const pathOf = (location: unknown): string => String(location).split('?')[0]!;

describe('the list', () => {
  it('shows what comes with the product as drafts, and that nothing is published', async () => {
    const { ana } = await people();
    const { body } = await ana.get('/knowledge');
    expect(body).toContain('Nada foi publicado ainda');
    for (const { id, kind } of builtInVersions())
      if (kind === 'pack') expect(body).toContain(`>${id}</code>`);
    expect(body).toContain('Rascunho');
    expect(body).not.toContain('Em uso</span>');
  });

  it('names them in the order a clinician looks: what leads first, an example last', async () => {
    const { ana } = await people();
    const { body } = await ana.get('/knowledge');
    const names = [...body.matchAll(/<a href="\/knowledge\/pack\/[^"]+">([^<]+)<\/a>/g)].map(
      ([, name]) => name,
    );
    expect(names[0]).toBe('Respiratório: covid, gripe, SG e SRAG');
    expect(names.at(-1)).toBe('Covid-19, algoritmo francês de 2020');
  });

  it.each([
    ['en', 'Clinical protocols', 'Nothing was published yet'],
    ['es', 'Protocolos clínicos', 'Aún no se publicó nada'],
  ])('speaks %s', async (language, ...words) => {
    const { ana } = await people();
    const { body } = await ana.get('/knowledge', { 'accept-language': language });
    for (const word of words) expect(body).toContain(word);
  });
});

describe('a protocol', () => {
  it('is read in words: rules with their sources, questions, outcomes, texts, cases', async () => {
    const { ana } = await people();
    const { body } = await ana.get(product);
    const wanted = [
      'Está com falta de ar, ou fazendo força para respirar?',
      'casos terminam como a fonte manda',
      'id="r-low_saturation"',
      'href="#c-ms-vigilancia-2024"',
      '<td lang="es"',
    ];
    // the page is long: only what is missing is told
    expect(wanted.filter((words) => !body.includes(words))).toEqual([]);
    // every text was found
    expect(body.match(/<dd[^>]*>outcome\.[a-z_]+\.(advice|safety_net)</g)).toBeNull();
  });

  it.each([
    ['pt-BR', 'Saturação abaixo de 95 %', 'Febre agora', 'UPA ou hospital já'],
    ['en', 'Oxygen saturation below 95%', 'Fever now', 'Urgent care or hospital now'],
    ['es', 'Saturación por debajo del 95 %', 'Fiebre ahora', 'Urgencias u hospital ya'],
  ])('in %s its rows, conditions and outcomes have names', async (language, row, derived, outcome) => {
    const { ana } = await people();
    const { body } = await ana.get(product, { 'accept-language': language });
    for (const name of [row, derived, outcome]) expect(body.split(name).length).toBeGreaterThan(2);
    expect(body).not.toContain('<code>age_days</code>');
    // an id stands beside its name, for who looks for it in a file
    expect(body).toContain('<code>low_saturation</code>');
  });

  it('names its parts at the top, and each is there', async () => {
    const { ana } = await people();
    const { body } = await ana.get(product);
    const [contents = ''] = /<nav class="card contents".*?<\/nav>/s.exec(body) ?? [];
    const anchors = [...contents.matchAll(/href="#([a-z]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors).toEqual(expect.arrayContaining(['cases', 'rules', 'questions', 'outcomes', 'citations']));
    expect(anchors.filter((anchor) => !body.includes(`id="${anchor}"`))).toEqual([]);
  });

  it('that is not there is not found', async () => {
    const { ana } = await people();
    expect((await ana.get('/knowledge/pack/respiratory/0000000000000000')).statusCode).toBe(404);
    expect((await ana.get('/knowledge/pack/..%2f/x')).statusCode).toBe(404);
  });

  it('is downloaded as a file that can be brought in again', async () => {
    const { ana, propose } = await people();
    const answer = await ana.get(`${product}/file`);
    expect(answer.headers['content-disposition']).toContain('respiratory');
    const again = await propose(answer.body);
    expect(pathOf(again.headers.location)).toBe(product);
  });
});

describe('a changed protocol', () => {
  it('that does not fit is named by row, and nothing is kept', async () => {
    const { ana, propose } = await people();
    const before = (await ana.get('/knowledge')).body.match(/knowledge\/pack/g)!.length;
    const answer = await propose(file(({ pack }) => (pack.table[2]!.outcome = 'nowhere')));
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('pack.table.2.outcome');
    expect((await ana.get('/knowledge')).body.match(/knowledge\/pack/g)).toHaveLength(before);
  });

  it('is compared, signed by two, activated, and taken back in one click', async () => {
    const { ana, propose, signIn, audited, of } = await people();
    const proposed = await propose(
      file(({ pack, texts }) => {
        texts['en']![Object.keys(texts['en']!)[0]!] = 'Words of my own';
        pack.table[1] = pack.table.splice(2, 1, pack.table[1]!)[0]!;
      }),
    );
    expect(proposed.statusCode).toBe(303);
    const path = pathOf(proposed.headers.location);
    const compared = (await ana.get(`${path}/compare`)).body;
    expect(compared).toContain('Words of my own');
    expect(compared).toContain('mudou de lugar na ordem');
    expect(compared).toContain('Nenhum caso muda de resultado');
    expect((await ana.get(path)).body).not.toContain(`${path}/activate`);
    expect((await ana.get(path)).body).toContain('Protocolo em rascunho: ainda não foi assinado');
    await ana.submit(path, `${path}/sign`, {});
    expect((await ana.get(path)).body).toContain('Você já assinou');
    expect((await ana.submit(path, `${path}/sign`, {})).statusCode).toBe(409);
    expect((await ana.submit(path, `${path}/activate`, {})).statusCode).toBe(409);
    const rui = await signIn('clinician', 'Rui Lima');
    await rui.submit(path, `${path}/sign`, {});
    // signed by two: it is no draft any more, whatever its file said when it came
    expect((await ana.get(path)).body).not.toContain('Protocolo em rascunho');
    expect((await rui.submit(path, `${path}/activate`, {})).headers.location).toBe(
      '/knowledge?done=activated',
    );
    const list = (await rui.get('/knowledge')).body;
    expect(list).toMatch(/Publicação nº 1/);
    expect(list).toContain('por Rui Lima');
    // the first of all can be taken back as well
    await rui.submit('/knowledge', '/knowledge/published/0/restore', {});
    expect((await rui.get('/knowledge')).body).toContain('Voltou ao que vem com o produto');
    await rui.submit('/knowledge', '/knowledge/published/1/restore', {});
    const second = pathOf((await propose(file(({ pack }) => (pack.version = '9.1.0')))).headers.location);
    for (const browser of [ana, rui]) await browser.submit(second, `${second}/sign`, {});
    await ana.submit(second, `${second}/activate`, {});
    await ana.submit('/knowledge', '/knowledge/published/1/restore', {});
    const after = (await ana.get('/knowledge')).body;
    expect(after).toMatch(/Publicação nº 5/);
    expect(after).toContain('Voltou à nº 1');
    expect(audited()).toEqual(
      expect.arrayContaining([
        `knowledge.propose ${path.slice(1)}`,
        `knowledge.sign ${path.slice(1)}`,
        `knowledge.activate ${path.slice(1)}`,
        'knowledge.restore knowledge/published/1',
      ]),
    );
    expect(JSON.stringify(of().audited)).not.toContain('Souza');
  });

  it('whose cases fail says which, and offers no signature', async () => {
    const { ana, propose } = await people();
    const proposed = await propose(
      file(({ pack }) => {
        pack.table[0]!.outcome = pack.table.at(-1)!.outcome;
      }),
    );
    const path = pathOf(proposed.headers.location);
    const { body } = await ana.get(path);
    expect(body).toMatch(/casos? não terminam? como a fonte manda/);
    expect(body).not.toContain(`${path}/sign"`);
    expect((await ana.get(`${path}/compare`)).body).not.toContain('Nenhum caso muda de resultado');
    expect((await ana.submit(path, `${path}/sign`, {})).statusCode).toBe(409);
  });

  it('comes as a file of a form, too', async () => {
    const { ana, app } = await people();
    const token = /name="_csrf" value="([^"]+)"/.exec((await ana.get('/knowledge/new')).body)![1]!;
    const parts = [
      ['_csrf', '', token],
      ['kind', '', 'hours'],
      ['file', '; filename="hours.json"\r\nContent-Type: application/json', '[]'],
      ['text', '', ''],
    ] as const;
    const payload = parts
      .map(
        ([name, more, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`,
      )
      .join('');
    const answer = await app.inject({
      method: 'POST',
      url: '/knowledge/propose',
      headers: {
        'content-type': 'multipart/form-data; boundary=b',
        cookie: [...ana.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      payload: `${payload}--b--\r\n`,
    });
    expect([answer.statusCode, String(answer.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/knowledge\/hours\/hours\/[0-9a-f]{16}\?done=kept$/),
    ]);
  });
});

describe('other knowledge', () => {
  const bodies: [string, unknown, string][] = [
    ['routing', [{ specialty: 'cardiology', department: 'Cardiologia' }], 'Cardiologia'],
    [
      'hours',
      [
        {
          ...{ department: 'Triagem', timeZone: 'America/Fortaleza' },
          weekly: [{ days: [1, 2], open: [{ from: '08:00', to: '18:00' }] }],
          holidays: [{ date: '2026-12-25', name: 'Natal' }],
        },
      ],
      'seg ter 08:00–18:00',
    ],
    ['texts', { en: { greeting: 'Welcome to our clinic.' } }, 'Welcome to our clinic.'],
    [
      'facilities',
      [
        {
          ...{ id: '1234567', name: 'UPA de Teste', kind: 'urgent-care', specialties: [], programmes: [] },
          ...{ municipality: '2304400', address: 'Rua A, 1', accepts: ['moderate'] },
        },
      ],
      'Fortaleza',
    ],
  ];
  it.each(bodies)('%s is brought in and read', async (kind, body, words) => {
    const { ana, propose } = await people();
    const path = pathOf((await propose(JSON.stringify(body), kind)).headers.location);
    expect((await ana.get(path)).body).toContain(words);
    expect((await ana.get(`${path}/compare`)).statusCode).toBe(200);
  });
});

describe('who may', () => {
  it.each([
    ['administrator', 200, 403],
    ['manager', 200, 403],
    ['auditor', 200, 403],
    ['attendant', 403, 403],
  ] as const)('%s read: %s; sign: %s', async (role, read, sign) => {
    const { signIn } = await people();
    const browser = await signIn(role, 'Outra Pessoa');
    const page = await browser.get(product);
    expect(page.statusCode).toBe(read);
    expect(page.body).not.toContain(`${product}/sign`);
    expect((await browser.submit('/account', `${product}/sign`, {})).statusCode).toBe(sign);
    expect((await browser.submit('/account', `${product}/activate`, {})).statusCode).toBe(sign);
  });
});
