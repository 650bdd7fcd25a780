/** The forms of a regular Portuguese verb, folded, from its infinitive: lexicons name a verb once. */

const endings: Readonly<Record<string, readonly string[]>> = {
  ar: 'ar o a am amos ei ou aram ando ava avam ano'.split(' '),
  er: 'er o e em emos i eu eram endo ia iam eno'.split(' '),
  ir: 'ir o e em imos i iu iram indo ia iam ino'.split(' '),
};
/** Before "ei" the sound of the stem is kept in writing. */
const beforeE: Readonly<Record<string, string>> = { c: 'qu', g: 'gu' };

/** With the stem's vowel of the first person and, where it differs, of the third. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  tossir: ['tusso', 'tosse', 'tossem'],
  engolir: ['engulo', 'engole', 'engolem'],
  dormir: ['durmo', 'dorme', 'dormem'],
  sentir: ['sinto', 'sente', 'sentem'],
  ferir: ['firo', 'fere'],
  cair: 'caio cai caem caimos cai caiu cairam caindo caia caiam cair caino'.split(' '),
  sair: 'saio sai saem saiu sairam saindo saia saiam sair saino'.split(' '),
  doer: 'doi doem doeu doeram doendo doia doiam doer doe doeno doidos'.split(' '),
  fazer: 'faco faz fazem fiz fez fizeram fazendo fazia fazer fazeno'.split(' '),
  ter: 'tenho tem tive teve tiveram tendo tinha ter'.split(' '),
  ver: 'vejo ve veem vi viu viram vendo via ver veno'.split(' '),
  ouvir: ['ouco', 'ouve', 'ouvem', 'oco'],
  pedir: ['peco', 'pede'],
  perder: ['perco'],
  coçar: ['coco'],
  querer: 'quero quer querem quis quiseram querendo queria queriam querer'.split(' '),
  poder: 'posso pode podem pude pode puderam podia poder'.split(' '),
};
/** Of these only the forms named. */
const whole = new Set(['cair', 'sair', 'doer', 'fazer', 'ter', 'ver', 'querer', 'poder']);

/** @param infinitive folded: "vomitar"; it ends in ar, er or ir */
export function formsOf(infinitive: string): readonly string[] {
  const ending = endings[infinitive.slice(-2)];
  if (!ending) throw new Error(`no verb: ${infinitive}`);
  const own = irregular[infinitive] ?? [];
  if (whole.has(infinitive)) return own;
  const stem = infinitive.slice(0, -2);
  const softened = beforeE[stem.slice(-1)];
  return [
    ...ending.map((end) =>
      softened && end === 'ei' ? `${stem.slice(0, -1)}${softened}ei` : `${stem}${end}`,
    ),
    ...own,
  ];
}
