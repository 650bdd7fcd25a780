import { noticesDue, type NoticeKind, type OutboxFigures } from '../../../src/turn/outbox-notices';

const nowMs = Date.UTC(2026, 0, 1, 12);
const ago = (minutes: number, count?: number) => ({
  at: new Date(nowMs - minutes * 60_000).toISOString(),
  ...(count === undefined ? {} : { count }),
});
const figures = (over: Partial<OutboxFigures> = {}): OutboxFigures => ({
  length: 0,
  bound: 1_000,
  oldestAgeMs: 0,
  refused: 0,
  ...over,
});
type Told = Parameters<typeof noticesDue>[1];

describe('notices to administrators', () => {
  const table: [string, OutboxFigures, Told, NoticeKind[]][] = [
    ['nothing is wrong', figures(), {}, []],
    ['799 of 1,000', figures({ length: 799 }), {}, []],
    ['800 of 1,000', figures({ length: 800 }), {}, ['near']],
    ['800 of 1,000, told 59 min ago', figures({ length: 800 }), { near: ago(59) }, []],
    ['800 of 1,000, told 60 min ago', figures({ length: 800 }), { near: ago(60) }, ['near']],
    ['the bound, told near just now', figures({ length: 1_000 }), { near: ago(1) }, ['full']],
    ['the oldest waits 15 min', figures({ length: 1, oldestAgeMs: 900_000 }), {}, []],
    ['the oldest waits longer', figures({ length: 1, oldestAgeMs: 900_001 }), {}, ['old']],
    ['full and old', figures({ length: 1_200, oldestAgeMs: 9e6 }), {}, ['full', 'old']],
    ['refused records', figures({ refused: 2 }), {}, ['refused']],
    ['as many refused as told', figures({ refused: 2 }), { refused: ago(600, 2) }, []],
    ['more refused than told', figures({ refused: 3 }), { refused: ago(600, 2) }, ['refused']],
    ['more refused within the hour', figures({ refused: 3 }), { refused: ago(10, 2) }, []],
    ['healthy after trouble', figures({ length: 3 }), { full: ago(300), near: ago(400) }, ['healthy']],
    ['healthy, told', figures(), { old: ago(300), healthy: ago(200) }, []],
    ['healthy again within the hour', figures(), { old: ago(10), healthy: ago(30) }, []],
    ['only just below the line', figures({ length: 750 }), { near: ago(90) }, []],
  ];
  it.each(table)('Given %s', (_what, given, told, due) => {
    expect(noticesDue(given, told, nowMs)).toEqual(due);
  });
});
