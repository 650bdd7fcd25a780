/** Conversations by chance: what patients, agents, clocks and Rocket.Chat may do, in any order, on any setup. */
import * as fc from 'fast-check';
import { languages } from '../../contract/event';
import type { Media, Setup } from '../../src/dialog/input';
import type { Knowledge } from '../../src/dialog/knowledge';
import { type conversation, knowledge } from './conversation';

export type Chat = ReturnType<typeof conversation>;

/** Words that raise a flag, with the number to call; each alone in its message. */
export const flagWords: readonly [string, '192' | '188' | '190'][] = [
  ['não consigo respirar', '192'],
  ['estou com dor forte no peito', '192'],
  ['minha mãe teve uma convulsão', '192'],
  ['estou com falta de ar', '192'],
  ['quero morrer', '188'],
  ['penso em me matar', '188'],
  ['meu marido está me batendo', '190'],
];
export const humanWords = ['atendente', 'humano', 'quero falar com uma pessoa', 'agent', 'agente', 'help'];
export const nonsense = ['xyzw', 'asdf qwer', '???!', 'blorp', '🙃🙃'];
const talk = [
  ...['oi', 'obrigado', 'sim', 'não', 'não sei', 'acho que não', '1', '2', '3', '34', '70', '36,5', '38,9'],
  ...[
    'estou com tosse',
    'estou resfriado',
    'febre e dor de garganta há 2 dias',
    'dor de cabeça',
    'nem febre nem tosse',
  ],
  ...[
    'meu filho está com febre',
    'para meu filho',
    'pra mim',
    'é para minha avó',
    'tenho 5 meses de gravidez',
  ],
  ...['voltar', 'recomeçar', 'cancelar', 'o que você sabe sobre mim', 'retiro meu consentimento', 'concordo'],
  ...['onde tem posto de saúde?', 'quais os sintomas da dengue?', 'Fortaleza', '', ' ', 'a'.repeat(6_000)],
];
const media: Media[] = ['audio', 'image', 'video', 'sticker', 'contact', 'document'];

export type Move =
  | { do: 'says'; text: string; off?: boolean }
  | { do: 'sends'; media: Media }
  | { do: 'presses'; nth: number; off?: boolean }
  /** To whatever question of a protocol stands: this, and a number where one is asked for. */
  | { do: 'answers'; value: 'yes' | 'no' | 'unknown'; degrees: number; years: number }
  | { do: 'waits'; seconds: number }
  | { do: 'due'; reminder: 'silence' | 'flag-unanswered' | 'try-hand-over' }
  | { do: 'moved'; to: 'Urgência' | 'Atendimento geral'; result: 'transferred' | 'refused' }
  | { do: Happening };

const happenings = [
  ...(['person', 'bot', 'agent-says', 'leaves', 'to-bot'] as const),
  ...(['known', 'dependent', 'hand-over', 'follow-up'] as const),
];
type Happening = (typeof happenings)[number];
const reminders = ['silence', 'flag-unanswered', 'try-hand-over'] as const;

const oneOf = fc.constantFrom;
const says = (texts: readonly string[]) =>
  fc.record({ do: fc.constant('says' as const), text: oneOf(...texts) });
/** The operator's switch is off now and then only. */
const withSwitch = fc.nat(30).map((n) => n === 0);

