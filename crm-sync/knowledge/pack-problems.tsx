/** What keeps a protocol from being signed, by row and in the reader's language. */
import type { Answers } from '../../src/triage/pack';
import { shortQuestion, valueWords, type PackWords } from './condition-words';
import type { PackProblem } from './pack-check';
import { rowName } from './pack-labels';
import type { TextKey } from '../web/speech';
import { problemWords } from './problem-words';

const shownProblems = 200;
const shownAnswers = 8;

const inWords = (id: string): string => id.replace(/_/g, ' ');

/** Where the problem is, else what the checker names first. */
function nameOf({ code, at, message }: PackProblem): string {
  if (code === 'text-placeholder') return /\{[^}]+\}/.exec(message)?.[0] ?? '…';
  const inCase = /^cases\.(.+)$/.exec(at)?.[1];
  if (inCase !== undefined) return inCase;
  return (code === 'no-safety-net' ? /outcome (\S+)/ : /^(?:row )?(\S+)/).exec(message)?.[1] ?? '…';
}

function wordsOf(words: PackWords, problem: PackProblem): string {
  const { speech } = words;
  const key = `packProblem_${problem.code}`;
  const [row, other] = problem.rows;
  const isKnown = speech.coded('packProblem', problem.code) !== problem.code;
  if (!isKnown) return problemWords(speech, problem) ?? problem.message;
  const called = (id?: string): string => (id === undefined ? '…' : rowName(words, id));
  const values = { row: called(row), other: called(other), name: nameOf(problem) };
  return speech.t(key as TextKey, values);
}

/** What was answered no or not known is left out. */
function Example({ words, witness }: { words: PackWords; witness: Answers }) {
  const told = Object.entries(witness).flatMap(([id, value]) =>
    value === undefined || value === false || value === 'unknown' ? [] : [[id, value] as const],
  );
  if (told.length === 0) return null;
  return (
    <span class="sub">
      {words.speech.t('packProblem_example')}{' '}
      {told
        .slice(0, shownAnswers)
        .map(([id, value]) => {
          const question = words.pack.questions.find((one) => one.id === id);
          return `${question ? shortQuestion(words, question) : inWords(id)} ${valueWords(words, id, value)}`;
        })
        .join(' · ')}
      {told.length > shownAnswers ? ' · …' : ''}
    </span>
  );
}

function Where({ words, problem }: { words: PackWords; problem: PackProblem }) {
  const [row] = problem.rows;
  if (row !== undefined) return <a href={`#r-${row}`}>{rowName(words, row)}</a>;
  return <code>{problem.at}</code>;
}

export function PackProblems({ words, problems }: { words: PackWords; problems: readonly PackProblem[] }) {
  const { speech } = words;
  const { t } = speech;
  if (problems.length === 0) return null;
  return (
    <section class="card" id="problems">
      <h2>
        {t(problems.length === 1 ? 'packProblem_title_one' : 'packProblem_title', { n: problems.length })}
      </h2>
      <p class="lead">{t('packProblem_lead')}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('knowledgeProblemAt')}</th>
            <th scope="col">{t('knowledgeProblemWhat')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shownProblems).map((problem) => (
            <tr>
              <th scope="row" data-label={t('knowledgeProblemAt')}>
                <Where words={words} problem={problem} />
              </th>
              <td data-label={t('knowledgeProblemWhat')} class="text">
                <span>
                  {wordsOf(words, problem)}
                  {problem.witness ? <Example words={words} witness={problem.witness} /> : null}
                  <span class="sub" lang="en">
                    {problem.at}: {problem.message}
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shownProblems ? (
        <p class="quietly">{t('knowledgeMoreProblems', { n: problems.length - shownProblems })}</p>
      ) : null}
    </section>
  );
}
