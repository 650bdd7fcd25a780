/** One vignette told to the bot, message by message, through the pure dialog. */
import type { AcolheEvent } from '../../contract/event';
import type { Language } from '../../contract/event';
import { packIdOf } from '../../src/dialog/current-pack';
import type { Button } from '../../src/dialog/effect';
import type { Input, Setup } from '../../src/dialog/input';
import type { Knowledge } from '../../src/dialog/knowledge';
import type { State } from '../../src/dialog/state';
import { step } from '../../src/dialog/step';
import type { Question } from '../../src/triage/pack';
import { answerInWords, type Style } from './patient-script';
import type { Level, Vignette } from './vignette';

export interface Played {
  /** `none`: the conversation came to no end. */
  level: Level | 'none';
  /** How it ended, for people: the protocol's row and outcome, the red flags, or why a person was called. */
  how: string;
  /** The numbers that were named in the result's words. */
  calls: readonly string[];
  /** Questions asked until then; those asked again count again. */
  questions: number;
  /** Answers the bot did not understand. */
  misunderstood: number;
  transcript: readonly string[];
}

const longestConversation = 80;
const start = Date.UTC(2026, 0, 5, 12);

const toOpening: Record<Language, { agreed: string; self: string; child: string; other: string }> = {
  'pt-BR': { agreed: 'sim', self: 'é para mim', child: 'para meu filho', other: 'para outra pessoa' },
  en: { agreed: 'yes', self: "it's for me", child: 'for my child', other: 'for someone else' },
  es: { agreed: 'sí', self: 'es para mí', child: 'para mi hijo', other: 'para otra persona' },
};

interface Chat {
  state: State;
  /** What the bot said last, with its buttons. */
  said: readonly { text: string; buttons: readonly Button[] }[];
  events: readonly AcolheEvent[];
}

export function play(vignette: Vignette, knowledge: Knowledge, setup: Setup, style: Style): Played {
  const transcript: string[] = [];
  const events: AcolheEvent[] = [];
  let state: State | undefined;
  let at = start;
  let said: Chat['said'] = [];
  const hear = (input: Input): void => {
    const next = step(state, input, knowledge);
    state = next.state;
    events.push(...next.events);
    said = next.effects.flatMap((effect) =>
      effect.kind === 'say' ? [{ text: effect.text, buttons: effect.buttons ?? [] }] : [],
    );
    for (const { text } of said) transcript.push(`bot: ${text}`);
  };
  const base = (id: string) => ({ id, at: new Date((at += 5_000)).toISOString(), conversation: 'bench' });
  const write = (text: string): void => {
    transcript.push(`patient: ${text}`);
    const messageId = `m${transcript.length}`;
    hear({ kind: 'patient-message', ...base(`message/${messageId}`), messageId, text, file: false });
  };
  const metAt = new Date(start).toISOString();
  hear({ kind: 'started', ...base('started'), setup, channel: 'widget', metAt, visitor: { id: 'v1' } });
  hear({
    kind: 'identified',
    ...base('who'),
    patientId: '0000-0001-1',
    mintedBy: 'crm',
    earlierConversations: 0,
  });
  write(vignette.opening);
  let questions = 0;
  let misunderstood = 0;
  for (let turn = 0; turn < longestConversation && state && !isOver(state); turn += 1) {
    questions += 1;
    write(reply(vignette, { state, said, events }, knowledge, style));
    if (state.misunderstood > 0) misunderstood += 1;
  }
  return { ...resultOf(state, events, transcript), questions, misunderstood, transcript };
}

const isOver = ({ phase }: State): boolean => ['guided', 'waiting', 'served', 'closed'].includes(phase);

/** What the person writes next: an answer, or, where nothing was asked that they know of, what is wrong once more. */
function reply(vignette: Vignette, { state, said }: Chat, knowledge: Knowledge, style: Style): string {
  const { lang, who, facts } = vignette;
  const phase: string = state.phase;
  if (phase === 'consent') return toOpening[lang].agreed;
  if (phase === 'for-whom') {
    const isChild = typeof facts['age'] === 'number' && facts['age'] < 12;
    return toOpening[lang][who === 'self' ? 'self' : isChild ? 'child' : 'other'];
  }
  const question = 'question' in state ? questionOf(state, knowledge) : undefined;
  if (!question) return vignette.opening;
  const labels = new Map<string, string>();
  for (const { label, value } of said.flatMap(({ buttons }) => buttons)) {
    const prefix = `answer:${question.id}:`;
    if (value.startsWith(prefix)) labels.set(value.slice(prefix.length), label);
  }
  return answerInWords(vignette, { question, labels }, style);
}

function questionOf(state: State, { packs }: Knowledge): Question | undefined {
  const id = 'question' in state ? state.question : undefined;
  return packs[packIdOf(state)]?.questions.find((question) => question.id === id);
}

const isDecision = (
  event: AcolheEvent,
): event is Extract<AcolheEvent, { type: 'acolhe.triage.decided.v1' }> =>
  event.type === 'acolhe.triage.decided.v1';

/**
 * `emergency`: the emergency number is named, a red flag stands, or a person answers within 10 minutes; `care`: a person
 * answers later than that, or nobody decided and a person goes on; `self-care`: the conversation ended in guidance.
 */
function resultOf(
  state: State | undefined,
  events: readonly AcolheEvent[],
  transcript: readonly string[],
): Pick<Played, 'level' | 'how' | 'calls'> {
  const decided = events.filter(isDecision).at(-1)?.data;
  const { phase, redFlags = [], calls = [] } = state ?? { phase: 'none' };
  const row = decided ? `${decided.pack} ${decided.row} → ${decided.outcome}` : '';
  const reason = state?.phase === 'waiting' ? state.reason : phase;
  const how = [reason, ...redFlags, row].filter(Boolean).join(', ');
  const urgent = state?.phase === 'waiting' && (state.reason === 'red-flag' || state.reason === 'emergency');
  const soon =
    decided !== undefined && decided.disposition !== 'mild' && (decided.urgencyMinutes ?? Infinity) <= 10;
  const named = calls.length > 0 ? calls : urgent ? ['192'] : [];
  const level =
    urgent || soon ? 'emergency' : phase === 'waiting' ? 'care' : phase === 'guided' ? 'self-care' : 'none';
  return { level, how, calls: transcript.length > 0 ? named : [] };
}
