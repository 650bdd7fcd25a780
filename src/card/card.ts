/**
 * The patient card, in the order in which it is read: who, how urgent and why, alarms, where they are, risks, what was
 * promised, answers, what was before, what is to do. Pure.
 */
import { cardText, type CardTextKey } from '../../settings/card-texts';
import { packOf } from '../dialog/current-pack';
import { answerInWords, questionName, summaryOf, type Seen, type Summary } from '../dialog/summary';
import { actionRows } from './actions';
import { historyRows } from './history';
import { promisedRows } from './promised';
import type { CardRow } from './row';
import { screeningOf, type Screening } from './screening';
import type { CardView } from './view';
import { ageInWords, timeOf } from './words';

type Say = (key: CardTextKey, parameters?: Record<string, string | number>) => string;

export function cardOf(view: CardView): CardRow[] {
  const say: Say = (key, parameters) => cardText(view.language, key, parameters);
  const summary = summaryOf(view.seen);
  const screening = screeningOf(view);
  return [
    ...whoRows(view, say),
    ...decisionRows(view, say, summary, screening),
    ...alarmRows(summary, say),
    ...reachRows(view, say),
    ...riskRows(view, say),
    ...promisedRows(view, say, summary, screening),
    { kind: 'line' },
    ...actionRows(view, say),
    { kind: 'line' },
    ...answerRows(view, say),
    ...historyRows(view, say),
  ];
}

function whoRows({ seen, history, language, now }: CardView, say: Say): CardRow[] {
  const { state } = seen;
  const patient = typeof history === 'object' ? history.patient : undefined;
  const writer = state.visitor.name ?? say('not_known');
  const isAbout = state.forDependent ? (state.forWhom === 'child' ? 'child' : 'other') : 'self';
  // the name a channel gives is the writer's, never that of whom they write for
  const name = patient?.name ?? (isAbout === 'self' ? state.visitor.name : undefined);
  const facts = [
    { label: say('field_id'), value: state.patientId ?? say('unknown_person') },
    { label: say('field_name'), value: name ?? say('not_known') },
    {
      label: say('field_age'),
      value: ageInWords(language, ageOf(seen, patient?.birthDate, now)) ?? say('not_known'),
    },
    { label: say('field_for'), value: say(`for_${isAbout}`, { writer }) },
    { label: say('field_consent'), value: say(`consent_state_${state.consent ?? 'none'}`) },
    ...(patient && patient.otherIds.length > 0
      ? [{ label: say('field_other_ids'), value: patient.otherIds.join(', ') }]
      : []),
  ];
  return [{ kind: 'facts', facts }];
}

/** In years, as told now or as the birth date says. */
function ageOf({ state }: Seen, birthDate: string | undefined, now: Date): number | undefined {
  const { age, age_months: months } = state.answers;
  if (typeof months === 'number') return months / 12;
  if (typeof age === 'number') return age;
  if (birthDate === undefined) return undefined;
  return (now.getTime() - Date.parse(`${birthDate}T00:00:00Z`)) / (365.25 * 86_400_000);
}

/** Two lines: what, and why. */
function decisionRows(view: CardView, say: Say, summary: Summary, screening: Screening): CardRow[] {
  const rows: CardRow[] = [];
  if (screening.hidden) {
    // a red flag is a fact of what was said; what the protocol made of it is the decision
    const urgency = summary.redFlags.length > 0 ? `*${say('urgency_red')}*\n` : '';
    rows.push({ kind: 'text', text: `${urgency}${say('decision_hidden')}` });
  } else {
    const { disposition, outcome, urgency, because } = summary;
    const what = disposition
      ? [say(`disposition_${disposition}`), ...(outcome ? [outcome] : [])].join(' – ')
      : say('not_screened');
    const reasons = because.slice(0, mostReasons).join('; ');
    const why = reasons ? say('because', { reasons }) : say('because_none');
    rows.push({
      kind: 'text',
      text: [`*${say(`urgency_${urgency}`)}* · ${what}`, ...(disposition ? [why] : [])].join('\n'),
    });
    if (summary.urgencyIsSet) rows.push({ kind: 'note', text: say('urgency_set') });
  }
  if (screening.link) {
    rows.push({ kind: 'note', text: say('rescreen_hint') });
    const button = { action: 'open', label: say('button_rescreen_form'), url: screening.link };
    rows.push({ kind: 'buttons', buttons: [{ ...button, style: 'primary' }] });
  }
  const lines = screening.shown.map(({ at, by, disposition, bot }) =>
    say('rescreen_line', {
      ...{ at: timeOf(view, at), by, own: say(`disposition_${disposition}`) },
      bot: bot ? say(`disposition_${bot}`) : '–',
    }),
  );
  if (lines.length > 0) rows.push({ kind: 'text', text: `*${say('rescreens')}*\n${lines.join('\n')}` });
  return rows;
}

const mostReasons = 4;

function alarmRows({ redFlags }: Summary, say: Say): CardRow[] {
  if (redFlags.length === 0) return [{ kind: 'note', text: say('no_red_flags') }];
  return [{ kind: 'text', text: `*${say('red_flags')}:* ${redFlags.join(', ')}` }];
}

/** What stays true for long and speaks for more care: chronic diseases, pregnancy. */
function riskRows({ seen }: CardView, say: Say): CardRow[] {
  const told = { ...seen.state.known, ...seen.state.answers };
  const risks = (packOf(seen)?.questions ?? []).flatMap((question) =>
    question.stable && told[question.id] === true ? [questionName(seen, question)] : [],
  );
  return risks.length > 0 ? [{ kind: 'text', text: `*${say('risks')}:* ${risks.join('; ')}` }] : [];
}

/** What they told after a red flag, so that help finds them; one message may tell several. */
function reachRows({ seen }: CardView, say: Say): CardRow[] {
  const { details = [], detailWords = {} } = seen.state;
  const told = new Map<string, string[]>();
  for (const detail of details) {
    const words = detailWords[detail]?.replace(/\s+/g, ' ').slice(0, longestDetail) ?? say('reach_declined');
    told.set(words, [...(told.get(words) ?? []), say(`reach_${detail}`)]);
  }
  const lines = [...told].map(([words, names]) => `• ${names.join(', ')}: *${words}*`);
  return lines.length > 0 ? [{ kind: 'text', text: `*${say('reach')}:*\n${lines.join('\n')}` }] : [];
}

const longestDetail = 500;

/** So many in one block: long texts are cut by Rocket.Chat. */
const answersInABlock = 12;

function answerRows({ seen }: CardView, say: Say): CardRow[] {
  const { answers } = seen.state;
  const questions = packOf(seen)?.questions ?? [];
  const asked = questions.flatMap((question) => {
    const value = answers[question.id];
    if (value === undefined) return [];
    return [`• ${questionName(seen, question)} *${answerInWords(seen, question, value)}*`];
  });
  if (asked.length === 0) return [{ kind: 'note', text: say('no_answers') }];
  const rows: CardRow[] = [{ kind: 'title', text: say('answers') }];
  for (let from = 0; from < asked.length; from += answersInABlock)
    rows.push({ kind: 'text', text: asked.slice(from, from + answersInABlock).join('\n') });
  return rows;
}
