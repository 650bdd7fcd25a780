import { chatOf } from '../support/chat';
import { eventually } from '../support/crm';
import { startSystem, type System } from '../support/system';

let system: System;
beforeAll(async () => {
  system = await startSystem({ instances: 2 });
});
afterAll(() => system?.stop());

describe('two engine processes on one store', () => {
  it('Given two messages of one room at the same moment, then both are kept, both are answered, none twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      const chat = chatOf(system);
      await chat.heard('O que você está sentindo');
      await chat.heard('Seu número de paciente');
      const { engine } = system.workspace;
      const before = chat.botTexts().length;
      engine.dispatchTo(0);
      const one = chat.says('estou com tosse');
      engine.dispatchTo(1);
      const two = chat.says('quero falar com uma pessoa');
      engine.dispatchTo(undefined);
      await eventually(() => chat.department() === 'Atendimento geral');
      await eventually(() => chat.botTexts().length >= before + 2);
      const timeline = await eventually(async () => {
        const rows = await system.timeline(chat.rid);
        return rows.length >= chat.messages().filter((message) => message.msg).length ? rows : undefined;
      }, 60_000);
      const ids = timeline.map((message) => message.messageId);
      expect(ids.filter((id) => id === one._id || id === two._id)).toEqual([one._id, two._id]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(chat.botTexts()).size).toBe(chat.botTexts().length);
    }
  });
});
