import * as fc from 'fast-check';
import type { State } from '../../../src/dialog/state';
import { fold } from '../../../src/dialog/step';
import { redFlagsInText } from '../../../src/safety/red-flags';
import { decideNow } from '../../../src/triage/evaluate';
import { dialogTexts } from '../../../settings/dialog-texts';
import { conversation, knowledge } from '../../support/conversation';
import {
  type Chat,
  flagWords,
  healthyInterviews,
  humanWords,
  knowledges,
  type Move,
  nonsense,
  play,
  type Station,
  type Walk,
  walks,
} from '../../support/walks';
import { runs } from '../../support/runs';

const usual = runs(60);
const people: readonly State['phase'][] = ['waiting', 'served', 'closed'];

/** Plays a walk and looks at each move: the state before it, the move, the chat after it. */
function walked(walk: Walk, look: (before: State, move: Move, chat: Chat) => void): Chat {
  const chat = conversation(walk.setup, knowledges[walk.knowing], true).start();
  for (const move of walk.moves) {
    const before = chat.state;
    const inputs = chat.inputs.length;
    play(chat, move);
    if (chat.inputs.length > inputs) look(before, move, chat);
  }
  return chat;
}
const everyWalk = (look: (before: State, move: Move, chat: Chat) => void, from?: Station[]): void =>
  fc.assert(
    fc.property(walks(12, from), (walk) => void walked(walk, look)),
    usual,
  );
/** A walk, then these words in whatever state it led to. */
const after = (words: readonly string[], look: (before: State, chat: Chat, word: string) => void): void =>
  fc.assert(
    fc.property(walks(4), fc.constantFrom(...words), (walk, word) => {
      const chat = walked(walk, () => undefined);
      const before = chat.state;
      look(before, chat.says(word), word);
    }),
    usual,
  );
const wrote = ({ do: what }: Move): boolean => ['says', 'sends', 'presses', 'answers'].includes(what);
const kinds = (chat: Chat): string[] => chat.effects.map(({ kind }) => kind);

const humanLabels = Object.values(dialogTexts).map((texts) => texts.label_human);
/** By a button, or by a number where there are none. */
const offersHuman = (chat: Chat): boolean =>
  chat.buttons.includes('human') || humanLabels.some((words) => chat.said.includes(`* - ${words}`));