const answers = fc.record({
  do: fc.constant('answers' as const),
  // a no in most cases: else nobody ever comes to the end
  value: fc
    .nat(9)
    .map((n) => (n === 0 ? ('yes' as const) : n === 1 ? ('unknown' as const) : ('no' as const))),
  degrees: oneOf(36.5, 36.5, 36.5, 37.9, 39.1),
  years: oneOf(34, 34, 34, 4, 70),
});
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: answers },
  { weight: 8, arbitrary: says(talk).chain((one) => withSwitch.map((off) => ({ ...one, off }))) },
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(4), withSwitch).map(([nth, off]): Move => ({ do: 'presses', nth, off })),
  },
  { weight: 2, arbitrary: oneOf(...flagWords).map(([text]): Move => ({ do: 'says', text })) },
  { weight: 1, arbitrary: oneOf(...humanWords).map((text): Move => ({ do: 'says', text })) },
  { weight: 3, arbitrary: oneOf(...nonsense).map((text): Move => ({ do: 'says', text })) },
  { weight: 1, arbitrary: oneOf(...media).map((one): Move => ({ do: 'sends', media: one })) },
  { weight: 2, arbitrary: oneOf(10, 200, 2_000).map((seconds): Move => ({ do: 'waits', seconds })) },
  { weight: 2, arbitrary: oneOf(...reminders).map((reminder): Move => ({ do: 'due', reminder })) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('moved' as const),
      to: oneOf('Urgência' as const, 'Atendimento geral' as const),
      result: oneOf('transferred' as const, 'refused' as const),
    }),
  },
  { weight: 2, arbitrary: oneOf(...happenings).map((what): Move => ({ do: what })) },
);

/** A pack whose every word is missing: it fails wherever it is asked to speak. */
const mute: Knowledge = {
  ...knowledge,
  packText: () => {
    throw new Error('no text');
  },
};
const absent: Knowledge = { ...knowledge, packs: {} };
export const knowledges = { sound: knowledge, mute, absent } as const;

export interface Walk {
  setup: Partial<Setup>;
  knowing: keyof typeof knowledges;
  moves: Move[];
}

/** Hardly anything but a no, as who is well answers: it comes to an end at home more often than not. */
export const healthyInterviews = fc.record({
  pack: oneOf('fr-covid-2020', 'respiratory', 'general-clinic'),
  complaint: oneOf('estou resfriado', 'coriza', 'tive contato com covid'),
  moves: fc.array(
    fc.record({
      ...{ do: fc.constant('answers' as const), degrees: fc.constant(36.5), years: fc.constant(34) },
      value: fc
        .nat(30)
        .map((n) => (n === 0 ? ('unknown' as const) : n === 1 ? ('yes' as const) : ('no' as const))),
    }),
    { minLength: 45, maxLength: 45 },
  ),
});

const said = (...texts: string[]): Move[] => texts.map((text) => ({ do: 'says', text }));
const healthy = (times: number): Move[] =>
  Array.from({ length: times }, () => ({ do: 'answers', value: 'no', degrees: 36.5, years: 34 }));
const queued: Move = { do: 'moved', to: 'Urgência', result: 'transferred' };

/** Moves that lead to where a conversation may stand; by chance alone some of these are hardly ever come to. */
export const stations = {
  begun: [],
  complained: said('tosse'),
  asked: [...said('estou com tosse'), ...healthy(3)],
  recorded: [{ do: 'known' }, ...said('estou com tosse'), ...healthy(2)],
  guided: [...said('estou resfriado'), ...healthy(45)],
  offered: [...said('estou com tosse'), ...healthy(2), ...said('xyzw', 'xyzw')],
  waiting: [...said('atendente'), queued],
  served: [...said('atendente'), queued, { do: 'person' }],
  flagged: [...said('estou com tosse', 'não consigo respirar'), queued],
  looked: [...said('quero morrer'), queued, { do: 'person' }, { do: 'agent-says' }],
  withdrew: [
    ...said('estou com tosse', 'retiro meu consentimento'),
    ...[queued, { do: 'person' as const }, { do: 'to-bot' as const }],
    ...said('estou com febre'),
  ],
} satisfies Record<string, Move[]>;
export type Station = keyof typeof stations;

/** Long silence, twice: asked after, and closed where that may be. */
const quiet: Move[] = [1, 2].flatMap((): Move[] => [
  { do: 'waits', seconds: 2_000 },
  { do: 'due', reminder: 'silence' },
]);
const someMoves = (length: number): fc.Arbitrary<Move[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: anyMove.map((move) => [move]) },
        { weight: 1, arbitrary: fc.constant(quiet) },
      ),
      { maxLength: length },
    )
    .map((parts) => parts.flat());

