import type { AcolheEvent } from '../../contract/event';
import type { Effect } from '../../src/dialog/effect';
import type { Knowledge } from '../../src/dialog/knowledge';
import type { Input, InputOf, Setup } from '../../src/dialog/input';
import type { State } from '../../src/dialog/state';
import { fallbackStep, step, type Step } from '../../src/dialog/step';
import { builtInKnowledge } from '../../src/turn/knowledge';

const names = { urgent: 'Urgência', general: 'Atendimento geral' } as const;

export const knowledge = builtInKnowledge();

export const setup: Setup = {
  language: 'pt-BR',
  pack: 'fr-covid-2020',
  tenant: 'demo',
  workspace: 'main',
  admitDrafts: true,
};

/**
 * A conversation played through `step`, one second per input.
 * @param fallsBack a step that fails is done as a turn does it then; else the failure is the test's
 */
export function conversation(over: Partial<Setup> = {}, known: Knowledge = knowledge, fallsBack = false) {
  let second = 0;
  let state: State | undefined;
  const inputs: Input[] = [];
  const at = (): string => new Date(Date.UTC(2026, 0, 1) + (second += 1) * 1000).toISOString();
  const last = { effects: [] as Effect[], events: [] as AcolheEvent[] };
  const taken = (input: Input): Step => {
    try {
      return step(state, input, known);
    } catch (error) {
      if (!fallsBack) throw error;
      return fallbackStep(state, input);
    }
  };
  const play = (input: Input) => {
    inputs.push(input);
    const next = taken(input);
    state = next.state;
    last.effects = next.effects;
    last.events = next.events;
    return api;
  };
  const base = (id: string) => ({ id, at: at(), conversation: 'room1' });
  const api = {
    inputs,
    get state(): State {
      if (!state) throw new Error('not started');
      return state;
    },
    get effects() {
      return last.effects;
    },
    get events() {
      return last.events;
    },
    get said(): string {
      return last.effects.map((effect) => (effect.kind === 'say' ? effect.text : '')).join('\n');
    },
    get buttons(): string[] {
      return last.effects.flatMap((effect) =>
        effect.kind === 'say' ? (effect.buttons ?? []).map((item) => item.value) : [],
      );
    },
    get transfers(): string[] {
      return last.effects.flatMap((effect) => (effect.kind === 'transfer' ? [names[effect.to]] : []));
    },
    eventTypes: () => last.events.map((event) => event.type),
    play,
    /** What every input begins with, at the next second. */
    stamp: base,
    wait: (seconds: number) => {
      second += seconds;
      return api;
    },
    start: () =>
      play({
        kind: 'started',
        ...base('started'),
        setup: { ...setup, ...over },
        channel: 'widget',
        metAt: new Date(Date.UTC(2026, 0, 1)).toISOString(),
        visitor: { id: 'v1', name: 'Pessoa Teste' },
      }),
    says: (text: string, more: Partial<InputOf<'patient-message'>> = {}) => {
      const id = `m${inputs.length}`;
      return play({
        kind: 'patient-message',
        ...base(`message/${id}`),
        messageId: id,
        text,
        file: false,
        ...more,
      });
    },
    presses: (value: string) => {
      const id = `b${inputs.length}`;
      return play({ kind: 'button', ...base(`button/${id}`), messageId: id, value });
    },
    transferAnswered: (result: 'transferred' | 'refused', agentsOnline = true, department = 'Urgência') =>
      play({
        kind: 'transfer-answered',
        ...base(`ta${inputs.length}`),
        to: department === names.urgent ? 'urgent' : 'general',
        department,
        result,
        agentsOnline,
      }),
    assigned: (kind: 'human' | 'bot' = 'human') =>
      play({
        kind: 'assigned',
        ...base(`as${inputs.length}`),
        agent: { id: 'a1', username: 'ana', name: 'Ana', kind },
      }),
    agentSays: (text: string) => {
      const id = `a${inputs.length}`;
      return play({
        kind: 'agent-message',
        ...base(`message/${id}`),
        messageId: id,
        text,
        agent: { id: 'a1', username: 'ana', name: 'Ana', kind: 'human' },
      });
    },
    due: (reminder: InputOf<'due'>['reminder']) =>
      play({ kind: 'due', ...base(`due${inputs.length}`), reminder }),
    closes: () => play({ kind: 'closed', ...base('closed'), by: 'agent' }),
    identified: (patientId = '0000-0001-1') =>
      play({
        kind: 'identified',
        ...base('identified'),
        patientId,
        mintedBy: 'crm',
        earlierConversations: 0,
      }),
  };
  return api;
}
