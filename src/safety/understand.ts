/** What a message means: what it tells, whether it is an emergency and whom to call, and what it wants of the chat. */
import type { EmergencyCall } from '../../settings/concepts';
import type { Finding } from '../language/findings';
import { mostSpecific, readMessage, type Asking, type Message } from '../language/message';
import { redFlagsOf, type RedFlag } from './red-flags';

export interface Understood {
  findings: Finding[];
  redFlag: boolean;
  /** Of the most urgent flag. */
  call: EmergencyCall | null;
  intent: Message['intent'];
  /** The most urgent first. */
  flags: RedFlag[];
  /** Those of them that words name, not only a "sim" to the question asked: that is an answer, and raises its flag as one. */
  flagsTold: RedFlag[];
}

/** Concepts that only help a rule: not told as findings of their own. */
const helpers = new Set([
  'bleeding',
  'wild_animal_bite',
  'sharp_or_battery_swallowed',
  'cry_for_help',
  'traffic_accident',
  'weapon_at_hand',
  'means_at_hand',
]);

/** Bleeding of whoever is pregnant or has given birth has a name of its own. */
function withBleeding(findings: readonly Finding[]): Finding[] {
  const has = (concept: string): Finding | undefined =>
    findings.find((one) => one.concept === concept && one.value === 'yes');
  const bleeding = has('bleeding') ?? has('bleeding_heavy');
  const pregnancy = has('pregnancy');
  const afterBirth = has('postpartum_bleeding');
  if (afterBirth)
    return findings.filter(
      ({ concept, value, who }) => concept !== 'bleeding_heavy' || value !== 'yes' || who !== afterBirth.who,
    );
  const birth = has('postpartum');
  if (bleeding && birth && bleeding.who === birth.who && bleeding.when === 'now')
    return [
      ...findings.filter(({ concept, value }) => concept !== 'bleeding_heavy' || value !== 'yes'),
      { ...bleeding, concept: 'postpartum_bleeding', within: undefined },
    ];
  if (
    !bleeding ||
    !pregnancy ||
    bleeding.who !== pregnancy.who ||
    has('vaginal_bleeding') ||
    has('bleeding_mucosal')
  )
    return [...findings];
  return [...findings, { ...bleeding, concept: 'vaginal_bleeding', within: undefined }];
}

/**
 * The one way in which messages are understood: by the dialog and by `acolhe understand`. Pure; never throws; the work is
 * linear in the text. A doubt about the concept that was asked about raises no flag: it is asked again.
 */
export function understand(text: string, asking: Asking): Understood {
  const { findings, told, intent } = readMessage(text, asking);
  const sure = findings.filter(
    ({ concept, value, perhaps }) => concept !== asking.asked || value !== 'unknown' || perhaps !== undefined,
  );
  const flags = redFlagsOf(sure);
  return {
    findings: mostSpecific(withBleeding(findings)).filter(({ concept }) => !helpers.has(concept)),
    redFlag: flags.length > 0,
    call: flags[0]?.call ?? null,
    intent: flags.length > 0 && intent !== 'human' ? 'answer' : intent,
    flags,
    flagsTold: redFlagsOf(told),
  };
}
