import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';
import * as bridges from '@rocket.chat/apps-engine/server/bridges';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { ExperimentalBridge } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges/OutboundMessagesBridge';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

type Method = (...args: never[]) => unknown;
type Forward = (bridge: string, method: string, args: unknown[]) => Promise<unknown>;

/** Every bridge of the engine by the name its getter has: `Message` for `getMessageBridge`. */
const bridgeClasses: Record<string, unknown> = {
  Api: bridges.ApiBridge,
  AppActivation: bridges.AppActivationBridge,
  AppDetailChanges: bridges.AppDetailChangesBridge,
  CloudWorkspace: CloudWorkspaceBridge,
  Command: bridges.CommandBridge,
  Contact: ContactBridge,
  Email: bridges.EmailBridge,
  EnvironmentalVariable: bridges.EnvironmentalVariableBridge,
  Experimental: ExperimentalBridge,
  Http: bridges.HttpBridge,
  Internal: InternalBridge,
  Livechat: bridges.LivechatBridge,
  Message: bridges.MessageBridge,
  Moderation: ModerationBridge,
  OAuthApps: OAuthAppsBridge,
  OutboundMessage: OutboundMessageBridge,
  Persistence: bridges.PersistenceBridge,
  Role: RoleBridge,
  Room: bridges.RoomBridge,
  Scheduler: bridges.SchedulerBridge,
  ServerSetting: bridges.ServerSettingBridge,
  Thread: ThreadBridge,
  UiInteraction: bridges.UiInteractionBridge,
  Upload: bridges.UploadBridge,
  User: bridges.UserBridge,
  VideoConference: bridges.VideoConferenceBridge,
};

/** Holds the job processors, which are functions and so stay in this process. */
export type Processors = Map<string, IProcessor>;

/**
 * The engine's own abstract bridges, whose permission checks run here; what they leave abstract is forwarded to the
 * workspace, except what concerns this process alone.
 */
export function childBridges(
  forward: Forward,
  processors: Processors,
  keys: { privateKey: string; publicKey: string },
): AppBridges {
  const local = localMethods(forward, processors);
  const made: Record<string, unknown> = {};
  for (const [name, bridgeClass] of Object.entries(bridgeClasses)) {
    made[`get${name}Bridge`] = oneBridge(name, bridgeClass as new () => object, forward, local);
  }
  const getters: Record<string, () => unknown> = {
    getListenerBridge: () => ({}),
    getInternalFederationBridge: () => ({
      getPrivateKey: async () => keys.privateKey,
      getPublicKey: async () => keys.publicKey,
    }),
  };
  for (const [getter, bridge] of Object.entries(made)) getters[getter] = () => bridge;
  class HostBridges extends (AppBridges as unknown as new () => object) {}
  Object.assign(HostBridges.prototype, getters);
  return new HostBridges() as AppBridges;
}

function oneBridge(
  name: string,
  bridgeClass: new () => object,
  forward: Forward,
  local: Record<string, Method>,
): object {
  return new Proxy(new bridgeClass(), {
    get(bridge, property, proxy) {
      if (property in bridge || typeof property !== 'string' || property === 'then') {
        return Reflect.get(bridge, property, proxy) as unknown;
      }
      const own = local[`${name}.${property}`];
      return own ?? ((...args: unknown[]) => forward(name, property, args));
    },
  });
}

function localMethods(forward: Forward, processors: Processors): Record<string, Method> {
  const commands = new Set<string>();
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    'Scheduler.registerProcessors': (given: IProcessor[], appId: string) => {
      for (const processor of given) processors.set(processor.id, processor);
      return forward('Scheduler', 'registerProcessors', [
        given.map(({ id, startupSetting }) => ({ id, startupSetting })),
        appId,
      ]);
    },
    'Command.doesCommandExist': (command: string) => Promise.resolve(commands.has(command.toLowerCase())),
    'Command.registerCommand': ({ command }: { command: string }) => {
      commands.add(command.toLowerCase());
      return nothing();
    },
    'Command.unregisterCommand': (command: string) => {
      commands.delete(command.toLowerCase());
      return nothing();
    },
    'Command.enableCommand': nothing,
    'Command.disableCommand': nothing,
    'Api.registerApi': nothing,
    'Api.unregisterApis': nothing,
    'AppActivation.appAdded': nothing,
    'AppActivation.appUpdated': nothing,
    'AppActivation.appRemoved': nothing,
    'AppActivation.appStatusChanged': nothing,
    'AppActivation.actionsChanged': nothing,
    'AppDetailChanges.onAppSettingsChange': nothing,
    'Internal.getWorkspacePublicKey': () => Promise.resolve({ id: 'Cloud_Workspace_PublicKey', value: '' }),
    'Livechat.isOnline': () => {
      throw new Error('Livechat.isOnline is not imitated: use isOnlineAsync');
    },
    'Internal.getUsernamesOfRoomByIdSync': () => {
      throw new Error('Internal.getUsernamesOfRoomByIdSync is not imitated');
    },
  };
}
