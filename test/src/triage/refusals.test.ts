import { PackError } from '../../../src/triage/pack-problem';
import { recordReader } from '../../../src/triage/record';
import { validatePack } from '../../../src/triage/validate';
import { rich } from './rich-pack';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Broken = any;

function problemsOf(change: (pack: Broken) => unknown): string[] {
  const pack = JSON.parse(JSON.stringify(rich)) as Broken;
  pack.questions[4].unknown = { allowed: true };
  change(pack);
  try {
    validatePack(pack);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ code, at, message }) => `${code} at ${at}: ${message}`);
  }
}

describe('Whoever writes a protocol reads what does not fit, and where', () => {
  // prettier-ignore
  const defects: [(pack: Broken) => unknown, string[]][] = [
    [(pack) => (pack.questions[4].choices = undefined), [
      'wrong-type at questions.4.choices: pain needs choices',
      'unknown-choice at scope.when: pain must be one of undefined',
      'unknown-choice at redFlags.0.when: pain must be one of undefined',
      'unknown-choice at table.1.when: pain must be one of undefined',
    ]],
    [(pack) => (pack.questions[2].choices = ['a', 'b']), [
      'wrong-type at questions.2.choices: cough is a yes-no question and has choices',
    ]],
    [(pack) => (pack.questions[4].choices = ['some', 'some', 'none', 'strong']), [
      'duplicate-id at questions.4.choices: pain has a choice twice',
    ]],
    [(pack) => (pack.questions[4].choices.push('unknown')), [
      'unknown-choice at questions.4.choices: pain may not have a choice named "unknown"',
    ]],
    [(pack) => (pack.questions[5].bins = [{ choice: 'some' }]), [
      'wrong-type at questions.5.bins: temp has bins but no choices',
      'unknown-choice at questions.5.bins.0: temp has no choice some',
    ]],
    [(pack) => (pack.questions[4].bins = [{ below: 3, choice: 'gone' }, { choice: 'some' }]), [
      'unknown-choice at questions.4.bins.0: pain has no choice gone',
    ]],
    [(pack) => (pack.questions[4].bins = [{ below: 3, choice: 'none' }, { below: 3, choice: 'some' }, { choice: 'strong' }]), [
      'bins at questions.4.bins.1: pain has bins out of order',
    ]],
    [(pack) => (pack.questions[4].bins = [{ below: 3, choice: 'none' }]), [
      'bins at questions.4.bins: pain has no last bin for all other numbers',
    ]],
    [(pack) => { delete pack.questions[5].max; }, [
      'wrong-type at questions.5.min: temp needs min and max',
    ]],
    [(pack) => { delete pack.questions[5].min; }, [
      'wrong-type at questions.5.min: temp needs min and max',
    ]],
    [(pack) => (pack.questions[5].min = 50), [
      'wrong-type at questions.5.min: temp has min above max',
    ]],
    [(pack) => (pack.questions[5].min = 45), [
    ]],
    [(pack) => (pack.questions[6].unknown.means = 'no'), [
      'unknown-meaning at questions.6.unknown: breath is vital: an unknown answer must block or count as yes',
    ]],
    [(pack) => (pack.questions[6].unknown.means = 'blocks'), [
    ]],
    [(pack) => (pack.questions[2].unknown.means = 'blocks'), [
      'unknown-meaning at questions.2.unknown: cough blocks but is not vital',
    ]],
    [(pack) => (pack.questions[2].id = 'age'), [
      'duplicate-id at questions.2.id: age is used twice',
      'unknown-reference at derived.ill: there is no question cough',
      'unknown-reference at redFlags.0.when: there is no question cough',
      'unknown-reference at table.1.when: there is no question cough',
      'unknown-reference at table.4.when: there is no question cough',
    ]],
    [(pack) => (pack.questions.push({ ...pack.questions[2], id: 'bmi' })), [
      'duplicate-id at computed.bmi: bmi is also a question',
      'wrong-type at table.2.when: bmi is not a number',
    ]],
    [(pack) => (pack.outcomes.push(pack.outcomes[0])), [
      'duplicate-id at outcomes.4.id: call is used twice',
    ]],
    [(pack) => (pack.table[1].id = 'hot'), [
      'duplicate-id at table.1.id: hot is used twice',
    ]],
    [(pack) => (pack.table[0].outcome = 'gone'), [
      'unknown-outcome at table.0.outcome: row hot names no outcome gone',
    ]],
    [(pack) => (pack.table.pop()), [
      'last-row-not-always at table.5.when: the last row, old, must be {"always": true}',
    ]],
    [(pack) => (pack.table[2].when = { always: true }), [
      'unreachable-row at table.2.when: no row after heavy can be reached',
    ]],
    [(pack) => (pack.vitalUnknown.outcome = 'home'), [
      'unsafe-fallback at vitalUnknown.outcome: may not be a mild outcome',
    ]],
    [(pack) => (pack.vitalUnknown.outcome = 'gone'), [
      'unknown-outcome at vitalUnknown.outcome: names no outcome gone',
    ]],
    [(pack) => (pack.redFlagOutcome.outcome = 'gone'), [
      'unknown-outcome at redFlagOutcome.outcome: names no outcome gone',
    ]],
    [(pack) => (pack.outOfScope.outcome = 'gone'), [
      'unknown-outcome at outOfScope.outcome: names no outcome gone',
    ]],
    [(pack) => (pack.table[0].source.citation = 'gone'), [
      'unknown-reference at table.0.source: there is no citation gone',
    ]],
    [(pack) => (pack.table[0].when = { is: ['gone', true] }), [
      'unknown-reference at table.0.when: there is no question gone',
    ]],
    [(pack) => (pack.table[0].when = { is: ['cough', 'yes'] }), [
      'wrong-type at table.0.when: cough must be true or false',
    ]],
    [(pack) => (pack.table[0].when = { is: ['pain', 'much'] }), [
      'unknown-choice at table.0.when: pain must be one of none, some, strong',
    ]],
    [(pack) => (pack.table[0].when = { is: ['pain', 'unknown'] }), [
      'unknown-choice at table.0.when: pain must be one of none, some, strong',
    ]],
    [(pack) => (pack.table[0].when = { is: ['bmi', true] }), [
      'wrong-type at table.0.when: bmi is not a number',
    ]],
    [(pack) => (pack.table[0].when = { is: ['bmi', 30] }), [
    ]],
    [(pack) => (pack.table[0].when = { gte: ['cough', 1] }), [
      'wrong-type at table.0.when: cough is not a number',
    ]],
    [(pack) => (pack.table[0].when = { gte: ['gone', 1] }), [
      'unknown-reference at table.0.when: there is no question gone',
    ]],
    [(pack) => (pack.table[0].when = { ref: 'gone' }), [
      'unknown-reference at table.0.when: there is no derived condition gone',
    ]],
    [(pack) => (pack.table[0].when = { atLeast: [3, { is: ['cough', true] }, { is: ['fever', true] }] }), [
      'wrong-type at table.0.when: asks for 3 of 2 conditions',
    ]],
    [(pack) => (pack.table[0].when = { rise: ['temp', 1] }), [
      'unknown-reference at table.0.when: only a follow-up has an earlier temp',
    ]],
    [(pack) => (pack.derived.ill = { ref: 'ill' }), [
      'cycle at derived.ill: rests on itself: ill → ill',
    ]],
    [(pack) => (pack.derived = { ill: { ref: 'b' }, b: { not: { ref: 'ill' } } }), [
      'cycle at derived.ill: rests on itself: ill → b → ill',
    ]],
    [(pack) => (pack.questions[2].when = { is: ['cough', true] }), [
      'cycle at questions.2.when: rests on itself: cough → cough',
    ]],
    [(pack) => { pack.questions[2].when = { gte: ['bmi', 3] }; pack.questions[7].when = { is: ['cough', true] }; }, [
      'cycle at questions.2.when: rests on itself: cough → bmi → weight → cough',
    ]],
    [(pack) => (pack.computed.bmi.weightKg = 'gone'), [
      'unknown-reference at computed.bmi.weightKg: there is no question gone',
    ]],
    [(pack) => (pack.computed.bmi.weightKg = 'cough'), [
      'wrong-type at computed.bmi.weightKg: cough is not a number',
    ]],
    [(pack) => (pack.computed.age_days.years = 'gone'), [
      'unknown-reference at computed.age_days.years: there is no question gone',
    ]],
    [(pack) => (pack.records = { ignore: [], codes: { gone: { 9: 'unknown' } }, absentIs: {} }), [
      'unknown-reference at records.codes.gone.9: there is no question gone',
    ]],
    [(pack) => (pack.records = { ignore: [], codes: { cough: { 9: 'maybe' } }, absentIs: { cough: 3 } }), [
      'wrong-type at records.codes.cough.9: cough must be true or false',
      'wrong-type at records.absentIs.cough: cough must be true or false',
    ]],
    [(pack) => (pack.questions[2].concept = 'gone'), [
    ]],
    [(pack) => (pack.questions[2].deniedBy = ['gone']), [
    ]],
    [(pack) => (pack.outcomes[2].isolation = 'gone'), [
      'unknown-reference at outcomes.2.isolation: there is no parameter gone',
    ]],
    [(pack) => (pack.outcomes[2].followUp = 'gone'), [
      'unknown-reference at outcomes.2.followUp: there is no plan gone',
    ]],
    [(pack) => (pack.redFlags[0].id = 'dyspnea'), [
    ]],
    [(pack) => (pack.scope.when = { is: ['gone', true] }), [
      'unknown-reference at scope.when: there is no question gone',
    ]],
    [(pack) => (pack.status = 'gone'), [
      'shape at status: Invalid option: expected one of "draft"|"signed"|"active"|"retired"',
    ]],
    [(pack) => { delete pack.table[0].unknown; }, [
      'shape at table.0.unknown: Invalid option: expected one of "holds"|"fails"|"blocks"',
    ]],
    [(pack) => (pack.table[0].when = { atLeast: [2, { is: ['cough', true] }, { is: ['fever', true] }] }), [
    ]],
    [(pack) => { delete pack.computed; pack.table[0].when = { gte: ['bmi', 30] }; }, [
      'unknown-reference at table.0.when: there is no question bmi',
      'unknown-reference at table.2.when: there is no question bmi',
      'unknown-reference at table.3.when: there is no question age_days',
    ]],
    [(pack) => { delete pack.computed; pack.questions[2].when = { lt: ['temp', 38] }; pack.questions[5].when = { is: ['cough', true] }; }, [
      'unknown-reference at table.2.when: there is no question bmi',
      'unknown-reference at table.3.when: there is no question age_days',
      'cycle at questions.2.when: rests on itself: cough → temp → cough',
    ]],
    [(pack) => (pack.questions[5].when = { gte: ['temp', 38] }), [
      'cycle at questions.5.when: rests on itself: temp → temp',
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.questions[5].when = { fall: ['temp', 1] }; }, [
      'cycle at questions.5.when: rests on itself: temp → temp',
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.questions[5].when = { rise: ['temp', 1] }; }, [
      'cycle at questions.5.when: rests on itself: temp → temp',
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.table[0].when = { rise: ['temp', 1] }; }, [
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.table[0].when = { fall: ['cough', 1] }; }, [
      'wrong-type at table.0.when: cough is not a number',
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.table[0].when = { is: ['previous.cough', true] }; }, [
    ]],
    [(pack) => (pack.table[0].when = { is: ['previous.cough', true] }), [
      'unknown-reference at table.0.when: there is no question previous.cough',
    ]],
    [(pack) => { pack.use = 'follow-up'; pack.table[0].when = { is: ['previous.gone', true] }; }, [
      'unknown-reference at table.0.when: there is no question previous.gone',
    ]],
    [(pack) => (pack.table[0].when = { is: ['pain', 'some', 'much', 'strong'] }), [
      'unknown-choice at table.0.when: pain must be one of none, some, strong',
    ]],
    [(pack) => (pack.table[0].when = { any: [{ not: { is: ['gone', true] } }, { all: [{ ref: 'gone' }] }] }), [
      'unknown-reference at table.0.when: there is no question gone',
      'unknown-reference at table.0.when: there is no derived condition gone',
    ]],
    [(pack) => (pack.questions[3].when = { ref: 'ill' }), [
      'cycle at derived.ill: rests on itself: ill → fever → ill',
    ]],
    [(pack) => (pack.derived = { ill: { any: [{ is: ['cough', true] }, { ref: 'b' }] }, b: { ref: 'c' }, c: { is: ['fever', true] } }), [
    ]],
    [(pack) => (pack.plans = [{ id: 'p', everyHours: 24, untilDay: 3, anchor: 'onset', tries: 1, source: { citation: 'gone', at: 'p' }, when: { ref: 'none' } }, { id: 'p', everyHours: 24, untilDay: 3, anchor: 'onset', tries: 1, source: { citation: 'made', at: 'p' }, when: { always: true } }]), [
      'unknown-reference at plans.0.when: there is no derived condition none',
      'unknown-reference at plans.0.source: there is no citation gone',
      'duplicate-id at plans.1.id: p is used twice',
    ]],
    [(pack) => (pack.redFlags.push({ ...pack.redFlags[0], source: { citation: 'gone', at: 'p' } })), [
      'unknown-reference at redFlags.1.source: there is no citation gone',
      'duplicate-id at redFlags.1.id: cough_and_pain is used twice',
    ]],
    [(pack) => { pack.outcomes[0].urgencyMinutes = 11; pack.outcomes[2].urgencyMinutes = 11; }, [
      'wrong-type at outcomes.0.urgencyMinutes: call is an emergency: 10 minutes at most',
    ]],
    [(pack) => (pack.outcomes[0].urgencyMinutes = 10), [
    ]],
    [(pack) => { delete pack.redFlagOutcome; }, [
      'unsafe-fallback at redFlagOutcome: is missing: only a demonstration goes without',
    ]],
    [(pack) => { delete pack.redFlagOutcome; pack.demonstration = true; }, [
    ]],
    [(pack) => { delete pack.outOfScope; }, [
      'unsafe-fallback at outOfScope: is missing: the scope leaves people out',
    ]],
    [(pack) => { delete pack.outOfScope; pack.scope.when = { always: true }; }, [
    ]],
    [(pack) => (pack.redFlagOutcome.outcome = 'see'), [
      'unsafe-fallback at redFlagOutcome.outcome: must be an emergency',
    ]],
    [(pack) => (pack.outOfScope.outcome = 'home'), [
      'unsafe-fallback at outOfScope.outcome: may not be a mild outcome',
    ]],
    [(pack) => (pack.parameters = { days: { value: 3, unit: 'days', validFrom: '2026-01-01', source: { citation: 'gone', at: 'p' } } }), [
      'unknown-reference at parameters.days.source: there is no citation gone',
    ]],
    [(pack) => { pack.vitalUnknown.source.citation = 'gone'; pack.outOfScope.source = { citation: 'gone', at: 'p' }; pack.redFlagOutcome.source = { citation: 'gone', at: 'p' }; }, [
      'unknown-reference at redFlagOutcome.source: there is no citation gone',
      'unknown-reference at vitalUnknown.source: there is no citation gone',
      'unknown-reference at outOfScope.source: there is no citation gone',
    ]],
    [(pack) => { pack.questions[4].bins = [{ below: 3, choice: 'none' }, { below: 5, choice: 'some' }, { choice: 'strong' }]; }, [
    ]],
    [(pack) => { pack.questions[4].bins = [{ choice: 'none' }, { below: 5, choice: 'some' }, { choice: 'strong' }]; }, [
      'bins at questions.4.bins.1: pain has bins out of order',
    ]],
    [(pack) => { pack.questions[4].bins = []; }, [
    ]],
    [(pack) => (pack.records = { ignore: [], codes: { cough: { 9: 'unknown', 1: true } }, absentIs: { cough: false } }), [
    ]],
    [(pack) => (pack.use = 'nobody'), [
      'shape at use: Invalid option: expected one of "patient"|"staff"|"follow-up"',
    ]],
  ];

  it.each(defects)('%s', (change, problems) => expect(problemsOf(change)).toEqual(problems));
});

