import type { IAppAccessors, IConfigurationExtend, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata';

import { appSettings } from '../settings/app-settings';

/** Registers handlers, settings, the endpoint and jobs; nothing else. */
export class AcolheApp extends App {
  public constructor(info: IAppInfo, logger: ILogger, accessors?: IAppAccessors) {
    super(info, logger, accessors);
  }

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    for (const setting of appSettings) await configuration.settings.provideSetting(setting);
  }
}
