/** What a patient's record says that stays true for long: the bot has it confirmed instead of asking it again. */
import type { WhoIsAnswer } from '../../contract/question';
import { packs } from '../../settings/packs';
import { packsOf } from '../knowledge/kept-packs';
import { goldenRecord } from '../identity/golden-record';
import { seenFrom } from '../identity/facts';
import { factsOfPatients } from '../identity/sources';
import { answersPlace } from '../store/places';
import type { Tenant } from '../store/tenant';

type Known = NonNullable<WhoIsAnswer['known']>;

/** What was told longer ago is asked anew. */
const longestAgoMs = 365 * 86_400_000;
const daysPerYear = 365.25;
/** Ages change: they are only ever taken from the birth date. */
const isAge = (question: string): boolean => /^age(_|$)/.test(question);

/**
 * @param ids all IDs that surely are this one person: what a stranger may have typed a number for is not told
 * @returns undefined when nothing is known
 */
export async function knownAnswers(
  tenant: Tenant,
  ids: readonly string[],
  now: Date,
): Promise<Known | undefined> {
  const [told, age] = await Promise.all([latestStable(tenant, ids, now), ageOf(tenant, ids, now)]);
  const known = { ...told, ...(age !== undefined && { age }) };
  return Object.keys(known).length > 0 ? known : undefined;
}

/** Answers of the latest decision to questions that its pack marks as stable. */
async function latestStable(tenant: Tenant, ids: readonly string[], now: Date): Promise<Known> {
  const since = new Date(now.getTime() - longestAgoMs);
  const [latest] = await tenant.decisions
    .find({ patientId: { $in: [...ids] }, at: { $gte: since } })
    .sort({ at: -1 })
    .limit(1)
    .toArray();
  if (latest?.sealedAnswers === undefined) return {};
  // the version that asked says what is stable; of one that is kept nowhere, what is built in under its name
  const asked = await packsOf(tenant).whole(latest.pack, latest.packVersion, latest.knowledge);
  const pack = asked?.pack ?? (Object.hasOwn(packs, latest.pack) ? packs[latest.pack] : undefined);
  if (!pack) return {};
  const text = await tenant.sealing
    .open(answersPlace(latest.conversation, latest._id), latest.sealedAnswers)
    .catch(() => undefined);
  if (text === undefined) return {};
  const answers = JSON.parse(text) as Known;
  return Object.fromEntries(
    pack.questions.flatMap(({ id, stable }) => {
      const value = answers[id];
      return stable && !isAge(id) && value !== undefined && value !== 'unknown' ? [[id, value]] : [];
    }),
  );
}

/** Full years; before the second birthday with decimals, which say the months. */
async function ageOf(tenant: Tenant, ids: readonly string[], now: Date): Promise<number | undefined> {
  const facts = await factsOfPatients(tenant, ids);
  const { birthDate } = goldenRecord(seenFrom(facts, ids));
  if (!birthDate?.valid) return undefined;
  const days = Math.floor((now.getTime() - Date.parse(`${birthDate.value}T00:00:00Z`)) / 86_400_000);
  const years = days / daysPerYear;
  if (!(years >= 0 && years < 125)) return undefined;
  return years < 2 ? Math.round(years * 1_000) / 1_000 : fullYears(birthDate.value, now);
}

function fullYears(birthDate: string, now: Date): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const beforeBirthday =
    now.getUTCMonth() + 1 < month || (now.getUTCMonth() + 1 === month && now.getUTCDate() < day);
  return now.getUTCFullYear() - year - (beforeBirthday ? 1 : 0);
}
