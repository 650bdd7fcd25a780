import { Readable, Writable } from 'stream';
import { understandLines } from '../../cli/understanding/understand-lines';
import { acolhe, acolheProcess } from '../support/acolhe';

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function run(input: string, json = true): Promise<Ran> {
  const texts = { out: '', err: '' };
  const sink = (name: 'out' | 'err'): Writable =>
    new Writable({
      highWaterMark: 16,
      write: (chunk: Buffer, _encoding, done) => {
        texts[name] += chunk.toString();
        setImmediate(done);
      },
    });
  const output = sink('out');
  const errors = sink('err');
  const code = await understandLines({ language: 'pt-BR', today: '2026-11-22' }, json, {
    input: Readable.from([Buffer.from(input)]),
    output,
    errors,
  });
  await Promise.all([output, errors].map((stream) => new Promise<void>((done) => stream.end(done))));
  return { code, ...texts };
}

const lines = (...rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const answers = ({ out }: Ran): unknown[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

const now = { who: 'self', when: 'now' };
const dyspnea = { concept: 'dyspnea', value: 'yes', ...now };

describe('acolhe understand', () => {
  it('writes a line for each line, in order, with what was found, the call and the intent', async () => {
    const ran = await run(
      lines(
        { text: 'não tenho febre mas falta de ar' },
        { text: 'sim', asked: 'dyspnea' },
        { text: 'quero um atendente' },
      ),
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(answers(ran)).toEqual([
      {
        findings: [{ concept: 'fever', value: 'no', ...now }, dyspnea],
        redFlag: true,
        call: '192',
        intent: 'answer',
      },
      { findings: [dyspnea], redFlag: true, call: '192', intent: 'answer' },
      { findings: [], redFlag: false, call: null, intent: 'human' },
    ]);
  });

  it.each([
    ['{', 'not valid JSON'],
    ['[]', 'must be a JSON object'],
    ['5', 'must be a JSON object'],
    ['null', 'must be a JSON object'],
    ['{}', 'text: missing'],
    ['{"text":5}', 'text: must be text'],
    ['{"text":"oi","asked":5}', 'asked: must be a concept id'],
    ['{"text":"oi","asked":"constructor"}', 'asked: there is no such concept'],
  ])('names the bad line %s, and answers the others', async (bad, reason) => {
    const ran = await run(`${lines({ text: 'oi' })}\n\n${bad}\n${lines({ text: 'tosse' })}`);
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(`line 3: ${reason}\n`);
    expect(answers(ran)).toEqual([
      expect.objectContaining({ intent: 'greeting' }),
      { line: 3, error: reason },
      expect.objectContaining({ intent: 'answer' }),
    ]);
  });

  it('reads nothing of a line but its text and what was asked', async () => {
    expect(await run('{"id":7,"text":"tosse","asked":null,"expect":{}}')).toMatchObject({ code: 0, err: '' });
  });

  it('understands a line of a megabyte', async () => {
    const ran = await run(lines({ text: `estou com falta de ar ${'a '.repeat(500_000)}` }));
    expect(ran.code).toBe(0);
    expect(answers(ran)).toEqual([expect.objectContaining({ redFlag: true, call: '192' })]);
  });

  it('says it for people, too', async () => {
    const ran = await run(lines({ text: 'minha mãe desmaiou ontem' }), false);
    expect(ran.out).toBe('     1  answer    RED FLAG, call 192  fainting=yes (other, recent)\n');
  });

  it('says that there was nothing to read', async () => {
    expect(await run('')).toEqual({ code: 0, out: '', err: 'No lines.\n' });
  });
});

describe('the command', () => {
  const understand = (input: string, ...args: string[]) => acolhe(['understand', ...args], input);

  it('tells what it reads and writes, answers with 0, refuses with 2', async () => {
    const helped = await understand('', '--help');
    expect(helped.code).toBe(0);
    expect(helped.out).toContain('"redFlag"');
    const words = '{"text":"to sem ar"}\n';
    const answered = await acolheProcess(['understand', '--lang', 'pt-BR', '--json'], words);
    expect(answered.code).toBe(0);
    expect(JSON.parse(answered.out)).toMatchObject({ redFlag: true, call: '192' });
    expect((await understand('{"text":', '--json')).code).toBe(2);
    const language = await understand('', '--lang', 'fr');
    expect(language.code).toBe(2);
    expect(language.err).toContain('pt-BR, en, es');
    const file = await understand('', '--in', 'no-such-file.jsonl');
    expect(file.code).toBe(2);
    expect(file.err).toContain('no-such-file.jsonl: cannot be read');
  });
});
