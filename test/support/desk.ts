/** What an agent of the workspace sees and does with the card: presses, forms and commands, as Rocket.Chat sends them. */
import type { Surface } from '../../workspace/engine/engine-types';
import type { System } from './system';
import { eventually } from './wait';

interface Shown {
  type: string;
  view: { id: string; title: { text: string }; blocks: Record<string, unknown>[] };
}

interface Pressable {
  actionId: string;
  blockId: string;
  value: string;
  url?: string;
  text: { text: string };
}

export function deskOf(system: System, username: string) {
  const { engine, omnichannel } = system.workspace;
  const user = [...omnichannel.users.values()].find((one) => one.username === username);
  if (!user) throw new Error(`nobody is called ${username}`);
  const surfaces: Surface[] = [];
  const leave = engine.surfaces.on((surface) => {
    if (surface.kind !== 'typing' && surface.userId === user._id) surfaces.push(surface);
  });
  const views = (): Shown[] =>
    surfaces.flatMap((surface) => (surface.kind === 'view' ? [surface.interaction as unknown as Shown] : []));
  const newest = (kind: 'contextual_bar' | 'modal'): Shown | undefined =>
    views().findLast(({ type }) => type.startsWith(kind));
  let n = 0;
  const triggerId = (): string => `${username}-trigger-${(n += 1)}`;
  const base = { appId: system.appId, userId: user._id };
  const buttonsOf = (shown: Shown | undefined): Pressable[] =>
    (shown?.view.blocks ?? []).flatMap((block) =>
      block['type'] === 'actions' ? (block['elements'] as Pressable[]) : [],
    );
  return {
    user,
    leave,
    card: () => newest('contextual_bar'),
    modal: () => newest('modal'),
    /** All that is written on the card. */
    cardText: () => JSON.stringify(newest('contextual_bar')?.view.blocks ?? []),
    notices: (): string[] =>
      surfaces.flatMap((surface) => (surface.kind === 'ephemeral' ? [surface.msg] : [])),
    buttons: () => buttonsOf(newest('contextual_bar')),
    opensCard: (rid: string) =>
      engine.userInteraction({
        ...{ ...base, rid, type: 'actionButton', actionId: 'patient-card', triggerId: triggerId() },
      }),
    /** A button of the card, by what it does; a view's press names no room. */
    presses: async (action: string, of: 'contextual_bar' | 'modal' = 'contextual_bar') => {
      const shown = newest(of);
      const button = buttonsOf(shown).find(({ actionId }) => actionId === `card:${action}`);
      if (!button || !shown) throw new Error(`no button ${action}`);
      const { actionId, blockId, value } = button;
      return engine.userInteraction({
        ...{ ...base, type: 'blockAction', actionId, blockId, value, triggerId: triggerId() },
        container: { type: 'view', id: shown.view.id },
      });
    },
    /** Sends the open form. */
    fills: (fields: Record<string, string>, view = newest('modal')?.view) => {
      const state = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, { [name]: value }]),
      );
      const submitted = { ...view, state };
      return engine.userInteraction({
        ...{ ...base, type: 'viewSubmit', actionId: '', triggerId: triggerId(), view: submitted },
      });
    },
    types: (rid: string, words: string) =>
      engine.slashCommand({
        ...{ command: 'acolhe', params: words.split(' '), userId: user._id, rid, triggerId: triggerId() },
      }),
    takes: async (rid: string) => {
      const inquiry = await eventually(() =>
        [...omnichannel.inquiries.values()].find((one) => one.rid === rid && one.status === 'queued'),
      );
      omnichannel.takeInquiry(inquiry._id, user._id);
    },
    /** Messages written to them by the bot. */
    direct: () =>
      [...omnichannel.channels.values()]
        .filter(({ usernames = [] }) => usernames.includes(username))
        .flatMap(({ messages }) => messages),
    pressesBeside: (message: { _id: string; blocks?: unknown[] }) => {
      const [button] = buttonsOf({ view: { blocks: message.blocks } } as unknown as Shown);
      if (!button) throw new Error('no button beside that message');
      const { actionId, blockId, value } = button;
      return engine.userInteraction({
        ...{ ...base, type: 'blockAction', actionId, blockId, value, triggerId: triggerId() },
        container: { type: 'message', id: message._id },
      });
    },
  };
}
