import { packs } from '../../../settings/packs';
import { needed, readForm, shownQuestions } from '../../../crm-sync/rescreen/form';

const pack = packs['human-rescreen']!;
const field = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`q_${id}`, value]));
const vital = { age: '35', dyspnea: 'no', drowsiness: 'no', severity: 'mild', contagion: 'low' };

describe('what was typed', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'yes, no and unknown',
      { dyspnea: 'yes', fever: 'no', cough: 'unknown' },
      { dyspnea: true, fever: false, cough: 'unknown' },
    ],
    ['a number with a comma', { temperature: '38,2' }, { temperature: 38.2 }],
    ['a choice', { decision: 'home' }, { decision: 'home' }],
    ['a measurement left empty: not measured', { oxygen_saturation: '' }, { oxygen_saturation: 'unknown' }],
    ['a vital number left empty: not answered', { age: '' }, {}],
    ['a vital number that is not known', { age: '', age_unknown: 'on' }, { age: 'unknown' }],
    ['what is no question', { nobody: 'yes', constructor: 'yes' }, {}],
    ['what does not apply: asked of adults under 56 only', { age: '70', pregnancy: 'yes' }, { age: 70 }],
  ])('%s', (_name, typed, answers) => {
    expect(readForm(pack, field(typed))).toEqual({ answers, invalid: [] });
  });

  it.each([
    ['a number outside its range', { oxygen_saturation: '10' }, ['oxygen_saturation']],
    ['words for a number', { age: 'trinta' }, ['age']],
    ['another choice', { decision: 'tomorrow' }, ['decision']],
    ['another word', { fever: 'maybe' }, ['fever']],
    ['a list', { fever: ['yes', 'no'] as never }, ['fever']],
  ])('refuses %s', (_name, typed, invalid) => {
    expect(readForm(pack, field(typed as Record<string, string>))).toMatchObject({ invalid });
  });
});

describe('what is asked', () => {
  const ids = (answers: Parameters<typeof shownQuestions>[1]) =>
    shownQuestions(pack, answers).map(({ id }) => id);

  it('at first all that depends on nothing', () => {
    expect(ids({})).toEqual(expect.arrayContaining(['age', 'dyspnea', 'severity', 'contagion', 'decision']));
    expect(ids({})).not.toEqual(expect.arrayContaining(['pregnancy']));
    expect(ids({})).not.toEqual(expect.arrayContaining(['diabetes']));
  });
  it.each<[string, Parameters<typeof shownQuestions>[1], string]>([
    ['a woman or man of 30', { age: 30 }, 'pregnancy'],
    ['an infant', { age: 1 }, 'age_months'],
    ['a risk', { risk_condition: true }, 'diabetes'],
    ['home and contagious', { decision: 'home', contagion: 'high' }, 'can_isolate'],
  ])('of %s also what applies then', (_name, answers, id) => {
    expect(ids(answers)).toContain(id);
    expect(ids({})).not.toContain(id);
  });
});

describe('what is still needed', () => {
  const read = (values: Record<string, string>) => needed(pack, readForm(pack, field(values)).answers);

  it('of an empty form the vital answers, first of all the person’s own judgement', () => {
    expect(read({})).toEqual(
      expect.arrayContaining(['age', 'dyspnea', 'drowsiness', 'severity', 'contagion', 'decision']),
    );
  });
  it('of a severe case no more than the vital ones', () => {
    expect(read({ ...vital, severity: 'severe', decision: 'emergency', contagion: 'unknown' })).toEqual([]);
  });
  it('with a red flag only the judgement: nobody fills in a form beside an emergency', () => {
    expect(read({ cyanosis: 'yes' }).sort()).toEqual(['contagion', 'decision', 'severity']);
  });
  it('of one sent home whatever can still change that', () => {
    expect(read({ ...vital, decision: 'home' })).toEqual(
      expect.arrayContaining(['fever', 'covid_test_positive']),
    );
  });
  it('nothing that is said not to be known', () => {
    const all = Object.fromEntries(
      pack.questions.map(({ id, type }) => [id, type === 'number' ? '' : 'unknown']),
    );
    expect(read({ ...all, age_unknown: 'on' })).toEqual([]);
  });
});
