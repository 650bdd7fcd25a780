import { chooseLanguage, durationText, speechOf } from '../../../crm-sync/web/speech';
import { localPath } from '../../../crm-sync/web/render';
import { en } from '../../../crm-sync/web/texts/en';
import { es } from '../../../crm-sync/web/texts/es';
import { ptBr } from '../../../crm-sync/web/texts/pt-br';
import { conceptTexts } from '../../../settings/texts/concepts';
import { concepts } from '../../../settings/concepts';

const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

describe('texts', () => {
  it.each([
    ['en', en],
    ['es', es],
  ])('%s has every text, none empty, with the same gaps to fill', (_language, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(ptBr).sort());
    for (const [key, text] of Object.entries(ptBr)) {
      const other = texts[key as keyof typeof texts];
      expect([key, other.length > 0, gaps(other)]).toEqual([key, true, gaps(text)]);
    }
  });

  it('every concept that is a red flag by itself has a name in every language', () => {
    const flags = Object.entries(concepts).filter(([, concept]) => 'call' in concept && concept.call);
    expect(flags.length).toBeGreaterThan(20);
    for (const names of Object.values(conceptTexts)) {
      expect(flags.map(([id]) => id).filter((id) => !Object.hasOwn(names, id))).toEqual([]);
    }
  });

  it('shows an unknown code as it is, also one that is a property of every object', () => {
    const { coded } = speechOf('pt-BR', 'UTC');
    expect([coded('state', 'queued'), coded('state', 'paused'), coded('', 'constructor')]).toEqual([
      'Aguardando',
      'paused',
      'constructor',
    ]);
  });

  it('tells times on the tenant’s clock', () => {
    const noon = new Date('2026-05-04T15:00:00.000Z');
    expect(speechOf('pt-BR', 'America/Fortaleza').time(noon)).toBe('12:00');
    expect(speechOf('en', 'America/Manaus').time(noon)).toBe('11:00');
  });
});

describe('language', () => {
  it.each([
    [undefined, undefined, 'pt-BR'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'fr, es-MX;q=0.8, en;q=0.9', 'en'],
    [undefined, 'pt-PT', 'pt-BR'],
    [undefined, 'en;q=0, es', 'es'],
    [undefined, 'de', 'pt-BR'],
    [undefined, ';;;,,q=1', 'pt-BR'],
    ['es', 'en', 'es'],
    ['xx', 'en', 'en'],
  ] as const)('kept %j, asked for %j: %s', (kept, accept, language) =>
    expect(chooseLanguage(kept, accept)).toBe(language),
  );
});

describe('durations', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min 00 s'],
    [200_000, '3 min 20 s'],
    [3_600_000, '1 h 00 min'],
    [2 * 3_600_000 + 300_000, '2 h 05 min'],
    [50 * 3_600_000, '2 d 2 h'],
  ])('%i ms is %s', (ms, text) => expect(durationText(ms)).toBe(text));
});

describe('paths to go back to', () => {
  it.each(['/queue', '/dashboard?day=2026-05-04', '/patients/7K3M-9QX2-H'])('keeps %s', (path) =>
    expect(localPath(path)).toBe(path),
  );
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    undefined,
    7,
    '/a\nb',
    '/\\/x',
    `/${'a'.repeat(400)}`,
  ])('refuses %j', (path) => expect(localPath(path)).toBe('/'));
});
