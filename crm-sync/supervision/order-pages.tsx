/** An order before it is carried out, and what really came of it. */
import { isPressing } from '../../src/routing/urgency';
import { Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Outcome } from './act';
import type { Board } from './board';
import { ChosenTable } from './chosen-table';
import { urgencyOfRow } from './clock';
import type { OrderForm } from './order-form';
import type { OpenRow } from './supervision-desk';

/** What agents and departments are called. */
export function namesOf(boards: readonly Board[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const { agents, departments } of boards) {
    for (const { id, username, name } of agents) names.set(id, name).set(username, name);
    for (const { id, name } of departments) names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}

interface ConfirmProps {
  context: PageContext;
  form: OrderForm;
  rows: readonly OpenRow[];
  boards: readonly Board[];
}

export function ConfirmPage({ context, form, rows, boards }: ConfirmProps) {
  const { speech, csrf } = context;
  const { t } = speech;
  const { action, to, urgency, text, reason } = form;
  const target = to === 'least-busy' ? t('toLeastBusy') : namesOf(boards)(to.replace(/^[a-z]+:/, ''));
  const facts: [string, string][] = [
    [t('actWhat'), speech.coded('act', action)],
    ...(action === 'transfer' ? [[t('toWhom'), target] as [string, string]] : []),
    ...(action === 'priority'
      ? [[t('urgencyColumn'), speech.coded('urgency', urgency)] as [string, string]]
      : []),
    ...(action === 'message' ? [[t('messageLabel'), text.trim()] as [string, string]] : []),
    ...(action === 'close' ? [[t('reasonLabel'), reason.trim()] as [string, string]] : []),
  ];
  const endsPressing = action === 'close' && rows.some((row) => isPressing(urgencyOfRow(row)));
  const kept = { ...form, confirm: 'yes' } as Record<string, string | string[]>;
  const back = new URLSearchParams(form.room.map((one) => ['room', one])).toString();
  return (
    <Shell context={context} title={t('confirmTitle')} active="/queue">
      <div class="page-head">
        <h1>{t('confirmTitle')}</h1>
        <p class="lead">{t('confirmLead')}</p>
      </div>
      {endsPressing ? <Notice kind="error">{t('confirmPressing')}</Notice> : null}
      <section class="card">
        <dl class="order">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <form method="post" action="/queue/act" class="inline">
          <input type="hidden" name="_csrf" value={csrf} />
          {Object.entries(kept).flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <button class={action === 'close' ? 'button danger' : 'button'}>{t('confirmGo')}</button>
          <a class="button secondary" href={`/queue/act?${back}`}>
            {t('confirmBack')}
          </a>
        </form>
      </section>
      <ChosenTable speech={speech} rows={rows} />
    </Shell>
  );
}

interface ResultProps extends Omit<ConfirmProps, 'form'> {
  outcomes: readonly Outcome[];
}

export function ResultPage({ context, rows, boards, outcomes }: ResultProps) {
  const { speech } = context;
  const { t, number } = speech;
  const done = outcomes.filter(({ result }) => result === 'done').length;
  const all = done === outcomes.length;
  const rest = new URLSearchParams(
    outcomes.filter(({ result }) => result !== 'done').map(({ room }) => ['room', room]),
  ).toString();
  return (
    <Shell context={context} title={t('resultTitle')} active="/queue">
      <div class="page-head">
        <h1>{t('resultTitle')}</h1>
      </div>
      <Notice kind={all ? 'done' : 'error'}>
        {all ? t('resultAll') : t('resultSome', { done: number(done), n: number(outcomes.length) })}
      </Notice>
      <ChosenTable speech={speech} rows={rows} outcomes={outcomes} nameOf={namesOf(boards)} />
      <p class="inline">
        <a class="button" href="/queue">
          {t('backToQueue')}
        </a>
        {all ? null : (
          <a class="button secondary" href={`/queue/act?${rest}`}>
            {t('actOnRest')}
          </a>
        )}
      </p>
    </Shell>
  );
}
