/** The app's one endpoint: commands of the CRM, signed over the canonical JSON of the body. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { canonicalJson } from '../../contract/canonical-json';
import { command as commandSchema, type CommandAnswer } from '../../contract/command';
import { verify } from '../../contract/signature';
import { takeTurn } from '../turn/turn';
import { readCommandSecrets } from './settings';
import { type AppMemory, worldOf } from './world';

export class CommandEndpoint extends ApiEndpoint {
  public override path = 'command';

  public constructor(
    app: IApp,
    private readonly memory: () => AppMemory,
  ) {
    super(app);
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
    if (!verified.ok) return this.respond(401, { result: 'refused', reason: verified.reason });
    const parsed = commandSchema.safeParse(request.content);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return this.respond(400, {
        result: 'refused',
        reason: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'malformed'}`,
      });
    }
    const { conversation, id } = parsed.data;
    const known = await world.records.ofConversation(conversation);
    if (known.length === 0) return this.respond(404, { result: 'refused', reason: 'unknown-conversation' });
    const kept = await takeTurn(world, {
      kind: 'command',
      id: `command/${id}`,
      at: world.now().toISOString(),
      conversation,
      command: parsed.data,
    });
    return this.respond(200, { result: kept ? 'accepted' : 'duplicate' });
  }

  private respond(status: number, content: CommandAnswer): IApiResponse {
    return { status, headers: { 'content-type': 'application/json' }, content };
  }
}
