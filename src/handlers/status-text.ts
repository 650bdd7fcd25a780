/** What `/acolhe status` says. Pure. */
import type { Language } from '../../contract/event';
import type { UrgentFirst } from '../../contract/ping';
import { operatorText, type OperatorTextKey } from '../../settings/operator-texts';
import type { Ability } from './abilities';
import type { ManagersStatus } from './managers-status';

type Say = (key: OperatorTextKey, parameters?: Record<string, string | number>) => string;

export interface Status {
  version: string;
  /** What Rocket.Chat does not let the app do. */
  lacks?: Ability[];
  /** `drafts`: what nobody has signed is used too. */
  triage: { on: boolean; drafts: boolean };
  /** `version`: of the CRM's publishing; absent when what is built in leads. `asked`: when the CRM was, why nothing came. */
  knowledge: { hash: string; version?: number; asked?: { at: string; reason?: string } };
  outbox: { length: number; bound: number; oldestAgeMs: number };
  /** Records whose words were left to reconciliation, at most; when last. */
  left?: { count: number; at: string };
  /** Why the CRM refused records, with how many each. */
  refused: { reason: string; count: number }[];
  deliveredAt?: string;
  sweptAt?: string;
  crm:
    | 'off'
    | { reached: true; ms: number; clockAheadMs: number; urgentFirst?: UrgentFirst }
    | { reached: false; reason: string };
  rooms: number;
  /** Who hears of waits that are too long. */
  managers?: ManagersStatus;
}

/** More reasons than this are summed up. */
const reasonsShown = 10;

export function statusText(language: Language, status: Status): string {
  const { outbox, left, refused, deliveredAt, sweptAt, crm, rooms } = status;
  const say: Say = (key, parameters = {}) => operatorText(language, key, parameters);
  const lines = [
    say('status_title', { version: status.version }),
    ...lackLines(language, status.lacks ?? []),
    say(status.triage.on ? 'status_triage_on' : 'status_triage_off'),
    ...(status.triage.drafts ? [say('status_drafts')] : []),
    outbox.length === 0
      ? say('status_outbox_empty')
      : say('status_outbox', { ...outbox, age: ageText(outbox.oldestAgeMs) }),
  ];
  if (left) lines.push(say('status_left', { count: left.count, at: instantText(left.at) }));
  lines.push(...refusedLines(say, refused));
  lines.push(
    deliveredAt ? say('status_delivered', { at: instantText(deliveredAt) }) : say('status_delivered_never'),
  );
  if (crm === 'off') lines.push(say('status_crm_off'));
  else if (crm.reached) lines.push(say('status_crm_ok', { ms: crm.ms, clock: clockText(crm.clockAheadMs) }));
  else lines.push(say('status_crm_bad', { reason: crm.reason }));
  lines.push(sweptAt ? say('status_swept', { at: instantText(sweptAt) }) : say('status_swept_never'));
  lines.push(say('status_rooms', { count: rooms }), ...knowledgeLines(say, status.knowledge));
  return [...lines, ...urgentLines(say, crm), ...managerLines(say, status.managers)].join('\n');
}

/** A sentence for each permission that is missing. */
export function lackLines(language: Language, lacks: readonly Ability[]): string[] {
  return lacks.map((ability) =>
    operatorText(language, 'status_lacks', { ability, means: operatorText(language, `lacks_${ability}`) }),
  );
}

/** What keeps the urgency that rules give from counting where Rocket.Chat hands conversations out. */
function urgentLines(say: Say, crm: Status['crm']): string[] {
  const told = crm !== 'off' && crm.reached ? crm.urgentFirst : undefined;
  if (!told) return [];
  const { dispatcher, dispatcherIs, prioritiesAre, code = '' } = told;
  if (dispatcher === 'acolhe') {
    if (dispatcherIs === 'assigns') return [say('status_dispatcher_idle')];
    return dispatcherIs === 'failing' ? [say('status_dispatcher_failing', { code })] : [];
  }
  if (prioritiesAre === 'premium') return [say('status_no_priorities')];
  return prioritiesAre === 'refused' || prioritiesAre === 'failing'
    ? [say('status_priorities_failing', { code })]
    : [];
}

function managerLines(say: Say, managers: Status['managers']): string[] {
  const { none, unknown = [], failedAt } = managers ?? {};
  return [
    ...(none ? [say('status_nobody_told')] : []),
    ...(unknown.length > 0 ? [say('status_managers_unknown', { names: unknown.join(', ') })] : []),
    ...(failedAt ? [say('status_managers_failed', { at: instantText(failedAt) })] : []),
  ];
}

function knowledgeLines(say: Say, { hash, version, asked }: Status['knowledge']): string[] {
  const lines = [
    version === undefined
      ? say('status_knowledge', { hash })
      : say('status_knowledge_published', { hash, version }),
  ];
  if (asked?.reason)
    lines.push(say('status_knowledge_not_taken', { at: instantText(asked.at), reason: asked.reason }));
  return lines;
}

function refusedLines(say: Say, refused: Status['refused']): string[] {
  const total = refused.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [say('status_refused_none')];
  const sorted = [...refused].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  const shown = sorted.slice(0, reasonsShown);
  const more = sorted.slice(reasonsShown).reduce((sum, { count }) => sum + count, 0);
  return [
    say('status_refused', { count: total }),
    ...shown.map(({ reason, count }) => say('status_refused_reason', { count, reason })),
    ...(more > 0 ? [say('status_refused_more', { count: more })] : []),
  ];
}

/** 45 s, 12 min, 5 h 03 min, 3 d 4 h: units that all three languages share. */
export function ageText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** UTC, to the second: servers, not people's clocks, are compared with it. */
const instantText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

const clockText = (aheadMs: number): string => `${(Math.round(aheadMs / 100) / 10).toFixed(1)} s`;
