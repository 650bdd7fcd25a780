/** What whoever serves a conversation does about it, on the card or by a command, and what of that is remembered. */
import type { ServiceOutcome } from '../../contract/service-events';

export type AgentAction =
  /** What it came to; with `close` the conversation ends by it. */
  | { do: 'outcome'; outcome: ServiceOutcome; note?: string; close?: boolean }
  /** `dueAt`: an instant. `owner`: a username; absent, it is the department's. */
  | { do: 'task'; text: string; dueAt: string; owner?: string }
  | { do: 'note'; text: string }
  /** To a department, by its id. `name`: as people read it. */
  | { do: 'forward'; department: string; name: string }
  /** The bot goes on with the patient. */
  | { do: 'bot' }
  /** They screen again, and see the bot's decision on the card only once theirs is in. */
  | { do: 'rescreen' }
  /** The bot asks the patient for consent. */
  | { do: 'consent' }
  /** It is about somebody whom the writer cares for. */
  | { do: 'dependent'; name?: string }
  /** A text of the service, written in the agent's name. */
  | { do: 'say'; text: string };

export interface Service {
  /** As registered last, and by whom (a username). */
  outcome?: { outcome: ServiceOutcome; by: string };
  /** Who screens again, by their ids, and since when. */
  screening?: Readonly<Record<string, string>>;
  /** The agent had the patient asked for consent, and they have not answered. */
  asksConsent?: boolean;
}
