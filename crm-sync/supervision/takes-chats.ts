/** An agent's own pause and its end, carried out through Rocket.Chat for the app; done is what Rocket.Chat then says of them. */
import { takesChatsOrder, type TakesChatsAnswer, type TakesChatsOrder } from '../../contract/takes-chats';
import type { WorkspaceConfig } from '../config/config';
import { RefusedRequest, type SignedHandler } from '../ingest/signed-routes';
import { rocketChatDesk, type Desk } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import { refusalOf } from '../rocketchat/refusal';

/** Within what the app waits. */
const limits = { longestTurnMs: 2_000, timeoutMs: 4_000, tries: 1 };

type Connect = (workspace: WorkspaceConfig) => Pick<Desk, 'agents' | 'setTakesChats'> | undefined;

const connectTo: Connect = ({ url, rocketchat }) =>
  rocketchat && rocketChatDesk({ url, userId: rocketchat.userId, token: rocketchat.token, ...limits });

export function takesChatsHandler(connect: Connect = connectTo): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<TakesChatsAnswer> => {
    const order = takesChatsOrder.safeParse(body);
    if (!order.success) {
      const where = order.error.issues[0]?.path.join('.') || 'body';
      throw new RefusedRequest(400, 'malformed-order', `${where}: ${order.error.issues[0]?.code}`);
    }
    const { agent, takes } = order.data;
    const desk = connect(workspace);
    if (!desk) return { result: 'off' };
    const answer = await carryOut(desk, order.data);
    await tenant.audit.append({
      ...{ actor: 'service', action: 'agents.takes-chats' },
      details: {
        ...{ by: 'command', workspace: workspace.id, takes: String(takes), result: answer.result },
        agent: agent.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 100),
      },
    });
    return answer;
  };
}

async function carryOut(
  desk: Pick<Desk, 'agents' | 'setTakesChats'>,
  { agent, takes }: TakesChatsOrder,
): Promise<TakesChatsAnswer> {
  try {
    await desk.setTakesChats(agent, takes);
    const now = (await desk.agents()).find(({ id }) => id === agent);
    if (!now) return { result: 'unknown' };
    // outside business hours Rocket.Chat answers as if all were well
    return { result: now.available === takes ? 'done' : 'hours' };
  } catch (error) {
    if (!(error instanceof RocketChatError)) throw error;
    return { result: refusalOf(error) === 'permission' ? 'permission' : 'unknown' };
  }
}
