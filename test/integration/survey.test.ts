/** How it was, asked in the real engine of who comes back. */
import { chatOf } from '../support/chat';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await system.workspace.engine.updateSetting(system.appId, 'ask_survey', true);
});
afterAll(() => system?.stop());

it('Given a person had answered, then the next conversation asks once, and the score is of the first', async () => {
  const { omnichannel, engine } = system.workspace;
  const ana = [...omnichannel.users.values()].find(({ username }) => username === 'ana')!;
  omnichannel.setPresence(ana._id, 'online', 'available');
  const first = chatOf(system);
  await first.heard('O que você está sentindo');
  first.says('quero falar com uma pessoa');
  const inquiry = await eventually(() => omnichannel.queue().find(({ rid }) => rid === first.rid));
  if (!first.room()?.servedBy) omnichannel.takeInquiry(inquiry._id, ana._id);
  omnichannel.sendUserMessage({ rid: first.rid, userId: ana._id, msg: 'Olá, sou a Ana.' });
  const encounter = () => system.tenant.encounters.findOne({ _id: first.rid });
  await eventually(async () => (await encounter())?.firstResponseMs !== undefined);
  omnichannel.closeByAgent({ rid: first.rid, userId: ana._id });
  await eventually(async () => (await encounter())?.state === 'closed');
  await engine.idle();
  const visit = async (): Promise<{ rid: string; asked: () => string | undefined }> => {
    const visitor = omnichannel.visitorByToken(first.token)!;
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    const messages = () => omnichannel.messagesOf(room._id);
    await eventually(() =>
      messages().some(({ msg }) => msg.includes('Seu número de paciente') || msg.includes('Que bom')),
    );
    return {
      rid: room._id,
      asked: () => messages().find(({ blocks }) => JSON.stringify(blocks ?? '').includes('survey:5'))?._id,
    };
  };
  const second = await visit();
  const mid = await eventually(second.asked);
  const press = { visitorToken: first.token, rid: second.rid, mid, actionId: 'survey:5', value: 'survey:5' };
  await engine.livechatInteraction({ appId: system.appId, ...press, blockId: 'acolhe', triggerId: 't' });
  await eventually(async () => (await encounter())?.surveyScore === 5);
  omnichannel.closeByVisitor({ rid: second.rid, token: first.token });
  expect((await visit()).asked()).toBeUndefined();
}, 180_000);
