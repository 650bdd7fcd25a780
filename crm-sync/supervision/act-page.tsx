/** What a manager can do with the conversations they chose. Nothing here is done before it was shown again and confirmed. */
import type { ComponentChildren } from 'preact';
import { urgencies } from '../../contract/service-events';
import { Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { isPresent } from './agents-table';
import type { Board } from './board';
import { ChosenTable } from './chosen-table';
import type { OrderProblem } from './order-form';
import type { OpenRow } from './supervision-desk';

export interface ActProps {
  context: PageContext;
  /** Chosen, in the order chosen. */
  rows: readonly OpenRow[];
  boards: readonly Board[];
  /** Of this form: sent twice, it is done once. */
  key32: string;
  problem?: OrderProblem;
}

/** Agents and departments of the workspaces the conversations are in. */
function Targets({ speech, rows, boards }: { speech: Speech } & Pick<ActProps, 'rows' | 'boards'>) {
  const { t, number } = speech;
  const here = boards.filter(({ workspace }) => rows.some((row) => row.workspace === workspace));
  const agents = here.flatMap((board) => board.agents).filter(isPresent);
  const departments = here.flatMap((board) => board.departments).filter(({ enabled }) => enabled);
  return (
    <select id="to" name="to">
      <option value="least-busy">{t('toLeastBusy')}</option>
      <optgroup label={t('toAgents')}>
        {agents.map(({ id, name, open }) => (
          <option value={`agent:${id}`}>{t('toAgent', { name, n: number(open) })}</option>
        ))}
      </optgroup>
      <optgroup label={t('toDepartments')}>
        {departments.map(({ id, name }) => (
          <option value={`department:${id}`}>{name}</option>
        ))}
      </optgroup>
    </select>
  );
}

interface ActionProps extends Pick<ActProps, 'context' | 'rows' | 'key32'> {
  action: string;
  danger?: boolean;
  children?: ComponentChildren;
}

function Action({ context, rows, key32, action, danger, children }: ActionProps) {
  const { speech, csrf } = context;
  return (
    <form method="post" action="/queue/act" class="card act">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="key" value={key32} />
      <input type="hidden" name="action" value={action} />
      {rows.map(({ _id }) => (
        <input type="hidden" name="room" value={_id} />
      ))}
      <h2>{speech.coded('act', action)}</h2>
      <p class="quietly small">{speech.coded('actLead', action)}</p>
      {children}
      <button class={danger ? 'button danger' : 'button secondary'}>{speech.coded('actGo', action)}</button>
    </form>
  );
}

function LongField({
  name,
  label,
  hint,
  invalid,
}: {
  name: string;
  label: string;
  hint: string;
  invalid: boolean;
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        rows={2}
        maxLength={name === 'reason' ? 500 : 2_000}
        aria-describedby={`${name}-hint`}
        aria-invalid={invalid ? 'true' : undefined}
      />
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

export function ActPage(props: ActProps) {
  const { context, rows, boards, problem } = props;
  const { speech } = context;
  const { t } = speech;
  const parts = { context, rows, key32: props.key32 };
  return (
    <Shell context={context} title={t('actTitle')} active="/queue">
      <div class="page-head">
        <p>
          <a href="/queue">{t('backToQueue')}</a>
        </p>
        <h1>{t('actTitle')}</h1>
        <p class="lead">{t('actLead')}</p>
      </div>
      {problem ? <Notice kind="error">{speech.coded('orderProblem', problem)}</Notice> : null}
      {rows.length === 0 ? (
        <Notice kind="info">{t('actNone')}</Notice>
      ) : (
        <>
          <ChosenTable speech={speech} rows={rows} />
          <div class="acts">
            <Action {...parts} action="transfer">
              <div class="field">
                <label for="to">{t('toWhom')}</label>
                <Targets speech={speech} rows={rows} boards={boards} />
              </div>
            </Action>
            <Action {...parts} action="take-over" />
            <Action {...parts} action="message">
              <LongField
                name="text"
                label={t('messageLabel')}
                hint={t('messageHint')}
                invalid={problem === 'text'}
              />
            </Action>
            <Action {...parts} action="priority">
              <div class="field">
                <label for="urgency">{t('urgencyColumn')}</label>
                <select id="urgency" name="urgency" aria-invalid={problem === 'urgency' ? 'true' : undefined}>
                  <option value="">{t('urgencyChoose')}</option>
                  {urgencies.map((urgency) => (
                    <option value={urgency}>{speech.coded('urgency', urgency)}</option>
                  ))}
                </select>
              </div>
            </Action>
            <Action {...parts} action="return-to-queue" />
            <Action {...parts} action="close" danger>
              <LongField
                name="reason"
                label={t('reasonLabel')}
                hint={t('reasonHint')}
                invalid={problem === 'reason'}
              />
            </Action>
          </div>
        </>
      )}
    </Shell>
  );
}
