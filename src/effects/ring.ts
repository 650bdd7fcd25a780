/**
 * Tells staff by direct message what they have to do: whose it is; else those of the department who are there; else those
 * who lead. Of the patient the number, and nothing of what was written.
 */
import type { Language } from '../../contract/event';
import { operatorText } from '../../settings/operator-texts';
import { ringText } from '../../settings/ring-texts';
import type { Effect } from '../dialog/effect';
import { linkToRoom } from './room-link';
import { tellPeople, type Writing } from './tell-people';

export type RingNotice = Extract<Effect, { kind: 'ring' }>;

export interface Ringing extends Writing {
  /** Usernames of those who lead. */
  managers: readonly string[];
  /** Usernames of who served in a department lately. */
  teamOf: (department: string) => Promise<readonly string[]>;
  /** Where the CRM's pages are, when they are known. */
  pages: string | undefined;
  /** Tells the administrators' channel, where there is one. */
  tellChannel: (text: string) => Promise<boolean>;
}

/** Of a department nobody needs more to read the same. */
const teamAtMost = 10;

/**
 * @param conversation the room it is about
 * @returns how many were told
 * @throws Error when there was somebody to tell and nobody could be: it is tried again
 */
export async function ring(ringing: Ringing, conversation: string, notice: RingNotice): Promise<number> {
  const { managers, language, tellChannel } = ringing;
  const link = await linkOf(ringing, conversation, notice);
  const { owner } = notice.task;
  const own = owner === undefined ? [] : [owner];
  const tell = (usernames: readonly string[], key: Key) =>
    tellPeople(ringing, usernames, (spoken) => ringWords(spoken, key, notice, link));
  let failed = 0;
  if (notice.step === 'opened') {
    for (const [usernames, key] of [
      [own, 'opened_own'],
      [await teamThere(ringing, notice), 'opened_team'],
    ] as const) {
      const answer = await tell(usernames, key);
      if (answer.told > 0) return answer.told;
      failed += answer.failed;
    }
  }
  const key = notice.step === 'opened' ? 'opened_nobody' : notice.step;
  const answer = await tell(notice.step === 'opened' ? managers : [...managers, ...own], key);
  if (answer.told > 0) return answer.told;
  if (await tellChannel(ringWords(language, key, notice, link))) return 1;
  if (failed + answer.failed > 0) throw new Error('nobody could be written to');
  return 0;
}

async function teamThere({ read, teamOf }: Ringing, { task }: RingNotice): Promise<string[]> {
  if (task.department === undefined) return [];
  const there: string[] = [];
  for (const username of await teamOf(task.department)) {
    const user = await read.getUserReader().getByUsername(username);
    if (user && user.isEnabled !== false && user.status !== 'offline') there.push(username);
  }
  return there.slice(0, teamAtMost);
}

type Key = 'opened_own' | 'opened_team' | 'opened_nobody' | 'overdue' | 'again';

export function ringWords(
  language: Language,
  key: Key,
  { task, patient, zone }: RingNotice,
  link: string | undefined,
): string {
  const { urgency, department, owner, kind, dueAt } = task;
  const about = [
    ...(patient ? [ringText(language, 'patient', { patient })] : []),
    ...(urgency
      ? [ringText(language, 'urgency', { urgency: operatorText(language, `urgency_${urgency}`) })]
      : []),
    ...(department ? [ringText(language, 'department', { department })] : []),
    ...(owner && key !== 'opened_own' ? [ringText(language, 'owner', { owner })] : []),
  ].join(' ');
  const what = ringText(language, `task_${kind}`);
  const text = ringText(language, key, { task: what, about, due: spokenTime(language, dueAt, zone) });
  return [text.replace(/ {2,}/g, ' '), ...(link ? [ringText(language, 'link', { link })] : [])].join('\n');
}

function spokenTime(language: Language, at: string, timeZone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const shape = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone }).format(new Date(at));
  } catch {
    // a zone that this machine does not know
    return `${new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' }).format(new Date(at))} UTC`;
  }
}

/** The task's page in the CRM; where none is set, the room. */
async function linkOf(
  { read, pages }: Ringing,
  conversation: string,
  { task, page }: RingNotice,
): Promise<string | undefined> {
  if (pages === undefined) return linkToRoom(read, conversation);
  const own = `/tasks/chats/${encodeURIComponent(conversation)}/${encodeURIComponent(task.taskId)}`;
  return `${pages}${page ?? own}`;
}
