import type { Input } from '../../../src/dialog/input';
import { isHeldBack, keepPaused } from '../../../src/turn/paused-intakes';
import type { TurnRecord } from '../../../src/turn/records';
import { knowledge } from '../../support/conversation';
import { memoryNotes } from '../../support/memory-notes';

const now = new Date('2026-05-04T15:00:00.000Z');
const until = '2026-05-04T15:30:00.000Z';
const paused = [{ id: 'd1', name: 'Atendimento geral', until }];

let at = 0;
const input = (kind: string, data: object): Input =>
  ({
    ...{ kind, id: `${kind}/${(at += 1)}`, conversation: 'room' },
    ...{ at: new Date(now.getTime() - 60_000 + at).toISOString(), ...data },
  }) as unknown as Input;
const setup = { language: 'pt-BR', askConsent: false, askForWhom: false, triage: true };
const started = () => input('started', { channel: 'widget', visitor: { id: 'v' }, setup, agent: undefined });
const asksPerson = () => input('button', { messageId: 'b', value: 'human', by: 'patient' });
const inDanger = () => input('patient-message', { messageId: 'm', text: 'dor no peito forte e falta de ar' });

async function held(inputs: readonly Input[], department = 'd1', when = now): Promise<boolean> {
  const notes = memoryNotes();
  await keepPaused(notes, paused, now);
  const records = {
    ofConversation: async () => inputs.map((one) => ({ input: one, step: 'done' }) as unknown as TurnRecord),
  };
  return isHeldBack({ notes, records, knowledge, now: () => when }, department, 'room');
}

describe('a paused intake', () => {
  it('holds back who asks for a person, by its id or name, until its end', async () => {
    expect(await held([started(), asksPerson()])).toBe(true);
    expect(await held([started(), asksPerson()], 'Atendimento geral')).toBe(true);
    expect(await held([started(), asksPerson()], 'Urgência')).toBe(false);
    expect(await held([started(), asksPerson()], 'd1', new Date(until))).toBe(false);
  });

  it('never holds back who is in danger, nor whom nothing is known of', async () => {
    expect(await held([started(), inDanger()])).toBe(false);
    expect(await held([])).toBe(false);
  });

  it('is written only where it is news', async () => {
    const notes = memoryNotes();
    await keepPaused(notes, [], now);
    expect(await notes.of('paused')).toEqual([]);
    await keepPaused(notes, paused, now);
    await keepPaused(notes, paused, new Date(now.getTime() + 60_000));
    expect(await notes.of('paused')).toEqual([{ at: now.toISOString(), paused }]);
    await keepPaused(notes, [], new Date(now.getTime() + 120_000));
    expect((await notes.of('paused')).map((note) => note.paused)).toEqual([[]]);
  });
});
