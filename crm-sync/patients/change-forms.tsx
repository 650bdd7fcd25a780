/** What staff may change on a patient's page. Outside the live part: what somebody types stays. */
import type { ComponentChildren } from 'preact';
import type { ChangeProblem, Correction } from '../identity/staff-changes';
import { can } from '../access/permissions';
import { Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import type { TextKey } from '../web/speech';
import type { PatientRecord } from './patient-record';
import { shownValue } from './shown-values';

export type ChangeKind = 'note' | 'correct' | 'link' | 'separate';

/** A form that was refused, as it was typed. */
export interface Refused {
  kind: ChangeKind;
  problem: ChangeProblem | 'idMalformed';
  typed: Record<string, string>;
}

interface FormProps {
  context: PageContext;
  record: PatientRecord;
  refused?: Refused;
}

interface ActProps extends FormProps {
  kind: ChangeKind;
  title: TextKey;
  children: ComponentChildren;
}

function Act({ context, record, refused, kind, title, children }: ActProps) {
  const { t } = context.speech;
  const problem = refused?.kind === kind ? refused.problem : undefined;
  return (
    <details class="act" id={`act-${kind}`} open={problem !== undefined}>
      <summary class="button secondary">{t(title)}</summary>
      <form method="post" action={`/patients/${record.patientId}/${kind}`} class="act-form">
        <input type="hidden" name="_csrf" value={context.csrf} />
        {problem ? <Notice kind="error">{t(`change_${problem}`)}</Notice> : null}
        {children}
      </form>
    </details>
  );
}

function NoteForm(props: FormProps) {
  const { t } = props.context.speech;
  const typed = props.refused?.kind === 'note' ? props.refused.typed['text'] : undefined;
  return (
    <Act {...props} kind="note" title="writeNote">
      <div class="field">
        <label for="note-text">{t('note')}</label>
        <textarea id="note-text" name="text" rows={4} required maxLength={10000}>
          {typed}
        </textarea>
        <p class="hint">{t('noteHint')}</p>
      </div>
      <p>
        <button class="button">{t('saveNote')}</button>
      </p>
    </Act>
  );
}

const fields = ['name', 'birthDate', 'cpf', 'cns', 'phones', 'emails'] as const;

/** What the form shows of a field before anything is typed: staff change it, or leave it as it is. */
export function standingText(
  context: Pick<PageContext, 'speech'>,
  { golden }: PatientRecord,
  field: keyof Correction,
): string {
  if (field === 'phones' || field === 'emails')
    return golden[field].map((one) => shownValue(context.speech, field, one)).join(', ');
  const value = golden[field];
  if (!value) return '';
  return field === 'birthDate' ? (value.valid ? value.value : '') : shownValue(context.speech, field, value);
}

function CorrectForm(props: FormProps) {
  const { context, record, refused } = props;
  const { t } = context.speech;
  const typed = refused?.kind === 'correct' ? refused.typed : {};
  return (
    <Act {...props} kind="correct" title="correctRecord">
      <p class="hint">{t('correctHint')}</p>
      <div class="grid-form">
        {fields.map((field) => (
          <>
            <input type="hidden" name={`was_${field}`} value={standingText(context, record, field)} />
            <Field
              id={`correct-${field}`}
              label={t(`field_${field}`)}
              hint={field === 'phones' || field === 'emails' ? t('listHint') : undefined}
              invalid={refused?.problem === `invalid-${field}`}
              input={
                field === 'birthDate'
                  ? { name: field, type: 'date', value: typed[field] ?? standingText(context, record, field) }
                  : {
                      name: field,
                      autocomplete: 'off',
                      spellcheck: false,
                      maxLength: 400,
                      value: typed[field] ?? standingText(context, record, field),
                    }
              }
            />
          </>
        ))}
      </div>
      <p>
        <button class="button">{t('saveCorrection')}</button>
      </p>
    </Act>
  );
}

function LinkForm(props: FormProps) {
  const { refused } = props;
  const { t } = props.context.speech;
  const typed = refused?.kind === 'link' ? refused.typed : {};
  return (
    <Act {...props} kind="link" title="linkWith">
      <p class="hint">{t('linkHint')}</p>
      <div class="grid-form">
        <Field
          id="link-other"
          label={t('patientId')}
          input={{
            name: 'other',
            required: true,
            maxLength: 40,
            autocomplete: 'off',
            spellcheck: false,
            class: 'id',
            value: typed['other'],
          }}
        />
        <Field
          id="link-reason"
          label={t('reason')}
          input={{
            name: 'reason',
            required: true,
            maxLength: 2000,
            autocomplete: 'off',
            value: typed['reason'],
          }}
        />
      </div>
      <p>
        <button class="button">{t('linkWith')}</button>
      </p>
    </Act>
  );
}

export function ChangeForms(props: FormProps) {
  const { context, record } = props;
  const role = context.signedIn?.person.role;
  if (!role || record.erasedAt) return null;
  return (
    <section class="acts" aria-label={context.speech.t('changes')}>
      {can(role, 'patients.note') ? <NoteForm {...props} /> : null}
      {can(role, 'patients.correct') ? <CorrectForm {...props} /> : null}
      {can(role, 'patients.link') ? <LinkForm {...props} /> : null}
    </section>
  );
}
