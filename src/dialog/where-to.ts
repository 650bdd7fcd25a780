/** Where somebody who needs a person may go, by the published rules and hours. */
import { isOpen } from '../routing/departments';
import { type Climb, ladderOf } from '../routing/ladder';
import { type Places, placesFor, type Rung, type Situation } from '../routing/route';
import { urgencyOf } from '../routing/urgency';
import { type Draft, languageOf } from './draft';
import { isUrgent } from './emergency-words';
import type { DepartmentRole } from './input';
import type { DecidedState, HandOffReason } from './state';

export const otherDepartment = (to: DepartmentRole): DepartmentRole =>
  to === 'urgent' ? 'general' : 'urgent';

type Seen = Pick<Draft, 'state' | 'knowledge' | 'input'>;

/** A red flag is an emergency of no specialty. Who was not decided about is known by who they are only. */
function situationOf(draft: Seen, reason: HandOffReason, decided: DecidedState | undefined): Situation {
  const { redFlags, answers, municipality, channel, byStaff } = draft.state;
  const counts = reason === 'no-triage' ? undefined : decided;
  const known: Partial<DecidedState> = reason === 'red-flag' ? { disposition: 'emergency' } : (counts ?? {});
  const { disposition, specialty, outcome } = known;
  const age = answers['age'];
  return {
    ...(disposition !== undefined && { disposition }),
    ...(specialty !== undefined && { specialty }),
    ...(outcome !== undefined && { outcome }),
    urgency: isUrgent(reason)
      ? 'red'
      : (byStaff ?? urgencyOf({ redFlags, ...(counts && { decided: counts }) })),
    ...(municipality !== undefined && { municipality }),
    language: languageOf(draft.state),
    ...(typeof age === 'number' && { ageYears: age }),
    ...(channel !== undefined && { channel }),
    at: draft.input.at,
  };
}

/** By the published rules. Who was asked for by name, or had them before, is tried first unless it is an emergency. */
export function placesOf(
  draft: Seen,
  reason: HandOffReason,
  to: DepartmentRole,
  decided: DecidedState | undefined = draft.state.decided,
): Places {
  const { wanted, lastServed, urgency: atLeast } = draft.state;
  const people = isUrgent(reason) ? [] : [wanted?.username, lastServed?.username];
  const agents = people.filter((name) => name !== undefined);
  const rules = draft.knowledge.published?.routing ?? [];
  const byDefault = [to, otherDepartment(to)];
  // where a plan has one department, both settings name it
  const called = (place: string): string => draft.state.setup.departments?.[place as DepartmentRole] ?? place;
  return placesFor(rules, situationOf(draft, reason, decided), {
    ...{ byDefault, agents, called, atLeast },
    ...(!isUrgent(reason) && { byStaff: draft.state.byStaff }),
  });
}

/** The department that a published rule names for a decision. */
export function ruledBy(draft: Seen, decided: DecidedState): string | undefined {
  const reason = decided.disposition === 'emergency' ? 'red-flag' : 'moderate';
  return placesOf(draft, reason, 'general', decided).department;
}

export function climbOf(draft: Seen, places: Places, from?: string): Climb {
  const all = draft.knowledge.published?.hours ?? [];
  const isClosed = ({ place }: Rung): boolean => {
    const names = [place, draft.state.setup.departments?.[place as DepartmentRole]];
    const hours = names.flatMap((name) => all.find(({ department }) => department === name) ?? [])[0];
    return hours !== undefined && !isOpen(hours, draft.input.at);
  };
  const { rule, tags } = places;
  return {
    ladder: ladderOf(places, isClosed),
    ...(rule !== undefined && { rule }),
    ...(tags.length > 0 && { tags }),
    ...(from !== undefined && { from }),
  };
}
