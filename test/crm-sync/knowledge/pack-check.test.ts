import { checkInWorker } from '../../../crm-sync/knowledge/check-in-worker';
import { builtInVersions } from '../../../crm-sync/knowledge/built-in';
import { problemsOfPack, remembered, type PackContentToCheck } from '../../../crm-sync/knowledge/pack-check';
import { fakePages } from '../../support/fake-pages';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Broken = any;

const rescreen = builtInVersions().find(({ id }) => id === 'human-rescreen')!;

function file(plant: (file: Broken) => void): Broken {
  const copy: Broken = { ...JSON.parse(rescreen.body), cases: JSON.parse(rescreen.cases!) };
  copy.pack.version = '9.0.0';
  plant(copy);
  return copy;
}

/** The first row moved below the last more urgent one: without a case that says so, it is hidden there. */
function hideUrgentRow(copy: Broken): void {
  const { table, outcomes } = copy.pack;
  const mild = outcomes.find((one: Broken) => one.disposition === 'mild').id;
  const planted = { ...table[0], id: 'planted', when: { lt: ['age', 40] }, outcome: mild, unknown: 'fails' };
  table.unshift(planted);
}

const clinicians = async () => {
  const pages = await fakePages({ check: async (content) => problemsOfPack(content, { samples: 100 }) });
  const signIn = async (name: string) => {
    const browser = pages.browser();
    await browser.signIn(await pages.hire('clinician', `${name}@example.org`, name));
    return browser;
  };
  return { ana: await signIn('ana'), rui: await signIn('rui') };
};

const pathOf = (location: unknown): string => String(location).split('?')[0]!;

const planted: [string, (file: Broken) => void, RegExp, RegExp][] = [
  [
    'a row that hides a more urgent one',
    hideUrgentRow,
    /A linha “planted” decide antes de “[^”]+”, que é mais urgente/,
    /href="#r-planted"/,
  ],
  [
    'no cases',
    (copy) => (copy.cases = []),
    /Há menos de 15 casos de prova/,
    /Nenhum caso termina, como espera, na linha/,
  ],
  [
    'a place that nothing fills',
    ({ pack, texts }) => (texts['pt-BR'][pack.outcomes[0].advice] += ' Por {isolation_dayz} dias.'),
    /Nada preenche \{isolation_dayz\} neste texto/,
    /pt-BR\.outcome/,
  ],
  [
    'a case that tells what nobody knows',
    ({ cases }) => (cases[0].answers.agee = 30),
    /O caso \S+ tem algo que não serve/,
    /agee is neither a question nor a concept/,
  ],
  [
    'a case that ends otherwise',
    ({ cases }) => (cases[0].expect.urgencyMinutes += 1),
    /O caso \S+ não termina como espera/,
    /urgencyMinutes is \d+, expected \d+/,
  ],
];

describe('Given a protocol that validate would refuse', () => {
  it.each(planted)(
    'with %s: it is kept, says so by place, and is never signed',
    async (_what, plant, ...words) => {
      const { ana, rui } = await clinicians();
      const proposed = await ana.submit('/knowledge/new', '/knowledge/propose', {
        ...{ kind: 'pack', text: JSON.stringify(file(plant)) },
      });
      expect(proposed.statusCode).toBe(303);
      const path = pathOf(proposed.headers.location);
      const { body } = await ana.get(path);
      expect(words.filter((one) => !one.test(body))).toEqual([]);
      expect(body).not.toContain(`${path}/sign"`);
      for (const browser of [ana, rui]) {
        const refused = await browser.submit(path, `${path}/sign`, {});
        expect(refused.statusCode).toBe(409);
        expect(refused.body).toContain('Esta versão tem problemas');
      }
      expect((await rui.submit(path, `${path}/activate`, {})).statusCode).toBe(409);
    },
  );

  it.each([
    ['en', /The row “planted” decides before/],
    ['es', /La fila “planted” decide antes de/],
  ])('it is said in %s, too', async (language, words) => {
    const { ana } = await clinicians();
    const text = JSON.stringify(file(hideUrgentRow));
    const { headers } = await ana.submit('/knowledge/new', '/knowledge/propose', { kind: 'pack', text });
    expect((await ana.get(pathOf(headers.location), { 'accept-language': language })).body).toMatch(words);
  });
});

describe('The check', () => {
  const small = builtInVersions().find(({ id }) => id === 'fr-covid-2020')!;
  const content = (): PackContentToCheck => ({
    ...(JSON.parse(small.body) as Omit<PackContentToCheck, 'cases'>),
    cases: JSON.parse(small.cases!) as PackContentToCheck['cases'],
  });

  it('in a thread of its own finds the same', async () => {
    expect(await checkInWorker(content())).toEqual([]);
    const without = { ...content(), cases: [] };
    expect(await checkInWorker(without)).toEqual(problemsOfPack(without));
    expect(problemsOfPack(without).length).toBeGreaterThan(0);
  }, 60_000);

  it('of one content is made once; what failed is told, and tried again', async () => {
    let asked = 0;
    const check = remembered(async () => {
      asked += 1;
      if (asked === 1) throw new Error('gone');
      return [];
    });
    expect((await check('a', content)).map(({ code }) => code)).toEqual(['not-checked']);
    expect(await Promise.all([check('a', content), check('a', content)])).toEqual([[], []]);
    expect(asked).toBe(2);
  });
});
