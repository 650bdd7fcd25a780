/** `/acolhe pause` in the real engine, through the CRM and Rocket.Chat's REST API; and where the CRM has no user there. */
import { deskOf } from '../support/desk';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
let ana: ReturnType<typeof deskOf>;
beforeAll(async () => {
  system = await startSystem({ reconcile: { everySeconds: 3_600 } });
  ana = deskOf(system, 'ana');
});
afterAll(() => system?.stop());

const state = () => system.workspace.omnichannel.users.get(ana.user._id)!.statusLivechat;
const told = (part: string) => eventually(() => ana.notices().some((text) => text.includes(part)), 30_000);

it('Given an agent pauses and comes back, Then Rocket.Chat has it so each time, and the agent alone is told', async () => {
  const { omnichannel } = system.workspace;
  omnichannel.setPresence(ana.user._id, 'online', 'available');
  const { room } = omnichannel.startRoom(omnichannel.registerVisitor({ token: 'v-1', name: 'Maria' }), {
    source: { type: 'widget' },
  });
  await ana.types(room._id, 'pause');
  await told('Pausa: você não recebe novos pacientes');
  expect(state()).toBe('not-available');
  await ana.types(room._id, 'pause off');
  await told('Você recebe novos pacientes de novo');
  expect(state()).toBe('available');
  // the CRM away: nothing is said to be done that is not
  await system.killCrm();
  await ana.types(room._id, 'pause');
  await told('Não se sabe se mudou');
  expect(state()).toBe('available');
  expect(JSON.stringify(omnichannel.messagesOf(room._id))).not.toMatch(/Pausa|pacientes de novo/);
}, 90_000);
