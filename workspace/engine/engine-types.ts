/** What the host of the real Apps-Engine offers to the workspace and to tests. */
export interface InstalledApp {
  id: string;
  name: string;
  version: string;
  /** The engine's own status, e.g. `auto_enabled`, `manually_disabled`, `invalid_settings_disabled`. */
  status: string;
}

export interface LivechatInteraction {
  appId: string;
  visitorToken: string;
  rid: string;
  /** The message whose button was pressed. */
  mid: string;
  actionId: string;
  blockId?: string;
  value?: string;
  triggerId: string;
}

export interface UserInteraction {
  appId: string;
  userId: string;
  type: 'blockAction' | 'viewSubmit' | 'viewClosed' | 'actionButton';
  rid?: string;
  mid?: string;
  actionId: string;
  blockId?: string;
  value?: string;
  triggerId: string;
  view?: Record<string, unknown>;
  container?: { type: 'message' | 'view'; id: string };
}

export interface EndpointRequest {
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  content: unknown;
}

export interface EndpointAnswer {
  status: number;
  headers?: Record<string, string>;
  content?: unknown;
}

/** What an app shows: a surface it opens for a user (or changes, or errors in its form), a notice only that user sees, typing. */
export type Surface =
  | { kind: 'view'; appId: string; userId: string; triggerId?: string; interaction: Record<string, unknown> }
  | { kind: 'ephemeral'; appId: string; userId: string; rid: string; msg: string; blocks?: unknown[] }
  | { kind: 'typing'; appId: string; rid: string; username?: string; isTyping: boolean };

export interface Engine {
  /** Installs, or updates when the app is there already, on every instance. `settings` are values by setting id. */
  install(zip: Buffer, settings?: Record<string, unknown>): Promise<InstalledApp & { errors: string[] }>;
  apps(): InstalledApp[];
  /** The app's settings by id, with their values. Unknown app: throws. */
  settingsOf(
    appId: string,
  ): Record<string, { id: string; value: unknown; packageValue: unknown; type: string }>;
  updateSetting(appId: string, id: string, value: unknown): Promise<void>;
  setEnabled(appId: string, enabled: boolean): Promise<void>;
  /** A patient pressed a button in the widget; resolves with the app's answer (or undefined). */
  livechatInteraction(interaction: LivechatInteraction): Promise<unknown>;
  userInteraction(interaction: UserInteraction): Promise<unknown>;
  /** Room and message action buttons the apps registered. */
  actionButtons(): Promise<unknown[]>;
  /** What apps call their buttons and settings, by language in lower case. */
  languages(): Promise<{ id: string; languages: Record<string, Record<string, string>> }[]>;
  slashCommand(call: {
    command: string;
    params: string[];
    userId: string;
    rid: string;
    triggerId: string;
  }): Promise<void>;
  callEndpoint(appId: string, path: string, request: EndpointRequest): Promise<EndpointAnswer>;
  surfaces: { on(listener: (surface: Surface) => void): () => void };
  /** Process ids of the apps' Deno runtimes that live now, of all instances in their order. */
  runtimePids(): Promise<number[]>;
  /** Pins the instance (0-based) that gets the next hooks; undefined returns to round robin. */
  dispatchTo(instance: number | undefined): void;
  /** Resolves when no hook is being handled. */
  idle(): Promise<void>;
  /** Runs every waiting job of this processor now. */
  runJobsNow(processorId: string): Promise<void>;
  /** Leaves no process and no timer behind. */
  stop(): Promise<void>;
}
