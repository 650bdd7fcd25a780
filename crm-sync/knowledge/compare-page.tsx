/** What a version says otherwise than the one in use, and which cases end otherwise. */
import type { DecidedBy, PackDiff } from '../../src/triage/diff';
import type { Condition } from '../../src/triage/pack';
import { DispositionBadge, Empty } from '../web/components';
import type { PageContext } from '../web/page';
import type { Speech } from '../web/speech';
import type { FieldChange, PartChange } from './compare';
import { ConditionWords, type PackWords } from './condition-words';
import { versionPath } from './knowledge-page';
import type { ShownVersion } from './knowledge-store';
import { derivedName, flagName, outcomeName, rowName } from './pack-labels';
import { urgencyText } from './pack-view';
import { VersionShell } from './version-page';

export interface CompareProps {
  context: PageContext;
  version: ShownVersion;
  other?: ShownVersion;
  changes: readonly PartChange[];
  /** Of packs: whose outcome changes. */
  diff?: PackDiff;
  /** Of packs: in whose words conditions are told. */
  words?: { before: PackWords; after: PackWords };
}

const changeKeys = {
  added: 'knowledgeAdded',
  removed: 'knowledgeRemoved',
  changed: 'knowledgeChanged',
  moved: 'knowledgeMoved',
} as const;

const sectionKeys = {
  question: 'knowledgeQuestions',
  'red-flag': 'knowledgeFlags',
  row: 'knowledgeRules',
  outcome: 'knowledgeOutcomes',
  plan: 'knowledgePlans',
  derived: 'knowledgeDerived',
  computed: 'knowledgeComputed',
  parameter: 'knowledgeParameters',
  citation: 'knowledgeCitations',
  scope: 'knowledgeScope',
  pack: 'knowledgeKind_pack',
} as const;

function titleOf({ t }: Speech, section: string): string {
  const [name = '', language] = section.split(' ');
  if (language) return `${t('knowledgeText')} · ${language}`;
  return Object.hasOwn(sectionKeys, name) ? t(sectionKeys[name as keyof typeof sectionKeys]) : section;
}

function Value({ field, value, words }: { field: string; value: unknown; words?: PackWords }) {
  if (value === undefined) return <>—</>;
  if (field === 'when' && words) return <ConditionWords words={words} condition={value as Condition} />;
  if (typeof value === 'string') return <span class="text">{value}</span>;
  return <code>{JSON.stringify(value)}</code>;
}

function Field({ change, props }: { change: FieldChange; props: CompareProps }) {
  const { t } = props.context.speech;
  const { field, before, after } = change;
  return (
    <div class="field-change">
      {field ? <code>{field}</code> : null}
      {before === undefined ? null : (
        <div class="was">
          <span class="sub">{t('knowledgeBefore')}</span>
          <Value field={field} value={before} words={props.words?.before} />
        </div>
      )}
      {after === undefined ? null : (
        <div class="is">
          <span class="sub">{t('knowledgeAfter')}</span>
          <Value field={field} value={after} words={props.words?.after} />
        </div>
      )}
    </div>
  );
}

function Result({ speech, result, words }: { speech: Speech; result: DecidedBy; words?: PackWords }) {
  return (
    <span>
      <DispositionBadge speech={speech} disposition={result.disposition} />
      <span class="sub">
        {nameIn(words, result.outcome)} · {urgencyText(speech, result.urgencyMinutes)}
      </span>
    </span>
  );
}

const nameIn = (words: PackWords | undefined, outcome: string): string =>
  words ? outcomeName(words, outcome) : outcome;

/** A row, an outcome … as the version calls it that has it. */
function partName(words: CompareProps['words'], { section, id, change }: PartChange): string {
  const of = words && (change === 'removed' ? words.before : words.after);
  const names = { row: rowName, outcome: outcomeName, derived: derivedName, 'red-flag': flagName };
  return of && Object.hasOwn(names, section) ? names[section as keyof typeof names](of, id) : id;
}

