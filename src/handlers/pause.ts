/** `/acolhe pause` and `/acolhe pause off`: whether who typed it takes new patients. The CRM does it: an app cannot. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Language } from '../../contract/event';
import { cardText, type CardTextKey } from '../../settings/card-texts';
import type { World } from './world';

/** In the three languages of the app. */
const offWords = ['off', 'end', 'resume', 'voltar', 'fim', 'volver'];

const isAgent = ({ roles = [] }: Pick<IUser, 'roles'>): boolean => roles.includes('livechat-agent');

export async function pauseText(
  { configured, takesChats }: Pick<World, 'configured' | 'takesChats'>,
  user: Pick<IUser, 'id' | 'roles'>,
  typed: readonly string[],
  language: Language,
): Promise<string> {
  const say = (key: CardTextKey): string => cardText(language, key);
  if (!isAgent(user)) return say('pause_no_agent');
  const takes = offWords.includes(typed[0]?.toLowerCase() ?? '');
  const byHand = say(takes ? 'pause_off_by_hand' : 'pause');
  if (!(await configured())) return byHand;
  const { result } = (await takesChats({ agent: user.id, takes })) ?? { result: 'unknown' };
  switch (result) {
    case 'done':
      return say(takes ? 'pause_off_done' : 'pause_done');
    case 'hours':
      return say('pause_hours');
    case 'off':
    case 'permission':
      return byHand;
    case 'unknown':
      return `${say('pause_unknown')} ${byHand}`;
  }
}
