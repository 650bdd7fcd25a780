/** The app's endpoint `ping`: that the CRM's signature is believed here, and, asked to, that the CRM believes ours. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { canonicalJson } from '../../contract/canonical-json';
import { type PingAnswer, pingQuestion } from '../../contract/ping';
import { verify } from '../../contract/signature';
import { readCommandSecrets } from './settings';
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
    const payload = canonicalJson(request.content ?? null);
    const verified = verify(await readCommandSecrets(read), request.headers, payload, world.now().getTime());
    if (!verified.ok) return answer(401, { reason: verified.reason });
    const question = pingQuestion.safeParse(request.content);
    if (!question.success) return answer(400, { reason: 'malformed' });
    const onward = question.data.onward
      ? ((await world.ping(true)) ?? { reached: false, reason: 'not-configured' })
      : undefined;
    const content: PingAnswer = {
      time: world.now().toISOString(),
      version: this.owner.getVersion(),
      ...(onward ? { onward } : {}),
    };
    return answer(200, content);
  }
}

function answer(status: number, content: object): IApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, content };
}