/** @param from where they begin; @param length moves at most after that */
export const walks = (
  length: number,
  from: readonly Station[] = Object.keys(stations) as Station[],
): fc.Arbitrary<Walk> =>
  fc.record({
    setup: fc.record({
      language: oneOf(...languages),
      pack: oneOf('fr-covid-2020', 'fr-covid-2020', 'respiratory'),
      ...{ asksForWhom: fc.boolean(), numbered: fc.nat(3).map((n) => n === 0) },
      consent: oneOf(undefined, undefined, {}, { url: 'https://clinic.example' }),
      silence: oneOf(undefined, { askMs: 180_000, closeMs: 1_800_000 }),
    }) as unknown as fc.Arbitrary<Partial<Setup>>,
    knowing: oneOf('sound', 'sound', 'sound', 'sound', 'mute', 'absent'),
    moves: fc
      .tuple(oneOf(...from), someMoves(length))
      .map(([station, moves]): Move[] => [...stations[station], ...moves]),
  });

const sizes: Record<string, string> = {
  weight_kg: '60',
  height_cm: '170',
  oxygen_saturation: '98',
  spo2: '98',
};

function answerStanding(chat: Chat, { value, degrees, years }: Extract<Move, { do: 'answers' }>): void {
  const { state } = chat;
  if (state.phase === 'consent') return void chat.presses('consent:yes');
  if (state.phase === 'for-whom') return void chat.presses('whom:self');
  const buttons = chat.buttons.filter((button) => button.startsWith('answer:'));
  const pressed = buttons.find((button) => button.endsWith(`:${value}`));
  const question = state.phase === 'asking' ? state.question : '';
  if (/^age(_range)?$/.test(question)) return void chat.says(String(years));
  if (/^temperature/.test(question)) return void chat.says(String(degrees).replace('.', ','));
  const size = sizes[question];
  if (size) return void chat.says(size);
  if (pressed) chat.presses(pressed);
  else chat.says(value === 'yes' ? 'sim' : value === 'no' ? 'não' : 'não sei');
}

const agent = { id: 'a1', username: 'ana', name: 'Ana', kind: 'human' as const };

export function play(chat: Chat, move: Move): void {
  const base = () => chat.stamp(`x${chat.inputs.length}`);
  const off = 'off' in move && move.off ? { triageOff: true } : {};
  switch (move.do) {
    case 'says':
      return void chat.says(move.text, off);
    case 'sends':
      return void chat.says('', { file: true, media: move.media });
    case 'presses': {
      const shown = chat.state.choices ?? ['human', 'restart', 'continue'];
      const value = shown[move.nth % shown.length] ?? 'human';
      const id = `b${chat.inputs.length}`;
      return void chat.play({ ...base(), kind: 'button', id: `button/${id}`, messageId: id, value, ...off });
    }
    case 'answers':
      return answerStanding(chat, move);
    case 'waits':
      return void chat.wait(move.seconds);
    case 'due':
      return void chat.due(move.reminder);
    case 'moved':
      return void chat.transferAnswered(move.result, true, move.to);
    case 'person':
      return void chat.assigned('human');
    case 'bot':
      return void chat.assigned('bot');
    case 'agent-says':
      return void chat.agentSays('bom dia');
    case 'leaves':
      return void chat.play({ ...base(), kind: 'unassigned', agent });
    case 'to-bot': {
      const bot = { id: 'bot', username: 'acolhe', kind: 'bot' as const };
      return void chat.play({ ...base(), kind: 'transferred', from: {}, to: { agent: bot } });
    }
    case 'known':
    case 'dependent': {
      const dependent = move.do === 'dependent' ? { dependent: true, patientId: '0000-0002-2' } : {};
      const known = {
        patientId: '0000-0001-1',
        mintedBy: 'crm',
        earlierConversations: 1,
        consented: true,
      } as const;
      return void chat.play({ ...base(), kind: 'identified', ...known, ...dependent });
    }
    case 'hand-over':
    case 'follow-up': {
      const id = `c${chat.inputs.length}`;
      const command =
        move.do === 'hand-over'
          ? { id, conversation: 'room1', kind: 'hand-over' as const }
          : { id, conversation: 'room1', kind: 'follow-up' as const, pack: 'follow-up', answers: {} };
      return void chat.play({ ...base(), kind: 'command', id: `command/${id}`, command });
    }
  }
}
