/** Whether the urgent are given to agents before the others, as the CRM found it last. */
import type { UrgentFirst } from '../../contract/ping';
import { ok, warn, type Finding } from './check';

const switchOn =
  'Set "dispatcher": "acolhe" in this workspace of crm-sync’s configuration, and Omnichannel > Routing to manual selection; see docs/queue.md.';

export function urgentFirstFinding(told: UrgentFirst | undefined): Finding {
  if (!told)
    return warn(
      'not known',
      'crm-sync needs an account in Rocket.Chat ("rocketchat") to put the urgent first.',
    );
  const { dispatcher, dispatcherIs, prioritiesAre, code = '' } = told;
  if (dispatcher === 'acolhe') {
    if (dispatcherIs === 'assigns')
      return warn(
        'our dispatcher stands idle: Rocket.Chat assigns by itself',
        'Set Omnichannel > Routing to manual selection, or "dispatcher" back to "rocketchat".',
      );
    if (dispatcherIs === 'failing')
      return warn(
        `our dispatcher cannot give conversations out: ${code}`,
        'Agents take them by hand meanwhile. Check the address and the account in crm-sync’s configuration.',
      );
    return ok('the CRM gives conversations out, by urgency');
  }
  if (prioritiesAre === 'premium')
    return warn('Rocket.Chat gives conversations out by arrival: this plan has no priorities', switchOn);
  if (prioritiesAre === 'refused' || prioritiesAre === 'failing')
    return warn(
      `priorities cannot be set in Rocket.Chat: ${code}`,
      'Give the CRM’s user view-l-room, or see the log of crm-sync.',
    );
  return ok(
    prioritiesAre === 'working'
      ? 'Rocket.Chat gives conversations out; each has the priority of its urgency'
      : 'Rocket.Chat gives conversations out; nobody has waited yet',
  );
}
