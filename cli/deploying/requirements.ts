import { Failure } from '../failure';

/** The Rocket.Chat that first shipped the lower end of app.json's requiredApiVersion. */
export const minimum = { engine: '1.50.0', rocketChat: '7.5' };

const parts = (version: string): number[] =>
  version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);

/** @param version as /api/info gives it: "7.5" to strangers, "7.5.1" or "7.5.0-rc.1" to administrators */
export function requireVersion(version: string): void {
  const [major = 0, minor = 0] = parts(version);
  const [wantedMajor = 0, wantedMinor = 0] = parts(minimum.rocketChat);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Failure(
    'server-too-old',
    `This is Rocket.Chat ${version}; Acolhe needs ${minimum.rocketChat} or newer (Apps-Engine ${minimum.engine}). Update the workspace first.`,
  );
}

export interface AppCounts {
  totalPrivateEnabled: number;
  /** -1 means as many as one likes. */
  maxPrivateApps: number;
}

/** A workspace without a licence may run no private app since Rocket.Chat 7.0. */
export function requireRoom(
  { totalPrivateEnabled, maxPrivateApps }: AppCounts,
  alreadyEnabled: boolean,
): void {
  if (maxPrivateApps < 0 || alreadyEnabled) return;
  if (maxPrivateApps === 0) {
    throw new Failure(
      'no-private-apps',
      'This workspace has no plan that allows private apps (maxPrivateApps 0, as in Community since Rocket.Chat 7.0). ' +
        'Register it for the free Starter plan or another one (Administration > Subscription), then deploy again.',
    );
  }
  if (totalPrivateEnabled < maxPrivateApps) return;
  throw new Failure(
    'private-apps-full',
    `This workspace runs ${totalPrivateEnabled} of ${maxPrivateApps} private apps its plan allows: disable one of them or change the plan.`,
  );
}
