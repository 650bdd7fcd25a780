import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Person } from '../dialog/input';

/** A person or a bot, as inputs name them. */
export function personOf(user: IUser): Person {
  const bot = user.type === 'bot' || user.type === 'app' || (user.roles ?? []).includes('bot');
  return {
    id: user.id,
    username: user.username.slice(0, 200),
    ...(user.name ? { name: user.name.slice(0, 200) } : {}),
    kind: bot ? 'bot' : 'human',
  };
}
