/** Routing rules as somebody reads them: when each holds, where it leads, and what comes after. */
import type { RoutingRule, RoutingRules } from '../../contract/knowledge';
import { municipalityOf } from '../../settings/places/municipalities';
import type { Speech } from '../web/speech';
import { Listed } from './listed';

function conditionsOf({ t, coded }: Speech, rule: RoutingRule): string[] {
  const { specialty, disposition, outcomes, urgencies, municipalities, languages, age, channels, when } =
    rule;
  const times = when?.open?.map(({ from, to }) => `${from}–${to}`).join(', ');
  const days = when?.days?.map((day) => coded('knowledgeDay', String(day))).join(' ');
  return [
    ...(specialty !== undefined ? [specialty] : []),
    ...(disposition !== undefined ? [coded('disposition', disposition)] : []),
    ...(outcomes ? [t('knowledgeOutcomeIs', { name: outcomes.join(', ') })] : []),
    ...(urgencies ? [urgencies.map((one) => coded('urgency', one)).join(', ')] : []),
    ...(municipalities ? [municipalities.map((code) => municipalityOf(code)?.name ?? code).join(', ')] : []),
    ...(languages ? [languages.join(', ')] : []),
    ...(age ? [t('knowledgeAnyAge', { from: age.from ?? 0, to: age.to ?? '…' })] : []),
    ...(channels ? [t('knowledgeChannel', { name: channels.join(', ') })] : []),
    ...(when ? [[days, times, when.timeZone.replace(/_/g, ' ')].filter(Boolean).join(' ')] : []),
  ];
}

function afterwards({ t }: Speech, { ladder }: RoutingRule): string {
  if (!ladder) return '—';
  const { departments = [], onCall, appointment, callBack } = ladder;
  const steps = [
    ...departments,
    ...(onCall !== undefined ? [t('knowledgeOnCall', { name: onCall })] : []),
    ...(appointment === false ? [t('knowledgeNoAppointment')] : []),
    ...(callBack === false ? [t('knowledgeNoCallBack')] : []),
  ];
  return steps.join(' → ') || '—';
}

export function RoutingView({ speech, rules }: { speech: Speech; rules: RoutingRules }) {
  const { t, coded } = speech;
  const rows = rules.map((rule, at) => {
    const { id, department, agent, priority, tags = [] } = rule;
    const more = [
      ...(agent !== undefined ? [t('knowledgeAsksAgent', { name: agent })] : []),
      ...(priority !== undefined
        ? [t('knowledgePriority', { urgency: coded('urgency', priority).toLowerCase() })]
        : []),
      ...tags.map((tag) => `#${tag}`),
    ];
    return [
      <>
        {t('knowledgeRuleNo', { n: at + 1 })}
        {id !== undefined ? <span class="sub">{id}</span> : null}
      </>,
      conditionsOf(speech, rule).join(' · '),
      <>
        {department}
        {more.length > 0 ? <span class="sub">{more.join(' · ')}</span> : null}
      </>,
      afterwards(speech, rule),
    ];
  });
  const heads = [t('knowledgeRoutingRule'), t('knowledgeWhen'), t('knowledgeGoesTo'), t('knowledgeElse')];
  return <Listed speech={speech} heads={heads} rows={rows} />;
}
