import type { OmnichannelHappening } from '../omnichannel/documents';
import type { Converters } from './convert';

export interface Hook {
  /** The interface an app implements to hear of it. */
  name: string;
  data: unknown;
}

/** The hook Rocket.Chat fires for a happening, with what it hands to apps; undefined: apps are not told. */
export function hookOf(happening: OmnichannelHappening, convert: Converters): Hook | undefined {
  switch (happening.kind) {
    case 'room-started':
      return { name: 'IPostLivechatRoomStarted', data: convert.room(happening.room._id) };
    case 'message-sent':
      return {
        name: happening.message.t === undefined ? 'IPostMessageSent' : 'IPostSystemMessageSent',
        data: convert.message(happening.message),
      };
    case 'agent-assigned':
    case 'agent-unassigned':
      return {
        name:
          happening.kind === 'agent-assigned' ? 'IPostLivechatAgentAssigned' : 'IPostLivechatAgentUnassigned',
        data: { agent: convert.user(happening.agent._id), room: convert.room(happening.room._id) },
      };
    case 'room-transferred': {
      const target = happening.type === 'agent' ? convert.user : convert.department;
      return {
        name: 'IPostLivechatRoomTransferred',
        data: {
          type: happening.type,
          room: convert.room(happening.room._id),
          from: target(happening.from?._id),
          to: target(happening.to._id),
        },
      };
    }
    case 'room-closed':
      return { name: 'IPostLivechatRoomClosed', data: convert.room(happening.room._id) };
    case 'guest-saved':
      return { name: 'IPostLivechatGuestSaved', data: convert.visitor(happening.visitor._id) };
    // Rocket.Chat has hooks for these; the app implements none
    case 'message-edited':
    case 'message-deleted':
    case 'inquiry-changed':
    case 'queue-position':
    case 'agent-status':
    case 'direct-message':
      return undefined;
  }
}