const directionKeys = {
  'more-urgent': 'knowledgeMoreUrgent',
  'less-urgent': 'knowledgeLessUrgent',
  'as-urgent': 'knowledgeAsUrgent',
} as const;

function Direction({ speech, direction }: { speech: Speech; direction: keyof typeof directionKeys }) {
  return <span class={`chip direction-${direction}`}>{speech.t(directionKeys[direction])}</span>;
}

function Cases({ speech, diff, words }: { speech: Speech; diff: PackDiff; words: CompareProps['words'] }) {
  const { t } = speech;
  const { changed } = diff.cases;
  return (
    <section class="card" id="cases">
      <h2>{t('knowledgeCasesChanged')}</h2>
      {changed.length === 0 ? (
        <p>{t('knowledgeNoCaseChanges')}</p>
      ) : (
        <table class="rows cases">
          <thead>
            <tr>
              <th scope="col">{t('knowledgeCase')}</th>
              <th scope="col">{t('knowledgeBefore')}</th>
              <th scope="col">{t('knowledgeAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((change) => (
              <tr class={change.direction === 'less-urgent' ? 'urgent' : undefined}>
                <th scope="row" data-label={t('knowledgeCase')}>
                  {change.about}
                  <span class="sub">
                    {change.id} <Direction speech={speech} direction={change.direction} />
                  </span>
                </th>
                <td data-label={t('knowledgeBefore')}>
                  <Result speech={speech} result={change.from} words={words?.before} />
                </td>
                <td data-label={t('knowledgeAfter')}>
                  <Result speech={speech} result={change.to} words={words?.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Nobody was asked: what generated people are told by either version. */
function Generated({
  speech,
  diff,
  words,
}: {
  speech: Speech;
  diff: PackDiff;
  words: CompareProps['words'];
}) {
  const { t, number } = speech;
  const { samples, changed, moreUrgent, lessUrgent, groups } = diff.generated;
  return (
    <section class="card" id="generated">
      <h2>{t('knowledgeGenerated')}</h2>
      <p>
        {t('knowledgeGeneratedLead', {
          ...{ of: number(samples), n: number(changed) },
          ...{ more: number(moreUrgent), less: number(lessUrgent) },
        })}
      </p>
      {groups.length > 0 ? (
        <ul class="plain">
          {groups.slice(0, 20).map(({ from, to, direction, count }) => (
            <li>
              {number(count)} × {nameIn(words?.before, from)} → {nameIn(words?.after, to)}{' '}
              <Direction speech={speech} direction={direction} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

export function ComparePage(props: CompareProps) {
  const { context, version, other, changes, diff } = props;
  const { t } = context.speech;
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <VersionShell
      context={context}
      version={version}
      tools={
        <a class="button small secondary" href={versionPath(version._id)}>
          {t('knowledgeRead')}
        </a>
      }
    >
      <section class="card">
        <h2>{t(other?.status === 'active' ? 'knowledgeCompare' : 'knowledgeCompareProduct')}</h2>
        {other ? (
          <p class="lead">
            <a href={versionPath(other._id)}>{other.label}</a> → {version.label}
          </p>
        ) : (
          <p>{t('knowledgeNothingToCompare')}</p>
        )}
        {other && changes.length === 0 ? (
          <Empty title={t('knowledgeNoDifference')} lead={t('knowledgeNoDifferenceLead')} />
        ) : null}
      </section>
      {diff ? (
        <>
          <Cases speech={context.speech} diff={diff} words={props.words} />
          <Generated speech={context.speech} diff={diff} words={props.words} />
        </>
      ) : null}
      {sections.map((section) => (
        <section class="card">
          {section ? <h2>{titleOf(context.speech, section)}</h2> : null}
          <ul class="changes">
            {changes
              .filter((change) => change.section === section)
              .map((change) => (
                <li>
                  <p>
                    <span class={`chip change-${change.change}`}>{t(changeKeys[change.change])}</span>{' '}
                    <strong>{partName(props.words, change)}</strong>
                  </p>
                  {change.fields.map((field) => (
                    <Field change={field} props={props} />
                  ))}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </VersionShell>
  );
}