describe('in every conversation', () => {
  it('words for a flag bring the number to call and a person, in the same turn', () => {
    const calls = new Map(flagWords);
    after([...calls.keys()], (before, chat, word) => {
      const call = calls.get(word)!;
      if (before.phase === 'served') {
        expect(kinds(chat)).toContain('alert-agent');
        // silent only where that person has written before
        if (before.unanswered) expect(chat.said).toMatch(/188|190|192/);
        else expect(chat.said.trim()).toBe('');
        return;
      }
      const isNew = redFlagsInText(word).some(({ concept }) => !before.redFlags.includes(concept));
      expect(chat.said).toContain(isNew ? call : /19[02]|188/.exec(chat.said)?.[0]);
      expect(chat.said).toMatch(/19[02]|188/);
      expect(chat.state.phase).toBe('waiting');
      expect(chat.state.calls).toContain(call);
      const urgent = before.phase === 'waiting' && ['red-flag', 'emergency'].includes(before.reason);
      if (!urgent) expect(chat.transfers).toEqual(['Urgência']);
    });
  });

  it('whoever asks for a person gets words, and one is called', () => {
    after(humanWords, (before, chat) => {
      expect(people).toContain(chat.state.phase);
      if (before.phase !== 'served') expect(chat.said.trim()).not.toBe('');
    });
  });

  it('two misunderstandings in a row offer a person', () => {
    const word = fc.constantFrom(...nonsense);
    fc.assert(
      fc.property(walks(4), fc.tuple(word, word, word), (walk, words) => {
        const chat = walked(walk, () => undefined);
        // any words begin an interview: from there on they are not understood
        if (chat.state.phase === 'complaint') chat.says('estou com tosse');
        // a third one may be taken for "not known" and begin the count anew
        const offers = words.map((said) => {
          const { state } = chat.says(said);
          return offersHuman(chat) || people.includes(state.phase);
        });
        expect(offers).toContain(true);
      }),
      usual,
    );
  });

  it('after a flag there are only people: no question of a protocol, no self-care, no end by itself', () => {
    everyWalk(
      (before, _move, chat) => {
        if (before.redFlags.length === 0) return;
        expect(people).toContain(chat.state.phase);
        expect(chat.state.redFlags).toEqual(expect.arrayContaining(before.redFlags));
        expect(kinds(chat)).not.toContain('close');
        const decided = chat.events.filter(({ type }) => type === 'acolhe.triage.decided.v1');
        for (const { data } of decided) expect(data).not.toMatchObject({ disposition: 'mild' });
      },
      ['flagged', 'looked', 'asked', 'waiting'],
    );
  });

  it('nothing closes by itself while a person is waited for, serves, or after a decision', () => {
    everyWalk((before, _move, chat) => {
      if (!kinds(chat).includes('close')) return;
      expect(['complaint', 'consent', 'for-whom', 'asking', 'confirming']).toContain(before.phase);
      expect(chat.said).toContain('192');
    });
  });

  it('no home care is decided while an answer that matters for safety is missing', () => {
    let mild = 0;
    fc.assert(
      fc.property(healthyInterviews, ({ pack, complaint, moves }) => {
        const chat = conversation({ pack }).start().says(complaint);
        for (const move of moves) {
          if (chat.state.phase !== 'asking') break;
          play(chat, move);
          for (const { type, data } of chat.events) {
            if (type !== 'acolhe.triage.decided.v1' || data.disposition !== 'mild') continue;
            mild += 1;
            const { questions } = knowledge.packs[data.pack]!;
            const vital = questions.filter(({ kind }) => kind === 'vital').map(({ id }) => id);
            expect(
              vital.filter((id) => data.missing?.includes(id) || data.answers[id] === 'unknown'),
            ).toEqual([]);
          }
        }
      }),
      runs(120),
    );
    // walks that never come to it would show nothing
    expect(mild).toBeGreaterThan(5);
  });

  it('every message and button gets an answer, unless a person serves', () => {
    let last = 0;
    everyWalk((before, move, chat) => {
      const at = Date.parse(chat.inputs.at(-1)!.at);
      const soon = at - last <= 5_000;
      if (wrote(move)) last = at;
      if (!wrote(move) || before.phase === 'served' || before.phase === 'closed') return;
      // of a thought sent in pieces to a queue, the first piece is
      const command = move.do === 'says' && /^(?:voltar|recomeçar|cancelar|.*sabe sobre.*)$/.test(move.text);
      if (before.phase === 'waiting' && soon && !command) return;
      expect(chat.said.trim()).not.toBe('');
    });
  });

  it('where a person serves the bot is silent about what the patient does', () => {
    everyWalk((before, move, chat) => {
      if (before.phase !== 'served' || !wrote(move)) return;
      // to a red flag it speaks where that person has written nothing yet
      const isFlag = chat.events.some(({ type }) => type === 'acolhe.red-flag.raised.v1');
      if (isFlag && before.unanswered) return;
      // nor does who waits for the first word of that person hear more than that theirs is kept
      expect(chat.said.trim()).toMatch(before.unanswered ? /^(?:(?:Anotado|Noted)[^\n]*)?$/ : /^$/);
    });
  });

  it('once switched off nothing is asked, and people take over', () => {
    fc.assert(
      fc.property(walks(4), fc.constantFrom('estou com tosse', '34', 'não', 'xyzw', 'sim'), (walk, word) => {
        const chat = walked(walk, () => undefined);
        chat.says(word, { triageOff: true });
        expect(people).toContain(chat.state.phase);
        expect(chat.events.map(({ type }) => type)).not.toContain('acolhe.triage.started.v1');
        expect(chat.buttons.filter((button) => button.startsWith('answer:'))).toEqual([]);
      }),
      usual,
    );
  });

  it('without consent no protocol asks, whoever gives the room back', () => {
    everyWalk(
      (_before, _move, chat) => {
        const { consent } = chat.state;
        if (consent === 'refused' || consent === 'withdrawn')
          expect(chat.events.map(({ type }) => type)).not.toContain('acolhe.triage.started.v1');
      },
      ['withdrew', 'complained', 'waiting'],
    );
  });

  it('a protocol that fails or is missing brings words and a person', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('mute', 'absent'),
        fc.constantFrom('pt-BR', 'en', 'es'),
        (knowing, language) => {
          const chat = conversation({ language }, knowledges[knowing]).start().says('estou com tosse');
          expect(chat.said).toContain('192');
          expect(chat.transfers).toEqual(['Atendimento geral']);
        },
      ),
    );
    everyWalk((before, move, chat) => {
      // whatever fails, nobody is left in an interview that cannot speak
      if (chat.state.phase === 'asking' && wrote(move) && before.phase !== 'served')
        expect(chat.said.trim()).not.toBe('');
    });
  });

  it('told again, the same inputs give the same state', () => {
    fc.assert(
      fc.property(walks(15), (walk) => {
        const chat = walked(walk, () => undefined);
        expect(fold(chat.inputs, knowledges[walk.knowing])).toEqual(chat.state);
      }),
      runs(20),
    );
  });
});

