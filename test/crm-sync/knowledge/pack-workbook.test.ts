import AdmZip from 'adm-zip';
import { deflateRawSync } from 'zlib';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { packToCsv } from '../../../settings/formats/csv';
import { casesOf } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';
import { zipOf } from '../../support/zip';
import { csvFilesIn, workbookTrouble } from '../../../crm-sync/knowledge/bounded-workbook';
import { builtInVersions } from '../../../crm-sync/knowledge/built-in';
import { fakePages, type FakeBrowser } from '../../support/fake-pages';

const dengue = builtInVersions().find(({ id }) => id === 'dengue')!;
const product = `/knowledge/${dengue._id}`;
type Cells = unknown[][];

async function people() {
  const pages = await fakePages();
  const ana = pages.browser();
  await ana.signIn(await pages.hire('clinician', 'ana@example.org', 'Ana Souza'));
  return { ...pages, ana };
}
type Pages = Awaited<ReturnType<typeof people>>;

async function download({ app, ana }: Pages, as = 'xlsx', ending = as): Promise<Buffer> {
  const answer = await app.inject({ url: `${product}/file?as=${as}`, headers: { cookie: cookieOf(ana) } });
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringMatching(new RegExp(`filename="dengue-[\\w.-]+\\.${ending}"`)),
  ]);
  return answer.rawPayload;
}

const cookieOf = (browser: FakeBrowser): string =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function upload({ app, ana }: Pages, file: Buffer, kind = 'pack') {
  const token = /name="_csrf" value="([^"]+)"/.exec((await ana.get('/knowledge/new')).body)![1]!;
  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field('_csrf', token)}${field('kind', kind)}--b\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/knowledge/propose',
    headers: { 'content-type': 'multipart/form-data; boundary=b', cookie: cookieOf(ana) },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]),
  });
}

/** As somebody who opens the workbook, changes it and keeps it. */
async function edited(workbook: Buffer, sheet: string, change: (cells: Cells) => void): Promise<Buffer> {
  const read = await readXlsxFile(workbook, { trim: false });
  const sheets = read.map(({ sheet: name, data }) => {
    const cells = data as Cells;
    if (name === sheet) change(cells);
    const rows = cells.map((row) =>
      row.map((value) => ({ value: value === null ? undefined : String(value), type: String })),
    );
    return { sheet: name, data: rows };
  });
  return writeXlsxFile(sheets).toBuffer();
}

const fieldOf = (cells: Cells, field: string): unknown[] => cells.find(([name]) => name === field)!;
const versionsIn = async ({ ana }: Pages) =>
  (await ana.get('/knowledge')).body.match(/knowledge\/pack\//g)!.length;

describe('a protocol as a workbook', () => {
  it('Given the product’s version, When it is downloaded and brought in again, Then it is the same version', async () => {
    const pages = await people();
    expect((await pages.ana.get(product)).body).toContain(`${product}/file?as=xlsx`);
    const answer = await upload(pages, await download(pages));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${product}?done=kept`]);
  });

  it('Given the product’s version, When its CSV files are downloaded, Then they are those of the command, and the same version', async () => {
    const pages = await people();
    expect((await pages.ana.get(product)).body).toContain(`${product}/file?as=csv`);
    const archive = await download(pages, 'csv', 'zip');
    const files = packToCsv({
      pack: packs['dengue']!,
      texts: packTexts['dengue']!,
      cases: casesOf('dengue'),
    });
    const entries = new AdmZip(archive).getEntries();
    expect(Object.fromEntries(entries.map((entry) => [entry.entryName, entry.getData()]))).toEqual(files);
    const answer = await upload(pages, archive);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${product}?done=kept`]);
  });

  it('Given a changed text, When it is brought in, Then it is a draft of its own, to be compared', async () => {
    const pages = await people();
    const changed = await edited(
      await edited(await download(pages), 'pack', (cells) => {
        fieldOf(cells, 'version')[1] = '9.0.0';
        fieldOf(cells, 'status')[1] = 'active';
      }),
      'texts',
      (cells) => (cells[1]![2] = 'Words of a spreadsheet'),
    );
    const { headers } = await upload(pages, changed);
    const path = String(headers.location).split('?')[0]!;
    expect(path).not.toBe(product);
    const [page, compared] = [await pages.ana.get(path), await pages.ana.get(`${path}/compare`)];
    expect(page.body).toContain('Rascunho');
    expect(compared.body).toContain('Words of a spreadsheet');
  });

  const faults: [string, string, (cells: Cells) => void, RegExp][] = [
    [
      'a condition that cannot be read',
      'rows',
      (cells) => (cells[3]![1] = 'fever is is'),
      /rows, row 4, when/,
    ],
    ['an outcome that is not there', 'rows', (cells) => (cells[3]![2] = 'nowhere'), /rows, row 4, outcome/],
    ['a text taken away', 'texts', (cells) => (cells[1]![3] = null), /texts, row 2|es/],
    ['a heading of its own', 'outcomes', (cells) => (cells[0]![1] = 'colour'), /outcomes, row 1/],
  ];
  it.each(faults)(
    'Given %s, Then sheet, row and column are named and nothing is kept',
    async (_name, sheet, change, place) => {
      const pages = await people();
      const before = await versionsIn(pages);
      const answer = await upload(pages, await edited(await download(pages), sheet, change));
      expect(answer.statusCode).toBe(400);
      expect(/id="problems"[\s\S]*?<\/section>/.exec(answer.body)![0]).toMatch(place);
      expect(await versionsIn(pages)).toBe(before);
    },
  );

  it('Given a workbook of another kind of knowledge, Then it is refused in words', async () => {
    const pages = await people();
    const answer = await upload(pages, await download(pages), 'routing');
    expect([answer.statusCode, answer.body.includes('só protocolos')]).toEqual([400, true]);
  });
});

