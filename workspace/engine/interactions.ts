import type { Omnichannel } from '../omnichannel/omnichannel';
import type { Converters } from './convert';
import type { LivechatInteraction, UserInteraction } from './engine-types';

/** A button the patient pressed in the widget, as Rocket.Chat hands it to IUIKitLivechatInteractionHandler. */
export function livechatInteractionData(
  given: LivechatInteraction,
  omnichannel: Omnichannel,
  convert: Converters,
) {
  const { appId, actionId, triggerId, rid, mid, value, visitorToken } = given;
  const visitor = omnichannel.visitorByToken(visitorToken);
  if (visitor === undefined) throw new Error('invalid-token');
  const room = omnichannel.rooms.get(rid);
  if (room === undefined || room.v.token !== visitorToken) throw new Error('invalid-room');
  const message = omnichannel.messageById(mid);
  return {
    type: 'blockAction',
    appId,
    actionId,
    triggerId,
    visitor: convert.visitor(visitor._id),
    room: convert.room(rid),
    message: message && convert.message(message),
    container: { type: 'message', id: mid },
    payload: { actionId, blockId: given.blockId, value },
  };
}

/** What an agent did on a message's block, a view or an action button, as IUIKitInteractionHandler gets it. */
export function userInteractionData(given: UserInteraction, omnichannel: Omnichannel, convert: Converters) {
  const { type, appId, actionId, triggerId, userId, rid, mid, blockId, value, view } = given;
  const user = convert.user(userId);
  if (user === undefined) throw new Error('error-invalid-user');
  const message = mid === undefined ? undefined : omnichannel.messageById(mid);
  const payload = {
    blockAction: { actionId, blockId, value },
    viewSubmit: { view },
    viewClosed: { view, isCleared: false },
    actionButton: { context: 'roomAction' },
  }[type];
  return {
    type,
    appId,
    actionId,
    triggerId,
    user,
    room: convert.room(rid),
    message: message && convert.message(message),
    container: given.container ?? (mid === undefined ? undefined : { type: 'message', id: mid }),
    payload,
  };
}
