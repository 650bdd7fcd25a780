/** Who served in which department lately: Rocket.Chat does not tell apps who belongs to one. */
import type { Named } from '../dialog/input';
import type { Notes } from './notes';

const rememberedMs = 30 * 24 * 3_600_000;
/** Who serves all day is written down once. */
const againAfterMs = 24 * 3_600_000;

export interface TeamWorld {
  notes: Notes;
  now: () => Date;
}

const kindOf = (department: string): `team/${string}` => `team/${department.slice(0, 200)}`;

export async function noteOnTeam({ notes, now }: TeamWorld, department: string, agent: Named): Promise<void> {
  const kind = kindOf(department);
  const nowMs = now().getTime();
  const all = await notes.of(kind);
  const theirs = all.filter((note) => note.agent?.username === agent.username);
  if (theirs.some(({ at }) => nowMs - Date.parse(at) < againAfterMs)) return;
  await notes.add(kind, { at: new Date(nowMs).toISOString(), agent });
  const old = all.filter((note) => theirs.includes(note) || nowMs - Date.parse(note.at) > rememberedMs);
  for (const at of new Set(old.map((note) => note.at))) await notes.remove(kind, at);
}

/** @returns usernames, who served last first */
export async function teamOf({ notes, now }: TeamWorld, department: string): Promise<string[]> {
  const since = new Date(now().getTime() - rememberedMs).toISOString();
  const all = (await notes.of(kindOf(department))).filter(({ at }) => at >= since);
  const sorted = all.sort((a, b) => (a.at < b.at ? 1 : -1));
  return [...new Set(sorted.flatMap(({ agent }) => agent?.username ?? []))];
}