describe('children, pregnancy and the 42 days after birth', () => {
  const variants = {
    'a newborn': { age: 0, age_months: 1 },
    'an infant': { age: 0, age_months: 6 },
    'a child of three': { age: 3 },
    'who is pregnant': { pregnancy: true, pregnancy_or_birth: true },
    'who gave birth': {
      postpartum: true,
      pregnancy_or_birth: true,
      days_after_birth: 10,
      days_since_birth: 10,
    },
  };
  const adult = {
    age: 30,
    pregnancy_or_birth: false,
    pregnancy: false,
    postpartum: false,
    possible_pregnancy: false,
  };

  it.each(['respiratory', 'dengue', 'general-clinic'])(
    'are never less urgent than other adults (%s)',
    (id) => {
      const pack = knowledge.packs[id]!;
      const yesNo = pack.questions.filter(({ type }) => type === 'yes-no').map((question) => question.id);
      const others = Object.fromEntries(
        pack.questions.flatMap((question): [string, string | number][] => {
          if (question.type === 'choice') return [[question.id, question.choices?.[0] ?? '']];
          return /day|duration/.test(question.id) ? [[question.id, 2]] : [];
        }),
      );
      fc.assert(
        fc.property(
          fc.subarray(yesNo, { maxLength: 5 }),
          fc.constantFrom(36.5, 37.9, 39),
          (yes, temperature) => {
            const given = Object.fromEntries(yesNo.map((one) => [one, yes.includes(one)]));
            const base = { ...given, ...others, temperature, ...adult };
            const usual = decideNow(pack, base);
            for (const [name, own] of Object.entries(variants)) {
              const decided = decideNow(pack, { ...base, ...own });
              expect(decided.outcome.urgencyMinutes).toBeLessThanOrEqual(usual.outcome.urgencyMinutes);
              // a contact without a sign of illness is told to watch for one
              if (name !== 'a child of three' && decided.outcome.disposition === 'mild')
                expect(decided.outcome.id).toBe('contact_watch');
            }
          },
        ),
        runs(70),
      );
    },
  );

  it('Given it is for a child and the age is an adult’s, then the child’s is asked; said again it counts', () => {
    const chat = conversation({ asksForWhom: true, pack: 'respiratory' }).start().says('tosse e febre');
    chat.presses('whom:child');
    for (let n = 0; n < 10 && chat.state.phase === 'asking' && chat.state.question !== 'age'; n += 1)
      chat.says('não');
    expect(chat.state).toMatchObject({ question: 'age' });
    expect(chat.says('34').said).toContain('idade da criança');
    expect(chat.state).toMatchObject({ question: 'age' });
    expect(chat.says('4').state.answers['age']).toBe(4);
  });
});
