import type { BridgeContext, BridgeMethods } from './bridge-context';
import { httpBridge } from './http-bridge';
import { livechatBridge } from './livechat-bridge';
import { messageBridge, uiInteractionBridge } from './message-bridges';
import { roomBridge, userBridge } from './people-bridges';

/**
 * Answers a bridge method the host process forwards.
 * @throws Error naming `Bridge.method` when it is not imitated, or the error the method itself throws
 */
export function createBridges(
  context: BridgeContext,
): (bridge: string, method: string, args: unknown[]) => unknown {
  const all: Record<string, BridgeMethods> = {
    EnvironmentalVariable: { isReadable: () => false, isSet: () => false, getValueByName: () => undefined },
    Http: httpBridge(),
    Internal: { getUsernamesOfRoomById: (rid: string) => servedBy(context, rid) },
    Livechat: livechatBridge(context),
    Message: messageBridge(context),
    Persistence: persistenceBridge(context),
    Room: roomBridge(context),
    Scheduler: schedulerBridge(context),
    ServerSetting: serverSettingBridge(context),
    UiInteraction: uiInteractionBridge(context),
    User: userBridge(context),
  };
  return (bridge, method, args) => {
    const known = all[bridge]?.[method];
    if (known === undefined) throw new Error(`${bridge}.${method} is not imitated by the workspace`);
    return known(...(args as never[]));
  };
}

const servedBy = ({ omnichannel }: BridgeContext, rid: string): string[] => {
  const agent = omnichannel.rooms.get(rid)?.servedBy;
  return agent === undefined ? [] : [agent.username];
};

function persistenceBridge({ store }: BridgeContext): BridgeMethods {
  type Associations = { model: string; id: string }[];
  return {
    create: (data: object, appId: string) => store.create(data, appId),
    createWithAssociations: (data: object, associations: Associations, appId: string) =>
      store.create(data, appId, associations),
    readById: (id: string, appId: string) => store.readById(id, appId),
    readByAssociations: (associations: Associations, appId: string) =>
      store.readByAssociations(associations, appId),
    remove: (id: string, appId: string) => store.remove(id, appId),
    removeByAssociations: (associations: Associations, appId: string) =>
      store.removeByAssociations(associations, appId),
    update: () => store.update(),
    updateByAssociations: (associations: Associations, data: object, upsert: boolean, appId: string) =>
      store.updateByAssociations(associations, data, upsert, appId),
    purge: (appId: string) => store.purge(appId),
  };
}

function schedulerBridge({ scheduler }: BridgeContext): BridgeMethods {
  return {
    registerProcessors: scheduler.registerProcessors.bind(scheduler),
    scheduleOnce: scheduler.scheduleOnce.bind(scheduler),
    scheduleRecurring: scheduler.scheduleRecurring.bind(scheduler),
    cancelJob: scheduler.cancelJob.bind(scheduler),
    cancelAllJobs: scheduler.cancelAllJobs.bind(scheduler),
  };
}

/** The server settings an app of ours reads; any other is unknown, which Rocket.Chat answers with nothing. */
function serverSettingBridge({ siteUrl, omnichannel }: BridgeContext): BridgeMethods {
  const values = (): Record<string, unknown> => ({
    Site_Url: siteUrl,
    Language: 'pt-BR',
    Livechat_enabled: true,
    Livechat_Routing_Method: omnichannel.settings.routing === 'auto' ? 'Auto_Selection' : 'Manual_Selection',
    Livechat_assign_new_conversation_to_bot: omnichannel.settings.assignNewConversationToBot,
    Livechat_accept_chats_with_no_agents: omnichannel.settings.acceptChatsWithNoAgents,
  });
  const setting = (id: string) =>
    id in values() ? { id, value: values()[id], type: typeof values()[id] } : undefined;
  return {
    getOneById: setting,
    isReadableById: () => true,
    getAll: () => Object.keys(values()).map(setting),
  };
}
