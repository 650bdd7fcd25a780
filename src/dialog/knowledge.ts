import type { Language } from '../../contract/event';
import type { DepartmentHours, DialogOverrides, RoutingRules } from '../../contract/knowledge';
import type { AnswerBase } from '../../settings/answers/answer-base';
import type { Facility } from '../../settings/places/facility';
import type { Pack } from '../triage/pack';

/** All the bot knows beyond code: one validated snapshot, named by its hash in every decision. */
export interface Knowledge {
  hash: string;
  packs: Readonly<Record<string, Pack>>;
  packText: (pack: string, language: Language, key: string) => string;
  /** What the CRM published; absent in what is built into the app. */
  published?: Published;
}

export interface Published {
  /** Counts activations. */
  version: number;
  /** Which department a specialty or a disposition goes to; the first rule that holds. */
  routing: RoutingRules;
  hours: DepartmentHours;
  /** The bot's own sentences, said otherwise. */
  texts: DialogOverrides;
  /** Absent: as built in. */
  facilities?: readonly Facility[];
  answers?: AnswerBase;
}
