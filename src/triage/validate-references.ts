/** Whether the citations, outcomes, plans and parameters that a pack names are there, and safe where they take another's place. */
import type { Pack, Source } from './pack';
import type { PackProblem } from './pack-problem';

export function referenceProblems(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const add = (code: PackProblem['code'], at: string, message: string): unknown =>
    problems.push({ code, at, message });
  for (const { at, source } of sourcesOf(pack)) {
    if (!Object.hasOwn(pack.citations, source.citation))
      add('unknown-reference', at, `there is no citation ${source.citation}`);
  }
  const outcomes = new Map(pack.outcomes.map((item) => [item.id, item]));
  for (const part of ['redFlagOutcome', 'outOfScope'] as const) {
    const named = pack[part]?.outcome;
    if (named === undefined) continue;
    const outcome = outcomes.get(named);
    const at = `${part}.outcome`;
    if (!outcome) add('unknown-outcome', at, `names no outcome ${named}`);
    else if (part === 'redFlagOutcome' && outcome.disposition !== 'emergency')
      add('unsafe-fallback', at, 'must be an emergency');
    else if (outcome.disposition === 'mild') add('unsafe-fallback', at, 'may not be a mild outcome');
  }
  if (!pack.redFlagOutcome && !pack.demonstration)
    add('unsafe-fallback', 'redFlagOutcome', 'is missing: only a demonstration goes without');
  if (!pack.outOfScope && !('always' in pack.scope.when))
    add('unsafe-fallback', 'outOfScope', 'is missing: the scope leaves people out');
  const plans = new Set(pack.plans?.map(({ id }) => id));
  pack.outcomes.forEach(({ id, disposition, urgencyMinutes, followUp, isolation }, index) => {
    const at = `outcomes.${index}`;
    if (disposition === 'emergency' && urgencyMinutes > 10)
      add('wrong-type', `${at}.urgencyMinutes`, `${id} is an emergency: 10 minutes at most`);
    if (followUp !== undefined && !plans.has(followUp))
      add('unknown-reference', `${at}.followUp`, `there is no plan ${followUp}`);
    if (isolation !== undefined && !Object.hasOwn(pack.parameters, isolation))
      add('unknown-reference', `${at}.isolation`, `there is no parameter ${isolation}`);
  });
  for (const list of ['redFlags', 'plans'] as const) {
    const seen = new Set<string>();
    pack[list]?.forEach(({ id }, index) => {
      if (seen.has(id)) add('duplicate-id', `${list}.${index}.id`, `${id} is used twice`);
      seen.add(id);
    });
  }
  return problems;
}

function sourcesOf(pack: Pack): Array<{ at: string; source: Source }> {
  const listed = (['redFlags', 'table', 'plans'] as const).flatMap((list) =>
    (pack[list] ?? []).map(({ source }, index) => ({ at: `${list}.${index}.source`, source })),
  );
  const single = (['redFlagOutcome', 'vitalUnknown', 'outOfScope'] as const).flatMap((part) => {
    const source = pack[part]?.source;
    return source ? [{ at: `${part}.source`, source }] : [];
  });
  const parameters = Object.entries(pack.parameters).map(([id, { source }]) => ({
    at: `parameters.${id}.source`,
    source,
  }));
  return [...listed, ...single, ...parameters];
}
