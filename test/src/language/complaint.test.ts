import { packChoices } from '../../../settings/pack-choice';
import { packs } from '../../../settings/packs';
import { checkAnswer } from '../../../src/triage/answer';
import { readComplaint } from '../../../src/language/complaint';
import { complaintWords } from '../../../src/language/lexicon/complaint-words';
import { expandPhrase } from './expand-phrase';

const read = (text: string, language: 'pt-BR' | 'en' | 'es' = 'pt-BR'): string[] =>
  readComplaint(text, language).map(({ question, value }) => `${question}=${value === true ? 'yes' : value}`);

describe('what people come with that is no concept', () => {
  it.each([
    ['to com intestino preso', 'complaint=bowel'],
    ["haven't pooped in 4 days", 'complaint=bowel'],
    ['estreñida desde el lunes', 'complaint=bowel'],
    ['apareceu uma afta na boca', 'complaint=mouth'],
    ['assadura no bebê', 'complaint=skin'],
    ['dor de ouvido', 'complaint=ear'],
    ['le duele mucho el oido', 'complaint=ear'],
    ['bee sting on my arm', 'complaint=sting'],
    ['terçol no olho', 'complaint=eye'],
    ['torci o tornozelo', 'complaint=injury'],
    ['n consigo pisar', 'cannot_bear_weight=yes'],
    ['she fell and cant get up', 'cannot_bear_weight=yes'],
    ['osso exposto', 'deformity=yes'],
    ['my jaw is locked', 'jaw_locked=yes'],
    ['cólica renal', 'flank_to_groin=yes'],
    ['pisei num prego', 'open_wound=yes'],
    ['melhorou e depois piorou', 'worse_after_better=yes'],
    ['dor insuportável', 'pain_score=9'],
  ])('"%s" gives %s', (text, answer) => {
    expect(read(text, /[ñ]|duele/.test(text) ? 'es' : / (my|in|and) /.test(text) ? 'en' : 'pt-BR')).toContain(
      answer,
    );
  });

  it.each([
    'sem ferida na boca',
    'não é picada de abelha',
    'febre e tosse há 2 dias',
    'quero marcar uma consulta',
    '',
  ])('"%s" gives none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('Given "dor no ouvido" in Portuguese Then an ear: there, "no" denies nothing', () => {
    expect(read('dor no ouvido')).toEqual(['complaint=ear']);
  });

  it.each(Object.keys(complaintWords))(
    'Then %s is an answer that a protocol asked of patients takes',
    (answer) => {
      const [id = '', value = ''] = answer.split('=');
      // an illness by its name answers nothing: it chooses the protocol
      if (JSON.stringify(packChoices('respiratory')).includes(`"${id}"`)) return;
      const taken = Object.values(packs)
        .filter(({ use }) => use === 'patient')
        .flatMap(({ questions }) => questions.filter((question) => question.id === id))
        .filter(
          (question) =>
            checkAnswer(question, value === 'yes' ? true : /^\d+$/.test(value) ? Number(value) : value).ok,
        );
      expect(taken).not.toEqual([]);
    },
  );

  it.each(
    Object.entries(complaintWords).flatMap(([answer, phrases]) => phrases.map((phrase) => [answer, phrase])),
  )('Then %s is read from each way to say "%s"', (answer = '', phrase = '') => {
    for (const words of expandPhrase(phrase, 40)) {
      const said = words.join(' ');
      const found = read(said, 'en').some((one) => one.split('=')[0] === answer.split('=')[0]);
      expect({ said, found }).toEqual({ said, found: true });
    }
  });
});
