import type { DueFollowUp } from '../../../contract/question';
import type { Identity, InputOf } from '../../../src/dialog/input';
import { step } from '../../../src/dialog/step';
import { ana, asks, hears, knowledge, lines, metAt } from '../../support/small-clinic';

const { setup } = asks('age');
const started = (more: Partial<InputOf<'started'>>): ReturnType<typeof hears> =>
  hears('started', { setup, channel: 'widget', visitor: { id: 'v' }, metAt, ...more }, metAt);
const who = (more: Partial<Identity> = {}): Identity => ({
  ...{ patientId: '0000-0001-1', mintedBy: 'crm', earlierConversations: 2 },
  ...more,
});
const daysBefore = (days: number): string => new Date(Date.parse(metAt) - days * 86_400_000).toISOString();
const followUp: DueFollowUp = {
  ...{ task: 't', pack: 'again', disease: 'dengue', due: metAt },
  answers: { age: 40, symptom_duration: 5 },
};

/** What is read, in its order, and who is asked. */
const first = (more: Partial<InputOf<'started'>>): string => {
  const { state: _state, ...done } = step(undefined, started(more), knowledge);
  return lines(done).split(' | > ')[0]!.replace('watch | ', '');
};

describe('The first words to somebody of whom the CRM already told', () => {
  // prettier-ignore
  it.each<[string, Partial<InputOf<'started'>>, string]>([
    ['back after 5 days', { who: who({ lastConversationAt: daysBefore(5) }) },
      'your_id_days days=5 id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['back after a day and a half', { who: who({ lastConversationAt: daysBefore(1.5) }) },
      'your_id_day id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['back after two days', { who: who({ lastConversationAt: daysBefore(2) }) },
      'your_id_days days=2 id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['back on the same day', { who: who({ lastConversationAt: daysBefore(0.9) }) },
      'your_id_today id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['back, nobody knows since when', { who: who() },
      'your_id_again id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['new', { who: who({ earlierConversations: 0 }) },
      'greeting | your_id id=0000-0001-1 | ask_complaint_first'],
    ['to be asked how it was', { who: who(), surveyOf: 'before' },
      'your_id_again id=0000-0001-1 | greeting_again | ask_complaint_first | survey_ask [survey:1] [survey:2] [survey:3] [survey:4] [survey:5] [survey:no]'],
    ['an answer of theirs is waited for', { who: who({ followUp }) },
      'your_id_again id=0000-0001-1 | greeting_again | follow_up_back disease=follow_up_disease_dengue [other] | draft_notice | q.pain [answer:pain:none] [answer:pain:some] [answer:pain:other] [answer:pain:unknown]'],
    ['an answer is waited for, and how it was is asked first', { who: who({ followUp }), surveyOf: 'before' },
      'your_id_again id=0000-0001-1 | greeting_again | survey_ask [survey:1] [survey:2] [survey:3] [survey:4] [survey:5] [survey:no] | follow_up_back disease=follow_up_disease_dengue [other] | draft_notice | q.pain [answer:pain:none] [answer:pain:some] [answer:pain:other] [answer:pain:unknown]'],
    ['an answer is waited for, by no pack', { who: who({ followUp: { ...followUp, pack: 'none' } }) },
      'your_id_again id=0000-0001-1 | greeting_again | ask_complaint_first'],
    ['a person serves already', { who: who(), servedBy: ana }, ''],
  ])('%s', (_name, more, words) => expect(first(more)).toBe(words.replace(/^$/, 'watch')));

  it('are about the person who is known: ID, record and consent count from the beginning', () => {
    const known = { age: 40 };
    const asking = { ...setup, consent: {} };
    const { state, events, effects } = step(
      undefined,
      started({ setup: asking, who: who({ known, consented: true }) }),
      knowledge,
    );
    expect(state).toMatchObject({
      ...{ phase: 'complaint', patientId: '0000-0001-1', writerId: '0000-0001-1', known, consent: 'given' },
    });
    expect(events.map(({ type }) => type)).toEqual([
      'acolhe.conversation.started.v1',
      'acolhe.patient.identified.v1',
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(effects.map(({ kind }) => kind)).not.toContain('ask-who');
  });
});
