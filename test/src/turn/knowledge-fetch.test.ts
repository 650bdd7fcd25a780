import {
  signKnowledge,
  verifyKnowledge,
  type KnowledgeAnswer,
  type KnowledgeQuestion,
} from '../../../contract/knowledge';
import {
  askEveryMs,
  keepReplacedMs,
  refreshKnowledge,
  type FetchWorld,
} from '../../../src/turn/knowledge-fetch';
import { knowledgeRecords, knowledgeUse } from '../../../src/turn/knowledge-records';
import { knowledgeNamed, newestKnowledge, newKnowledgeMemory } from '../../../src/turn/knowledge-shelf';
import { latestNote } from '../../../src/turn/notes';
import { clockOf } from '../../../src/turn/service-clock';
import { knowledge } from '../../support/conversation';
import { fakeEngine } from '../../support/fake-engine';
import { memoryNotes } from '../../support/memory-notes';
import { published, snapshotOf, withVersion } from '../../support/snapshots';

const secret = 'whsec_' + Buffer.alloc(32, 9).toString('base64');

/** Processes of one app, and a CRM that answers as `answer` says. */
function app() {
  const engine = fakeEngine();
  const clock = { ms: Date.parse('2026-05-04T15:00:00.000Z') };
  const asked: KnowledgeQuestion[] = [];
  const crm = {
    answer: async (_question: KnowledgeQuestion): Promise<unknown> => {
      throw new Error('away');
    },
  };
  const publish = (
    snapshot: ReturnType<typeof snapshotOf>,
    forger?: (answer: KnowledgeAnswer) => unknown,
  ) => {
    crm.answer = async (question) => {
      const answer = published(snapshot, question, { secret, atMs: clock.ms });
      return forger ? forger(answer) : answer;
    };
  };
  const notes = memoryNotes();
  const problems: string[] = [];
  let nonces = 0;
  const process = (): FetchWorld => ({
    builtIn: () => knowledge,
    records: knowledgeRecords(engine.persistence, engine.read.getPersistenceReader()),
    memory: newKnowledgeMemory(),
    log: ({ code, detail }) => void problems.push(`${code} ${detail}`),
    now: () => new Date(clock.ms),
    nonce: () => `nonce-${(nonces += 1)}-of-this-test`,
    notes,
    ask: async (question) => {
      asked.push(question);
      return crm.answer(question);
    },
    trust: async () => ({ tenant: 'demo', secrets: [secret] }),
  });
  const reason = async () => latestNote(await notes.of('knowledge'))?.reason;
  return { engine, clock, asked, crm, publish, process, problems, reason, notes };
}

const newest = async (world: FetchWorld) => (await newestKnowledge(world, 'demo')).published?.version;

