import { nearestLanguage, operatorTexts } from '../../../settings/operator-texts';
import { ageText, type Status, statusText } from '../../../src/handlers/status-text';

const status: Status = {
  version: '1.2.3',
  triage: { on: true, drafts: false },
  knowledge: { hash: 'abc' },
  outbox: { length: 3, bound: 100, oldestAgeMs: 7_380_000 },
  left: { count: 7, at: '2026-01-01T10:00:00.000Z' },
  refused: [
    { reason: 'b', count: 1 },
    { reason: 'a', count: 4 },
  ],
  deliveredAt: '2026-01-02T10:00:00.000Z',
  sweptAt: '2026-01-02T10:01:00.000Z',
  crm: { reached: true, ms: 12, clockAheadMs: -340 },
  rooms: 2,
};

describe('what /acolhe status says', () => {
  it('names every figure, the most frequent reason first', () => {
    expect(statusText('en', status).split('\n')).toEqual([
      '**Acolhe 1.2.3**',
      'Triage: on',
      'Outbox: 3 of 100 records; the oldest has waited for 2 h 03 min',
      'Left to reconciliation: at most 7 records, the last at 2026-01-01 10:00:00 UTC',
      'Refused by the CRM: 5 (/acolhe resend sends them again)',
      '• 4 × a',
      '• 1 × b',
      'Last delivery accepted: 2026-01-02 10:00:00 UTC',
      'CRM: answers in 12 ms; the clocks differ by -0.3 s',
      'Last round: 2026-01-02 10:01:00 UTC',
      'Conversations watched: 2',
      'Knowledge: `abc`, built in',
    ]);
  });

  it('Given nobody hears of long waits, names that nobody has, or a notice that reached nobody, then that', () => {
    const said = (managers: Status['managers']) =>
      statusText('en', { ...status, managers })
        .split('\n')
        .slice(12);
    expect(said({ unknown: [] })).toEqual([]);
    expect(said({ none: true, unknown: [] })).toEqual([expect.stringContaining('`managers`')]);
    expect(said({ unknown: ['rtia', 'dvai'], failedAt: '2026-01-02T10:00:00.000Z' })).toEqual([
      expect.stringContaining('rtia, dvai'),
      expect.stringContaining('reached nobody (2026-01-02 10:00:00 UTC)'),
    ]);
  });

  it.each([
    [{ dispatcher: 'rocketchat', prioritiesAre: 'premium' }, /no priorities.*by arrival/],
    [
      { dispatcher: 'rocketchat', prioritiesAre: 'refused', code: 'permission' },
      /Priorities could not.*permission/,
    ],
    [{ dispatcher: 'acolhe', dispatcherIs: 'assigns' }, /stands idle/],
    [{ dispatcher: 'acolhe', dispatcherIs: 'failing', code: 'http-503' }, /cannot give.*http-503/],
  ] as const)('Given %j, then what keeps the urgent from going first is said', (urgentFirst, said) => {
    const crm = { ...(status.crm as { reached: true; ms: number; clockAheadMs: number }), urgentFirst };
    expect(statusText('en', { ...status, crm })).toMatch(said);
    const works = { dispatcher: 'acolhe', dispatcherIs: 'working' } as const;
    expect(statusText('en', { ...status, crm: { ...crm, urgentFirst: works } })).not.toContain('⚠️');
  });

  it('Given triage is off and drafts are admitted, then that comes first', () => {
    const lines = statusText('en', { ...status, triage: { on: false, drafts: true } }).split('\n');
    expect(lines[1]).toContain('Triage: **off**');
    expect(lines[2]).toContain('demonstration only');
  });

  it.each(['pt-BR', 'en', 'es'] as const)('leaves no parameter open in %s', (language) => {
    const { left: _none, deliveredAt: _never, sweptAt: _not, ...rest } = status;
    const many = Array.from({ length: 14 }, (_, count) => ({ reason: `r${count}`, count: count + 1 }));
    for (const crm of ['off', { reached: false, reason: 'http-401' }, status.crm] as const)
      for (const given of [status, { ...rest, outbox: { ...rest.outbox, length: 0 }, refused: many }])
        expect(statusText(language, { ...given, crm } as Status)).not.toMatch(/[{}]/);
  });

  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h 00 min'],
    [100 * 3_600_000, '4 d 4 h'],
  ])('%d ms are %s', (ms, text) => expect(ageText(ms)).toBe(text));

  it('has the same parameters in every language', () => {
    const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(operatorTexts.en))
      for (const language of ['pt-BR', 'es'] as const)
        expect([key, holes(operatorTexts[language][key as keyof typeof operatorTexts.en])]).toEqual([
          key,
          holes(text),
        ]);
  });

  it.each([
    ['pt', 'pt-BR'],
    ['pt_PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['es', 'es'],
    ['fr', 'es'],
    [undefined, 'es'],
  ])('speaks with somebody whose client is in %p in %s', (tag, language) => {
    expect(nearestLanguage(tag, 'es')).toBe(language);
  });

  it('names the published knowledge, and why newer could not be taken', () => {
    const asked = { at: '2026-01-02T10:00:00.000Z', reason: 'signature-forged' };
    const text = statusText('en', { ...status, knowledge: { hash: 'abc', version: 7, asked } });
    expect(text).toContain('Knowledge: `abc`, number 7 of the CRM');
    expect(text).toContain('2026-01-02 10:00:00 UTC): signature-forged');
    const well = statusText('en', {
      ...status,
      knowledge: { hash: 'abc', version: 7, asked: { at: asked.at } },
    });
    expect(well).not.toContain('could not be taken');
  });
});
