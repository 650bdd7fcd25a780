import { languages } from '../../../contract/event';
import type { InputOf } from '../../../src/dialog/input';
import { conversation } from '../../support/conversation';

const known = { age: 67, chronic_condition: true, diabetes: true, cough: true, nonsense: 'x', sex: 'f' };
const identified = (
  more: Partial<InputOf<'identified'>> = {},
): InputOf<'identified'> & { kind: 'identified' } => ({
  kind: 'identified',
  id: `identified/${JSON.stringify(more).length}`,
  at: '2026-01-01T00:00:01.500Z',
  conversation: 'room1',
  patientId: '0000-0001-1',
  mintedBy: 'crm',
  earlierConversations: 1,
  known,
  ...more,
});
const back = (language: (typeof languages)[number] = 'pt-BR') =>
  conversation({ pack: 'respiratory', language }).start().play(identified()).says('dor de garganta');

describe('what the record says', () => {
  it.each(languages)('in %s is confirmed once, all together; only what stays true', (language) => {
    const chat = back(language);
    expect(chat.state.phase).toBe('confirming');
    expect(chat.said).toContain('67');
    expect(chat.said).not.toMatch(/está com tosse|have a cough|tiene tos\b|nonsense/i);
    expect(chat.buttons.slice(-2)).toEqual(['record:yes', 'record:no']);
  });

  it.each([
    ['the button', 'record:yes'],
    ['a word', 'sim'],
  ])('Given yes by %s, then it is not asked again, and told as answers', (_what, yes) => {
    const chat = yes.includes(':') ? back().presses(yes) : back().says(yes);
    expect(chat.state.answers).toMatchObject({ age: 67, chronic_condition: true, diabetes: true });
    expect(chat.state.answers['cough']).toBeUndefined();
    const told = chat.events.flatMap((event) =>
      event.type === 'acolhe.triage.answered.v1' ? [event.data.question] : [],
    );
    expect(told).toEqual(expect.arrayContaining(['age', 'chronic_condition', 'diabetes']));
    const asked = new Set<string>();
    for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
      asked.add(chat.state.question);
      chat.presses(`answer:${chat.state.question}:no`);
      if (chat.state.phase === 'asking' && asked.has(chat.state.question)) chat.says('37');
    }
    for (const question of Object.keys(known))
      expect([...asked].filter((id) => id !== 'cough')).not.toContain(question);
  });

  it.each(['record:no', 'não', 'agora tenho 68'])('Given %p, then all is asked anew', (no) => {
    const chat = no.includes(':') ? back().presses(no) : back().says(no);
    expect(chat.state.phase).toBe('asking');
    expect(chat.state.answers['diabetes']).toBeUndefined();
    expect(chat.says('recomeçar').state.recordAsked).toBeUndefined();
  });

  it('Given a red flag instead of yes or no, then it is heard', () => {
    expect(back().says('falta de ar').transfers).toEqual(['Urgência']);
  });

  it('Given they write for a child, then the writer’s own record is not used; the child’s is', () => {
    const chat = conversation({ pack: 'respiratory' })
      .start()
      .play(identified())
      .says('meu filho está com febre');
    expect(chat.state.phase).toBe('asking');
    chat.play(
      identified({
        dependent: true,
        guardianId: '0000-0001-1',
        patientId: '0000-0002-2',
        known: { age: 3 },
        at: '2026-01-01T00:00:30.000Z',
      }),
    );
    expect(chat.state).toMatchObject({ phase: 'confirming', record: { age: 3 } });
  });

  it('Given the complaint said it already, then that counts', () => {
    const chat = conversation({ pack: 'respiratory' })
      .start()
      .play(identified({ known: { age: 67 } }));
    expect(chat.says('tenho 68 anos e febre').state.phase).toBe('asking');
  });
});