describe('asking the CRM for knowledge', () => {
  it('Given the CRM says by whose clock people are called, Then that is kept, and only by its signature', async () => {
    const { crm, asked, clock, process, notes, reason } = app();
    const manaus = { timeZone: 'America/Manaus', from: '08:00', to: '20:00' };
    const answers = (key: string) => {
      crm.answer = async ({ nonce }) =>
        signKnowledge([key], { nonce, state: 'none', clock: manaus }, { id: 'k', atMs: clock.ms });
    };
    answers(`whsec_${Buffer.alloc(32, 1).toString('base64')}`);
    await refreshKnowledge(process(), true);
    expect(asked[0]?.clock).toBe(true);
    expect(await reason()).toContain('signature');
    expect(await clockOf(notes)).toBeUndefined();
    clock.ms += 1_000;
    answers(secret);
    await refreshKnowledge(process(), true);
    expect(await clockOf(notes)).toEqual(manaus);
  });

  it('takes what was published, and leads by it after a restart and in another process', async () => {
    const { publish, process, reason } = app();
    publish(withVersion('respiratory', '9.9.9', { version: 7 }));
    const first = process();
    await refreshKnowledge(first);
    expect(await newest(first)).toBe(7);
    const taken = await newestKnowledge(process(), 'demo');
    expect(taken.published?.version).toBe(7);
    expect(taken.packs['respiratory']?.version).toBe('9.9.9');
    expect(taken.packText('respiratory', 'en', taken.packs['respiratory']!.notice)).not.toBe('');
    expect(await reason()).toBeUndefined();
  });

  it('tells how the settings measure waits; settings that cannot be read keep no knowledge away', async () => {
    const { publish, process, asked } = app();
    publish(snapshotOf({ version: 3 }));
    const waits = { minutes: { red: 2 }, departments: { urgent: 'Urgência', general: 'Geral' } };
    await refreshKnowledge({ ...process(), waits: async () => waits });
    expect(asked.at(-1)?.waits).toEqual(waits);
    const world = { ...process(), waits: () => Promise.reject(new Error('away')) };
    await refreshKnowledge(world);
    expect(asked.at(-1)).not.toHaveProperty('waits');
    expect(await newest(world)).toBe(3);
  });

  it('says what it has, and keeps it when nothing is new', async () => {
    const { publish, process, asked, clock } = app();
    publish(snapshotOf({ version: 2 }));
    const world = process();
    await refreshKnowledge(world);
    const { hash } = await newestKnowledge(world, 'demo');
    clock.ms += askEveryMs;
    await refreshKnowledge(world);
    expect(asked.map(({ have }) => have)).toEqual([undefined, hash]);
    expect(await newest(world)).toBe(2);
  });

  it('asks every few minutes, and at once when told to', async () => {
    const { publish, process, asked, clock } = app();
    publish(snapshotOf());
    const world = process();
    await refreshKnowledge(world);
    clock.ms += askEveryMs - 1;
    await refreshKnowledge(world);
    expect(asked).toHaveLength(1);
    await refreshKnowledge(world, true);
    expect(asked).toHaveLength(2);
  });

  const tamper = (answer: KnowledgeAnswer): unknown => {
    const copy = structuredClone(answer) as unknown as {
      snapshot: { packs: { pack: { version: string } }[] };
    };
    copy.snapshot.packs[0]!.pack.version = 'tampered';
    return copy;
  };
  const broken = snapshotOf({ version: 3 });
  (broken.packs[0] as { pack: { table: unknown[] } }).pack.table.pop();
  const another = 'whsec_' + Buffer.alloc(32, 1).toString('base64');
  const good = snapshotOf({ version: 3 });
  const bad: [string, (world: ReturnType<typeof app>) => void, RegExp][] = [
    ['an answer that was changed on its way', (a) => a.publish(good, tamper), /^signature-forged$/],
    [
      'an answer signed with another secret',
      (a) =>
        (a.crm.answer = async (question) => published(good, question, { secret: another, atMs: a.clock.ms })),
      /^signature-forged$/,
    ],
    [
      'an answer from long ago',
      (a) =>
        (a.crm.answer = async (question) =>
          published(good, question, { secret, atMs: a.clock.ms - 400_000 })),
      /^signature-stale$/,
    ],
    [
      'an answer to another question',
      (a) =>
        (a.crm.answer = async (question) =>
          published(good, { ...question, nonce: 'somebody-elses' }, { secret, atMs: a.clock.ms })),
      /^other-question$/,
    ],
    [
      'an older snapshot',
      (a) => a.publish(snapshotOf({ version: 1, createdAt: '2026-01-01T00:00:00.000Z' })),
      /^older$/,
    ],
    [
      'one of another tenant',
      (a) => a.publish(snapshotOf({ version: 3, tenant: 'other' })),
      /^other-tenant$/,
    ],
    [
      'one with a pack that does not fit together',
      (a) => a.publish(broken),
      /last-row-not-always packs\.respiratory/,
    ],
    ['what is no answer', (a) => (a.crm.answer = async () => ({ hello: 1 })), /^malformed$/],
    [
      'no answer at all',
      (a) =>
        (a.crm.answer = async () => {
          throw new Error('https://secret.example is down');
        }),
      /^unreachable$/,
    ],
  ];
  it.each(bad)('%s changes nothing, and is said', async (_what, arrange, why) => {
    const all = app();
    all.publish(snapshotOf({ version: 2 }));
    const world = all.process();
    await refreshKnowledge(world);
    arrange(all);
    await refreshKnowledge(world, true);
    expect(await newest(world)).toBe(2);
    expect(await newest(all.process())).toBe(2);
    expect(await all.reason()).toMatch(why);
    expect(all.problems.join()).not.toMatch(/https|tampered/);
  });

  it('does without a CRM', async () => {
    const { process, asked } = app();
    const world = { ...process(), trust: async () => undefined };
    await refreshKnowledge(world);
    expect(asked).toEqual([]);
    expect(await newestKnowledge(world, 'demo')).toBe(knowledge);
  });
});

describe('a snapshot that was replaced', () => {
  const replaced = async () => {
    const all = app();
    all.publish(snapshotOf({ version: 1 }));
    const world = all.process();
    await refreshKnowledge(world);
    const first = (await newestKnowledge(world, 'demo')).hash;
    all.clock.ms += askEveryMs;
    all.publish(snapshotOf({ version: 2, createdAt: '2026-05-05T12:00:00.000Z' }));
    await refreshKnowledge(world);
    return { ...all, world, first };
  };

  it('is still read by conversations that began with it', async () => {
    const { first, process, world } = await replaced();
    expect((await newestKnowledge(world, 'demo')).published?.version).toBe(2);
    expect((await knowledgeNamed(process(), first)).published?.version).toBe(1);
  });

  it.each([
    ['kept while a conversation uses it', true, 1],
    ['removed a day after, when none does', false, undefined],
  ])('is %s', async (_what, used, version) => {
    const { first, engine, world, clock, process } = await replaced();
    if (used) await engine.persistence.createWithAssociations({ a: 1 }, [knowledgeUse(first)]);
    clock.ms += keepReplacedMs;
    await refreshKnowledge(world, true);
    expect((await world.records.heads()).map((head) => head.version).sort()).toEqual(version ? [1, 2] : [2]);
    // the newest leads what names one that is gone
    expect((await knowledgeNamed(process(), first)).published?.version ?? 'built in').toBe(
      version ?? 'built in',
    );
  });

  it('whose rows were damaged is not decided by', async () => {
    const { process, engine, problems, publish, clock } = app();
    publish(snapshotOf({ version: 4 }));
    await refreshKnowledge(process());
    const world = process();
    const textOf = world.records.textOf.bind(world.records);
    world.records.textOf = async (head) => (await textOf(head))?.replace('"version":4', '"version":5');
    expect((await newestKnowledge(world, 'demo')).published).toBeUndefined();
    expect(problems).toContain('knowledge-unreadable hash');
    void engine;
    void clock;
  });
});

describe('the signature of an answer', () => {
  it('is good by either secret while one is being rotated', () => {
    const answer = published(snapshotOf(), { nonce: 'abcdefgh' }, { secret, atMs: 0 });
    expect(verifyKnowledge(['whsec_AAAA', secret], answer, 1000)).toEqual({ ok: true });
  });
});
