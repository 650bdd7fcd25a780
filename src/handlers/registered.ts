/** What the engine is given to register: names now, what is behind them when it is first asked for. */
import { ApiEndpoint, type IApiEndpoint, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';

type Post = NonNullable<IApiEndpoint['post']>;

export class LaterEndpoint extends ApiEndpoint {
  public constructor(
    app: IApp,
    public override path: string,
    private readonly behind: () => { post: Post },
  ) {
    super(app);
  }

  public async post(...given: Parameters<Post>): Promise<IApiResponse> {
    return this.behind().post(...given);
  }
}

export class LaterCommand implements ISlashCommand {
  public command = 'acolhe';
  public i18nParamsExample = 'command_params';
  public i18nDescription = 'command_description';
  public providesPreview = false;

  public constructor(private readonly behind: () => Pick<ISlashCommand, 'executor'>) {}

  public async executor(...given: Parameters<ISlashCommand['executor']>): Promise<void> {
    await this.behind().executor(...given);
  }
}
