import { eventually } from './crm';
import type { System } from './system';

/** A patient of the workspace, writing past the widget. */
export function chatOf(system: System, name = 'Pessoa Teste') {
  const { omnichannel } = system.workspace;
  const token = `token-${Math.random().toString(36).slice(2)}`;
  const visitor = omnichannel.registerVisitor({ token, name });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  const rid = room._id;
  const messages = () => omnichannel.messagesOf(rid).filter((message) => !message.t);
  const botTexts = (): string[] =>
    messages()
      .filter((message) => !message.token && message.msg)
      .map((message) => message.msg);
  return {
    rid,
    token,
    messages,
    botTexts,
    room: () => omnichannel.rooms.get(rid),
    says: (msg: string) => omnichannel.sendVisitorMessage({ token, rid, msg }),
    heard: (part: string | RegExp, limitMs = 30_000) =>
      eventually(
        () => botTexts().find((text) => (typeof part === 'string' ? text.includes(part) : part.test(text))),
        limitMs,
      ),
    presses: async (value: string) => {
      const asked = await eventually(() =>
        [...messages()]
          .reverse()
          .find((message) => JSON.stringify(message.blocks ?? '').includes(JSON.stringify(value))),
      );
      return system.workspace.engine.livechatInteraction({
        appId: system.appId,
        visitorToken: token,
        rid,
        mid: asked._id,
        actionId: value,
        blockId: 'acolhe',
        value,
        triggerId: `trigger-${Math.random()}`,
      });
    },
    department: () => omnichannel.departments.get(omnichannel.rooms.get(rid)?.departmentId ?? '')?.name,
  };
}
