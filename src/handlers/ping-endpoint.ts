/** The app's endpoint `ping`: that the CRM's signature is believed here, and, asked to, that the CRM believes ours. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type PingAnswer, pingQuestion } from '../../contract/ping';
import { answerJson, verified } from './verified';
import { type AppMemory, worldOf } from './world';

export class PingEndpoint extends ApiEndpoint {
  public override path = 'ping';

  public constructor(
    private readonly owner: IApp,
    private readonly memory: () => AppMemory,
  ) {
    super(owner);
  }

  public async post(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const world = worldOf(this.memory(), { read, http, persistence, modify });
    const signature = await verified(request, read, world.now());
    if (!signature.ok) return answerJson(401, { reason: signature.reason });
    const question = pingQuestion.safeParse(request.content);
    if (!question.success) return answerJson(400, { reason: 'malformed' });
    // the answer does not wait: it says no more than that it was heard
    if (question.data.knowledge) void world.refreshKnowledge(true);
    const onward = question.data.onward
      ? ((await world.ping(true)) ?? { reached: false, reason: 'not-configured' })
      : undefined;
    const content: PingAnswer = {
      time: world.now().toISOString(),
      version: this.owner.getVersion(),
      ...(onward ? { onward } : {}),
    };
    return answerJson(200, content);
  }
}
