/** How a Rocket.Chat workspace hands out conversations: `livechat/config/routing` of its published REST API. */
import * as z from 'zod';
import { rocketChatHttp, type ClientOptions } from './http';
import { maybe } from './shapes';

const answer = z.object({ config: maybe(z.object({ autoAssignAgent: maybe(z.boolean()) })) });

/**
 * Whether Rocket.Chat gives conversations to agents by itself (auto-selection, load balancing, load rotation), and not by manual
 * selection. @throws RocketChatError
 */
export async function assignsByItself(options: ClientOptions): Promise<boolean> {
  const { config } = await rocketChatHttp(options).get(answer, 'livechat/config/routing');
  return config?.autoAssignAgent === true;
}
