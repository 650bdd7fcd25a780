import { analysePack } from '../../../src/triage/analyse';
import { labelsOf, isLabel } from '../../../src/triage/labels';
import { textKeys } from '../../../src/triage/validate';
import type { Condition, Pack } from '../../../src/triage/pack';
import { both, choice, endsIn, findingsOf, nets, real, signed, vital } from './findings-of';
import { is, number } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';

const never: Condition = { not: { always: true } };

describe('What is found in a small protocol', () => {
  // prettier-ignore
  const packs: [string, Pack, string[]][] = [
    ['nothing wrong', smallPack([yesNo('a'), yesNo('b', { kind: 'vital', unknown: { allowed: true } })], [['x', is('a'), 'call']]), [
      'valid, exhaustive',
      'note no-other-words at questions.1.rephrase: the vital b has no other words for who is not sure',
    ]],
    ['a row above takes all', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'see'], ['y', both('a', 'b'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:true',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
      'problem gap at table.2 of else y: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true',
    ]],
    ['a row that never holds', smallPack([yesNo('a'), number('n', 0, 10)], [['x', { all: [{ gte: ['n', 5] }, { lt: ['n', 5] }] }, 'call'], ['y', is('a'), 'see']]), [
      'not valid, exhaustive',
      'problem unreachable-row at table.0 of x: row x can never decide: its condition never holds',
    ]],
    ['a row that holds at the end of a range only', smallPack([number('n', 0, 10)], [['x', { gte: ['n', 10] }, 'call'], ['y', { gte: ['n', 11] }, 'see']]), [
      'not valid, exhaustive',
      'problem unreachable-row at table.1 of y: row y can never decide: its condition never holds',
    ]],
    ['rows above take all together', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'call'], ['y', is('a', false), 'see'], ['z', is('b'), 'see']]), [
      'not valid, exhaustive',
      'problem unreachable-row at table.2 of z: row z can never decide: the rows above take all that it is for, together',
      'problem unreachable-row at table.3 of else: row else can never decide: the rows above take all that it is for, together',
    ]],
    ['a mild row above a more urgent one', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'home'], ['y', is('b'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (home, 2880 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:true',
    ]],
    ['a row between that is as urgent', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'home'], ['y', is('b'), 'see'], ['z', is('b'), 'see']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (home, 2880 min) hides row y (see, 720 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:true',
      'problem unreachable-row at table.2 of z y: row z can never decide: row y above takes all that it is for',
    ]],
    ['as urgent a row below hides nothing', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'see'], ['y', is('b'), 'see']]), [
      'valid, exhaustive',
    ]],
    ['a question nobody is asked', smallPack([yesNo('a'), yesNo('b', { when: { all: [is('a'), is('a', false)] } })], [['x', is('a'), 'call'], ['y', is('b'), 'see']]), [
      'not valid, exhaustive',
      'problem never-asked at questions.1: b is never asked: its condition never holds',
      'note unreachable-row at table.1 of y: row y decides only on what people say unasked: nobody it is for is asked for it, seen in a:false,b:true',
    ]],
    ['a question asked after a yes', smallPack([yesNo('a'), yesNo('b', { when: is('a') })], [['x', both('a', 'b'), 'call'], ['y', is('b'), 'see']]), [
      'not valid, exhaustive',
      'problem gap at table.2 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false',
      'note unreachable-row at table.1 of y: row y decides only on what people say unasked: nobody it is for is asked for it, seen in a:false,b:true',
    ]],
    ['only on what is told unasked', smallPack([yesNo('a'), yesNo('b', { when: is('a') })], [['y', { all: [is('a', false), is('b')] }, 'see']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else y: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:true',
      'note unreachable-row at table.0 of y: row y decides only on what people say unasked: nobody it is for is asked for it, seen in a:false,b:true',
    ]],
    ['two of three', smallPack([yesNo('a'), yesNo('b'), yesNo('c')], [['x', { atLeast: [2, is('a'), is('b'), is('c')] }, 'see'], ['y', both('a', 'c'), 'call'], ['z', is('c'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:false,c:true',
      'problem hidden-row at table.0 of x z: row x (see, 720 min) hides row z (call, 0 min), which is below at table.2, and no embedded case says that it is meant, seen in a:false,b:true,c:true',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
      'problem gap at table.3 of else x y: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false,c:false',
      'problem gap at table.3 of else x: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true,c:false',
    ]],
    ['not', smallPack([yesNo('a'), yesNo('b')], [['x', { not: both('a', 'b') }, 'see'], ['y', { not: is('a') }, 'call'], ['z', is('b'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:false,b:false',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
      'problem unreachable-row at table.3 of else: row else can never decide: the rows above take all that it is for, together',
    ]],
    ['choices', smallPack([choice('c', 'one', 'two', 'three')], [['x', { is: ['c', 'one', 'two'] }, 'see'], ['y', is('c', 'two'), 'call'], ['z', is('c', 'three'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in c:two',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
    ]],
    ['whatever is unknown holds', smallPack([yesNo('a', { unknown: { allowed: true } }), yesNo('b')], [['x', is('a'), 'see'], ['y', is('b'), 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:true',
    ]],
    ['a vital question nobody compares', smallPack([yesNo('a', { kind: 'vital', unknown: { allowed: true } })], []), [
      'valid, exhaustive',
      'note no-other-words at questions.0.rephrase: the vital a has no other words for who is not sure',
    ]],
    ['a danger sign that is not vital', real([yesNo('dyspnea'), yesNo('a')], [['x', is('a'), 'see']]), [
      'valid, exhaustive',
    ]],
    ['every answer is a red flag', real([yesNo('dyspnea', vital), yesNo('a')], [['x', is('dyspnea'), 'see'], ['y', is('a'), 'see']]), [
      'not valid, exhaustive',
      'problem unreachable-row at table.0 of x: row x can never decide: every answer it is for is a red flag, which decides before the table',
    ]],
    ['out of scope', real([yesNo('a'), yesNo('b')], [['x', { all: [is('a'), is('b', false)] }, 'see']], { scope: { text: 'scope', when: is('b') } }), [
      'not valid, exhaustive',
      'problem unreachable-row at table.0 of x: row x can never decide: whom it is for is out of scope, or a mild outcome they cannot have',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:true',
    ]],
    ['a mild row of who is out of scope', real([yesNo('a', { unknown: { allowed: true } }), yesNo('b', { unknown: { allowed: true } })], [['x', { not: is('b') }, 'home']], { scope: { text: 'scope', when: is('b') } }), [
      'not valid, exhaustive',
      'problem unreachable-row at table.0 of x: row x can never decide: whom it is for is out of scope, or a mild outcome they cannot have',
      'problem never-asked at questions.0: a is never asked: no rule depends on it',
    ]],
    ['an age below two', smallPack([number('age', 0, 120, { unit: 'years' }), number('age_months', 0, 24, { when: { lt: ['age', 2] } })], [['x', { lt: ['age_days', 30] }, 'call'], ['y', { lt: ['age_months', 3] }, 'see'], ['z', { all: [{ gte: ['age', 3] }, { lt: ['age_months', 3] }] }, 'see']], { computed: { age_days: { formula: 'age-days', months: 'age_months', years: 'age', min: 0, max: 44_000 } } }), [
      'not valid, exhaustive',
      'problem unreachable-row at table.2 of z: row z can never decide: its condition never holds',
    ]],
    ['a body mass', smallPack([number('kg', 1, 300), number('cm', 30, 250)], [['x', { gte: ['bmi', 30] }, 'see'], ['y', { gte: ['bmi', 40] }, 'call']], { computed: { bmi: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 } } }), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in bmi:40',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
    ]],
    ['a change', smallPack([number('n', 0, 10)], [['x', { rise: ['n', 2] }, 'see'], ['y', { rise: ['n', 3] }, 'call'], ['z', { fall: ['n', 3] }, 'call']], { use: 'follow-up' }), [
      'not valid, searched',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in n:3,previous.n:0',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
    ]],
    ['a change that can never be', smallPack([number('n', 0, 10)], [['x', { rise: ['n', 11] }, 'see']], { use: 'follow-up' }), [
      'not valid, searched',
      'problem unreachable-row at table.0 of x: row x can never decide: its condition never holds',
    ]],
    ['unused parts', smallPack([yesNo('a')], [['x', is('a'), 'see']], { derived: { d: is('a') }, citations: { made: { title: 'made up', publisher: 'nobody', year: 2026 }, other: { title: 'x', publisher: 'y', year: 2020 } } }), [
      'valid, exhaustive',
      'note unused at citations.other: no rule and no case cites other',
      'note unused at derived.d: nothing refers to the derived condition d',
    ]],
    ['signed by one', smallPack([yesNo('a')], [['x', is('a'), 'call']], { status: 'signed', signatures: [signed('Ana  Lima'), signed('ana lima ')] }), [
      'not valid, exhaustive',
      'problem signatures at signatures: is signed with the signatures of one clinician: two are needed',
    ]],
    ['signed by nobody', smallPack([yesNo('a')], [['x', is('a'), 'call']], { status: 'active' }), [
      'not valid, exhaustive',
      'problem signatures at signatures: is active with the signatures of nobody: two are needed',
    ]],
    ['signed by two', smallPack([yesNo('a')], [['x', is('a'), 'call']], { status: 'active', signatures: [signed('Ana'), signed('Bia')] }), [
      'valid, exhaustive',
    ]],
    ['a named condition that is used', smallPack([yesNo('a')], [['x', { all: [{ ref: 'long_name' }, { not: { ref: 'd' } }] }, 'call']], { derived: { d: is('a', false), long_name: is('a') } }), [
      'valid, exhaustive',
    ]],
    ['a citation of a text', smallPack([yesNo('a')], [['x', is('a'), 'call']], { parameters: { p: { value: 1, unit: 'days', validFrom: '2026-01-01', source: { citation: 'other', at: 'p' } } }, citations: { made: { title: 'made up', publisher: 'nobody', year: 2026 }, other: { title: 'x', publisher: 'y', year: 2020 } } }), [
      'valid, exhaustive',
    ]],
    ['told, and used by nothing', smallPack([yesNo('a'), yesNo('t', { when: never }), yesNo('u', { when: never })], [['x', { any: [is('a'), is('u')] }, 'call']]), [
      'not valid, exhaustive',
      'problem never-asked at questions.1: t is kept, but no rule uses it',
    ]],
    ['never asked at all', smallPack([yesNo('a'), yesNo('t')], [['x', is('a'), 'call']]), [
      'not valid, exhaustive',
      'problem never-asked at questions.1: t is never asked: no rule depends on it',
    ]],
    ['asked after what is used', smallPack([yesNo('a'), yesNo('b'), yesNo('c', { when: is('b') })], [['x', both('a', 'c'), 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false',
      'problem gap at table.1 of else x: c told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true,c:true',
    ]],
    ['asked for the public health questions', smallPack([yesNo('a'), yesNo('b'), yesNo('s', { kind: 'surveillance', when: is('b') })], [['x', is('a'), 'call']]), [
      'valid, exhaustive',
    ]],
    ['asked for a plan', smallPack([yesNo('a'), yesNo('b')], [['x', is('a'), 'call']], { plans: [{ id: 'p', everyHours: 24, untilDay: 3, anchor: 'onset', tries: 1, source, when: is('b') }] }), [
      'valid, exhaustive',
    ]],
    ['asked where another is not known', smallPack([yesNo('a', { unknown: { allowed: true } }), yesNo('b', { when: { not: { is: ['a', true, false] } } })], [['x', { any: [is('a'), is('b')] }, 'call']]), [
      'valid, exhaustive',
    ]],
    ['asked where a number is not known', smallPack([number('n', 0, 9), yesNo('b', { when: { all: [{ not: { gte: ['n', 0] } }] } })], [['x', { any: [{ gte: ['n', 7] }, is('b')] }, 'call']]), [
      'valid, exhaustive',
    ]],
    ['asked where nothing can be unknown', smallPack([yesNo('a', { unknown: { allowed: false } }), yesNo('b', { when: { not: { is: ['a', true, false] } } })], [['x', { any: [is('a'), is('b')] }, 'call']]), [
      'not valid, exhaustive',
      'problem never-asked at questions.1: b is never asked: its condition never holds',
    ]],
    ['asked after a change', smallPack([number('n', 0, 10), yesNo('b', { when: { rise: ['n', 2] } })], [['x', is('b'), 'call']], { use: 'follow-up' }), [
      'valid, searched',
    ]],
    ['a danger sign that may be unknown', real([yesNo('dyspnea', { unknown: { allowed: true } }), yesNo('a')], [['x', is('a'), 'see']]), [
      'valid, exhaustive',
      'note not-vital at questions.0 of else: dyspnea is a red flag, but not vital: row else gives a mild outcome without knowing it, seen in dyspnea:unknown,a:false',
    ]],
    ['a danger sign that must be answered', real([yesNo('dyspnea', { unknown: { allowed: false } }), yesNo('a')], [['x', is('a'), 'see']]), [
      'valid, exhaustive',
    ]],
    ['a danger sign only told', real([yesNo('dyspnea', { when: never, unknown: { allowed: true } }), yesNo('a')], [['x', is('a'), 'see']]), [
      'valid, exhaustive',
    ]],
    ['a danger sign, and two mild rows', real([yesNo('a'), yesNo('chest_pain', { unknown: { allowed: true } })], [['x', is('a'), 'home']]), [
      'valid, exhaustive',
      'note not-vital at questions.1 of x: chest_pain is a red flag, but not vital: row x gives a mild outcome without knowing it, seen in a:true,chest_pain:unknown',
    ]],
    ['no danger sign', real([yesNo('runny_nose', { unknown: { allowed: true } }), yesNo('a', { unknown: { allowed: true } })], [['x', { any: [is('a'), is('runny_nose')] }, 'see']]), [
      'valid, exhaustive',
    ]],
    ['an index, asked for by its parts', smallPack([number('kg', 1, 300), number('cm', 30, 250), yesNo('a')], [['x', { any: [is('a'), { gte: ['bmi', 30] }] }, 'call']], { computed: { bmi: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 } } }), [
      'valid, exhaustive',
    ]],
    ['an age in days, asked for by years and months', smallPack([number('age', 0, 120), number('age_months', 0, 24, { when: { lt: ['age', 2] } })], [['x', { lt: ['age_days', 30] }, 'call']], { computed: { age_days: { formula: 'age-days', months: 'age_months', years: 'age', min: 0, max: 44_000 } } }), [
      'valid, exhaustive',
    ]],
    ['a red flag of its own', real([yesNo('a'), yesNo('b')], [], { redFlags: [{ id: 'own', when: both('a', 'b'), call: '192', source }] }), [
      'valid, exhaustive',
    ]],
    ['a row for its red flags', real([yesNo('a'), yesNo('b')], [['x', both('a', 'b'), 'call']], { redFlags: [{ id: 'own', when: is('a'), call: '192', source }] }), [
      'not valid, exhaustive',
      'problem unreachable-row at table.0 of x: row x can never decide: every answer it is for is a red flag, which decides before the table',
      'problem gap at table.1 of else x: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true',
    ]],
    ['as urgent as the last row', smallPack([yesNo('a')], [['x', is('a'), 'home']]), [
      'valid, exhaustive',
    ]],
    ['a row above takes one at a time', smallPack([choice('c', 'p', 'q', 'r')], [['x', { is: ['c', 'p', 'q'] }, 'call'], ['y', is('c', 'p'), 'see'], ['z', is('c', 'r'), 'see']]), [
      'not valid, exhaustive',
      'problem unreachable-row at table.1 of y x: row y can never decide: row x above takes all that it is for',
    ]],
    ['a choice is no sign', smallPack([choice('c', 'p', 'q'), yesNo('a')], [['x', { all: [is('c', 'p'), is('a')] }, 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in c:q,a:true',
    ]],
    ['a number is no sign', smallPack([number('n', 0, 9), yesNo('a')], [['x', { all: [{ gte: ['n', 5] }, is('a')] }, 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in n:0,a:true',
    ]],
    ['public health is no sign', smallPack([yesNo('s', { kind: 'surveillance' }), yesNo('a')], [['x', both('s', 'a'), 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in s:false,a:true',
    ]],
    ['signs of more rows than are named', smallPack([yesNo('a'), yesNo('b'), yesNo('c'), yesNo('d'), yesNo('e')], [['v', both('a', 'b'), 'call'], ['w', both('a', 'c'), 'call'], ['x', both('a', 'd'), 'call'], ['y', both('a', 'e'), 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.4 of else v w x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false,c:false,d:false,e:false',
      'problem gap at table.4 of else v: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true,c:false,d:false,e:false',
      'problem gap at table.4 of else w: c told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:false,c:true,d:false,e:false',
      'problem gap at table.4 of else x: d told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:false,c:false,d:true,e:false',
      'problem gap at table.4 of else y: e told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:false,c:false,d:false,e:true',
    ]],
    ['advice for a safety net', smallPack([yesNo('a')], [['x', is('a'), 'call']], { outcomes: nets }), [
      'not valid, exhaustive',
      'problem no-safety-net at outcomes.2.safetyNet: outcome home has no safety net: it only says its advice again',
    ]],
    ['a sign that only the last row catches', smallPack([yesNo('a'), yesNo('b')], [['x', both('a', 'b'), 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false',
      'problem gap at table.1 of else x: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true',
    ]],
    ['a state is no sign', smallPack([yesNo('pregnancy'), yesNo('b', { stable: true }), yesNo('postpartum'), yesNo('smoking'), yesNo('breastfeeding'), yesNo('possible_pregnancy')], [['x', { all: [is('pregnancy'), is('b'), is('postpartum'), is('smoking'), is('breastfeeding'), is('possible_pregnancy')] }, 'call']]), [
      'valid, exhaustive',
    ]],
    ['a no is no sign', smallPack([yesNo('a'), yesNo('b')], [['x', { all: [{ not: is('a') }, is('b')] }, 'call']]), [
      'not valid, exhaustive',
      'problem gap at table.1 of else x: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:true',
    ]],
    ['a gap of what is not mild', smallPack([yesNo('a'), yesNo('b')], [['x', both('a', 'b'), 'call']], { table: endsIn('see') }), [
      'valid, exhaustive',
      'note gap at table.1 of else x: a told, and only the last row, else (see), catches it; no embedded case says that it is meant, seen in a:true,b:false',
      'note gap at table.1 of else x: b told, and only the last row, else (see), catches it; no embedded case says that it is meant, seen in a:false,b:true',
    ]],
    ['a row like its neighbour but one', smallPack([yesNo('a'), yesNo('b'), yesNo('c'), yesNo('d')], [['x', { any: [both('a', 'b'), both('c', 'd')] }, 'see'], ['y', both('a', 'd'), 'call'], ['z', { atLeast: [3, is('a'), is('b'), is('c'), is('d')] }, 'call']]), [
      'not valid, exhaustive',
      'problem hidden-row at table.0 of x y: row x (see, 720 min) hides row y (call, 0 min), which is below at table.1, and no embedded case says that it is meant, seen in a:true,b:false,c:true,d:true',
      'problem hidden-row at table.0 of x z: row x (see, 720 min) hides row z (call, 0 min), which is below at table.2, and no embedded case says that it is meant, seen in a:false,b:true,c:true,d:true',
      'problem unreachable-row at table.2 of z x: row z can never decide: row x above takes all that it is for',
      'problem gap at table.3 of else x y z: a told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:true,b:false,c:false,d:false',
      'problem gap at table.3 of else x z: b told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:true,c:false,d:false',
      'problem gap at table.3 of else x z: c told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:false,c:true,d:false',
      'problem gap at table.3 of else x y z: d told, and only the last row, else (home), catches it; no embedded case says that it is meant, seen in a:false,b:false,c:false,d:true',
    ]],
  ];

  it.each(packs)('%s', (_title, pack, found) => expect(findingsOf(pack)).toEqual(found));
});

describe('What is found of its texts', () => {
  const pack = real([yesNo('a')], [['x', is('a'), 'call']], { derived: { d: is('a') } });
  const all = Object.fromEntries(
    [...textKeys(pack), ...labelsOf(pack).map(({ key }) => key)].map((key) => [key, `${key} text`]),
  );
  const notes = (more: Record<string, string>): string[] =>
    analysePack(pack, { texts: { en: { ...all, ...more } }, samples: 1 })
      .findings.filter(({ code }) =>
        ['unused', 'no-safety-net', 'text-missing', 'text-placeholder'].includes(code),
      )
      .map(({ code, at, message }) => `${code} at ${at}: ${message}`);
  const unused = ['unused at derived.d: nothing refers to the derived condition d'];

  it.each<[string, Record<string, string>, string[]]>([
    ['all there', {}, unused],
    ['one too many', { more: 'x' }, [...unused, 'unused at en: texts nothing asks for: more']],
    [
      'five too many',
      { b: '', c: '', d: '', e: '', f: '' },
      [...unused, 'unused at en: texts nothing asks for: b, c, d, e, f'],
    ],
    [
      'six too many',
      { b: '', c: '', d: '', e: '', f: '', g: '' },
      [...unused, 'unused at en: texts nothing asks for: b, c, d, e, f, …'],
    ],
    [
      'the advice again for a safety net',
      { 'home.net': 'home text' },
      [
        'no-safety-net at outcomes.2.safetyNet: outcome home has no safety net: it only says its advice again',
        ...unused,
      ],
    ],
    ['none for the advice', { home: ' ' }, ['text-missing at en.home: has no text', ...unused]],
  ])('%s', (_title, more, found) => expect(notes(more)).toEqual(found));

  it('outcomes that nothing ends in are told', () => {
    const { findings } = analysePack(smallPack([yesNo('a')], [['x', is('a'), 'home']]));
    expect(findings.map(({ at, message }) => `${at}: ${message}`)).toContain(
      'outcomes.0: nothing ends in outcome call',
    );
    expect(findings.map(({ at }) => at)).not.toContain('outcomes.1');
  });

  it('each text that a protocol names is looked for, in each language', () => {
    const named = real(
      [choice('c', 'one', 'two'), yesNo('a', { rephrase: 'q.a.again' })],
      [['x', both('a'), 'call']],
      { redFlags: [{ id: 'own', when: is('a'), call: '192', source }], derived: { d: is('a') } },
    );
    const { findings, valid, checked } = analysePack(named, { texts: { en: {}, es: {} }, samples: 1 });
    expect([valid, checked.table]).toEqual([false, 'exhaustive']);
    const missing = findings.filter(({ code }) => code === 'text-missing');
    expect(new Set(missing.map(({ message }) => message))).toEqual(new Set(['has no text']));
    expect(missing.map(({ at, rows }) => [at, ...rows].join(' '))).toEqual([
      'en.notice',
      'en.scope',
      'en.q.c',
      'en.q.c.one',
      'en.q.c.two',
      'en.q.a',
      'en.q.a.again',
      'en.call',
      'en.call.net',
      'en.see',
      'en.see.net',
      'en.home',
      'en.home.net',
      'es.notice',
      'es.scope',
      'es.q.c',
      'es.q.c.one',
      'es.q.c.two',
      'es.q.a',
      'es.q.a.again',
      'es.call',
      'es.call.net',
      'es.see',
      'es.see.net',
      'es.home',
      'es.home.net',
      'en.title',
      'en.row.x x',
      'en.row.else else',
      'en.outcome.call.title',
      'en.outcome.see.title',
      'en.outcome.home.title',
      'en.flag.own',
      'en.derived.d',
      'es.title',
      'es.row.x x',
      'es.row.else else',
      'es.outcome.call.title',
      'es.outcome.see.title',
      'es.outcome.home.title',
      'es.flag.own',
      'es.derived.d',
    ]);
    expect(findings.map(({ severity }) => severity).lastIndexOf('problem')).toBeLessThan(
      findings.map(({ severity }) => severity).indexOf('note'),
    );
  });

  it('labels are told from what patients read', () => {
    expect(labelsOf(pack).map(({ key, row }) => `${key} ${row ?? ''}`.trim())).toEqual([
      ...[
        'title',
        'row.x x',
        'row.else else',
        'outcome.call.title',
        'outcome.see.title',
        'outcome.home.title',
        'derived.d',
      ],
    ]);
    expect(['title', 'row.x', 'outcome.a.title', 'derived.d', 'flag.f'].every(isLabel)).toBe(true);
    expect(['titles', 'outcome.a', 'q.row.x', 'outcome..title'].some(isLabel)).toBe(false);
  });
});