/** An archive of one deflated file. */
function archive(content: Buffer | string, change: (header: Buffer) => void = () => undefined): Buffer {
  const data = deflateRawSync(content);
  const header = Buffer.alloc(31);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(1, 26);
  header.write('x', 30);
  change(header);
  const end = Buffer.alloc(46);
  end.writeUInt32LE(0x02014b50, 0);
  return Buffer.concat([header, data, end]);
}

describe('a workbook that would not fit into memory', () => {
  const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const value = '<v>1</v>';
  it.each([
    ['a plain sheet', archive(sheet(`<row r="1"><c r="A1">${value}</c></row>`)), undefined],
    ['a gigabyte of nothing', archive(Buffer.alloc(40 * 1_048_576)), 'too-large'],
    [
      'one cell far out',
      archive(sheet(`<row r="1048576"><c r="XFD1048576">${value}</c></row>`)),
      'too-large',
    ],
    [
      'many cells without a place',
      archive(sheet(`<row>${'<c/>'.repeat(9000)}</row>${'<row/>'.repeat(9000)}`)),
      'too-large',
    ],
    ['a place in disguise', archive(sheet(`<row r="&#57;"><c r="A1"/></row>`)), 'broken'],
    [
      'more bytes than may be packed',
      Buffer.concat([archive('x'), Buffer.alloc(5 * 1_048_576)]),
      'too-large',
    ],
    ['a size that lies', archive('x', (header) => header.writeUInt32LE(1, 18)), 'broken'],
    ['an archive cut off', archive('x').subarray(0, 33), 'broken'],
  ] as const)('Given %s, Then that is known before it is read', (_name, bytes, trouble) => {
    expect(workbookTrouble(bytes)).toBe(trouble);
  });

  it('Given such a file, When it is brought in, Then the page says so and nothing is kept', async () => {
    const pages = await people();
    const before = await versionsIn(pages);
    const answer = await upload(pages, archive(Buffer.alloc(40 * 1_048_576)));
    expect([answer.statusCode, answer.body.includes('too large for a protocol')]).toEqual([400, true]);
    expect(await versionsIn(pages)).toBe(before);
  });
});

describe('a protocol as CSV files in a ZIP archive', () => {
  const files = () =>
    packToCsv({ pack: packs['dengue']!, texts: packTexts['dengue']!, cases: casesOf('dengue') });
  const inFolder = (given: Record<string, Buffer>) =>
    Object.fromEntries(Object.entries(given).map(([name, content]) => [`dengue/${name}`, content]));

  it('Given what the command exports, Then it is the same version', async () => {
    const twin = { '__MACOSX/._rows.csv': Buffer.from('x'), 'dengue/': Buffer.alloc(0) };
    const answer = await upload(await people(), zipOf({ ...inFolder(files()), ...twin }));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${product}?done=kept`]);
  });

  it('Given an outcome that is not there, Then sheet, row and column are named in the reader’s language', async () => {
    const pages = await people();
    const given = files();
    const rows = given['rows.csv']!.toString('utf8').split('\r\n');
    rows[3] = rows[3]!.replace(/dengue_\w+|[a-z_]+(?=,[a-z-]+,)/, 'nowhere');
    const changed = zipOf({ ...given, 'rows.csv': Buffer.from(rows.join('\r\n')) });
    const before = await versionsIn(pages);
    for (const [language, words] of [
      ['pt-BR', /Não há o desfecho|célula/],
      ['es', /No hay el desenlace|celda/],
      ['en', /nowhere|cell/],
    ] as const) {
      pages.ana.cookies.set('acolhe_language', language);
      const answer = await upload(pages, changed);
      expect(answer.statusCode).toBe(400);
      const shown = /id="problems"[\s\S]*?<\/section>/.exec(answer.body)![0];
      expect(shown).toMatch(/rows, row 4/);
      expect(shown).toMatch(words);
      expect(shown).not.toMatch(/\{\w+\}/);
    }
    expect(await versionsIn(pages)).toBe(before);
  });

  it('Given one sheet alone, Then it says to put all of them into an archive', async () => {
    const answer = await upload(await people(), files()['rows.csv']!);
    expect([answer.statusCode, /num ZIP/.test(answer.body)]).toEqual([400, true]);
  });

  it.each([
    ['a bomb', zipOf({ 'rows.csv': Buffer.alloc(30 * 1_048_576) }), 'too-large'],
    ['cut off', zipOf({ 'rows.csv': Buffer.from('a,b') }).subarray(0, 40), 'broken'],
    ['without any CSV', zipOf({ 'readme.txt': Buffer.from('hello') }), undefined],
  ])('an archive that is %s is refused', (_name, bytes, trouble) => {
    expect(csvFilesIn(bytes)).toBe(trouble);
  });
});
