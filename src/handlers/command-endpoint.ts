/** The app's one endpoint: commands of the CRM, signed over the canonical JSON of the body. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type Command, command as commandSchema, type CommandAnswer } from '../../contract/command';
import { followUpRefusal } from '../dialog/follow-up';
import { urgencyRefusal } from '../dialog/staff-urgency';
import type { TurnRecord } from '../turn/records';
import { stateOf, takeTurn } from '../turn/turn';
import type { TurnWorld } from '../turn/world';
import { readTriageEnabled } from './settings';
import { ringOnce } from './told';
import { answerJson, verified } from './verified';
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
    const signature = await verified(request, read, world.now());
    if (!signature.ok) return answer(401, { result: 'refused', reason: signature.reason });
    const parsed = commandSchema.safeParse(request.content);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return answer(400, {
        result: 'refused',
        reason: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'malformed'}`,
      });
    }
    const { conversation, id } = parsed.data;
    if (parsed.data.kind === 'ring') {
      const isNew = await ringOnce(
        { read, http, persistence, modify },
        world,
        this.memory().appId,
        parsed.data,
      );
      return answer(200, { result: isNew ? 'accepted' : 'duplicate' });
    }
    const known = await world.records.ofConversation(conversation);
    if (known.length === 0) return answer(404, { result: 'refused', reason: 'unknown-conversation' });
    const refusal = await refusalOf(world, read, known, parsed.data);
    if (refusal) return answer(200, { result: 'refused', reason: refusal });
    const kept = await takeTurn(world, {
      kind: 'command',
      id: `command/${id}`,
      at: world.now().toISOString(),
      conversation,
      command: parsed.data,
    });
    return answer(200, { result: kept ? 'accepted' : 'duplicate' });
  }
}

/**
 * Questions that the bot cannot put to the patient now are refused: a person calls. So is an urgency that a red flag forbids.
 * Told twice, the first answer stands.
 */
async function refusalOf(
  world: TurnWorld,
  read: IRead,
  known: readonly TurnRecord[],
  command: Command,
): Promise<string | undefined> {
  if (command.kind !== 'follow-up' && command.kind !== 'urgency') return undefined;
  if (known.some(({ input }) => input.id === `command/${command.id}`)) return undefined;
  const { state, knowledge } = await stateOf(world, known);
  if (command.kind === 'urgency') return state ? urgencyRefusal(state, command) : 'unknown-conversation';
  if (!(await readTriageEnabled(read))) return 'triage-off';
  return state ? followUpRefusal(state, knowledge, command) : 'unknown-conversation';
}

const answer = (status: number, content: CommandAnswer): IApiResponse => answerJson(status, content);