describe('Whoever records answers reads what cannot be taken', () => {
  const read = recordReader(rich);
  // prettier-ignore
  const rows: [Record<string, unknown>, string][] = [
    [{ cough: 'yes', fever: 0, breath: 'no', temp: '37.5', pain: 'some' }, 'cough=true | fever=false | breath=false | temp=37.5 | pain=some'],
    [{ cough: 'unknown', temp: 'unknown', pain: 'unknown', breath: null, fever: '' }, 'cough=unknown | temp=unknown | pain=unknown'],
    [{ cough: 'sim' }, 'cough "sim" must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ temp: '37,5' }, 'temp "37,5" must be a number from 30 to 45, with a point: 37.5'],
    [{ temp: '-37,5' }, 'temp "-37,5" must be a number from 30 to 45, with a point: -37.5'],
    [{ temp: 46 }, 'temp 46 must be a number from 30 to 45'],
    [{ temp: 29.9 }, 'temp 29.9 must be a number from 30 to 45'],
    [{ temp: 1e400 }, 'temp a number too large to read, must be a number from 30 to 45'],
    [{ pain: 'much' }, 'pain "much" must be one of none, some, strong'],
    [{ pain: 3 }, 'pain 3 must be one of none, some, strong'],
    [{ bmi: '30' }, 'bmi=30'],
    [{ bmi: 81 }, 'bmi 81 must be a number from 10 to 80'],
    [{ age: 121 }, 'age 121 must be a number from 0 to 120'],
    [{ age_months: 24 }, 'age_months=24'],
    [{ age_months: 1440 }, 'age_months=1440'],
    [{ age_days: 44001 }, 'age_days 44001 must be a number from 0 to 44000'],
    [{ 'previous.temp': '38' }, 'previous.temp=38'],
    [{ chest_pain: 'yes', oxygen_saturation: '85' }, 'chest_pain=true | oxygen_saturation=85'],
    [{ oxygen_saturation: 101 }, 'oxygen_saturation 101 must be a number from 0 to 100'],
    [{ temperature: 45.1 }, 'temperature 45.1 must be a number from 0 to 45'],
    [{ breathing_rate: 201 }, 'breathing_rate 201 must be a number from 0 to 200'],
    [{ blood_pressure_systolic: 351 }, 'blood_pressure_systolic 351 must be a number from 0 to 350'],
    [{ glucose: 2001 }, 'glucose 2001 must be a number from 0 to 2000'],
    [{ chest_pain: 'perhaps' }, 'chest_pain "perhaps" must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ oxygen_saturation: 'unknown' }, 'oxygen_saturation=unknown'],
    [{ gone: 1 }, 'gone unread'],
    [{ cough: 'a very long text that nobody should have to read to its end' }, 'cough "a very long text that nobody should ha… must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ cough: { a: 1 } }, 'cough {"a":1} must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
  ];

  it.each(rows)('%j', (row, expected) => {
    const { answers, problems, unread } = read(row);
    const taken = Object.entries(answers).map(([id, value]) => `${id}=${value}`);
    const refused = problems.map(({ field, reason }) => `${field} ${reason}`);
    expect([...taken, ...refused, ...unread.map((field) => `${field} unread`)].join(' | ')).toBe(expected);
  });
});
