/** An appointment chosen in the chat, in the real engine, with the real CRM: who waits and can wait books a time and waits no more. */
import { aged } from '../support/aged';
import { chatOf } from '../support/chat';
import { saveProfessional, someProfessional } from '../support/professionals';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

type Chat = ReturnType<typeof chatOf>;
const bookedOf = (chat: Chat) => system.tenant.appointments.find({ conversation: chat.rid }).toArray();

async function offered(): Promise<Chat> {
  const chat = chatOf(system);
  chat.says('atendente');
  await chat.heard('não há ninguém da equipe');
  await eventually(() => chat.department() === 'Atendimento geral');
  await chat.presses('instead:appointment');
  return chat;
}

it('Given no calendar, Then a number is asked for, as ever', async () => {
  const chat = await offered();
  await chat.heard('Não há horário livre a tempo');
  chat.says('11 91234-5678');
  await chat.heard('Pedido de consulta anotado');
});

it('Given times are free, Then one is chosen, kept, confirmed, and it is theirs alone', async () => {
  await saveProfessional(system.tenant, someProfessional());
  const chat = await offered();
  await chat.heard('Estes são os horários livres');
  await chat.presses('book:0');
  await chat.heard('Guardo este horário');
  const other = await offered();
  await other.heard('Estes são os horários livres');
  chat.says('sim');
  await chat.heard('Consulta marcada');
  const [appointment] = await eventually(async () => {
    const found = await bookedOf(chat);
    return found.length > 0 ? found : undefined;
  });
  expect(appointment).toMatchObject({ state: 'confirmed', bookedBy: 'patient', kind: 'video' });
  // yellow: within the hour
  expect(appointment!.start.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
  // what was kept for one is not shown to the other
  const shown = JSON.stringify(other.messages().map(({ blocks }) => blocks ?? ''));
  const time = (zone: string) =>
    new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
      appointment!.start,
    );
  expect(shown).not.toContain(`${time('America/Fortaleza')} ·`);
  await aged(system, chat.rid, 60_000);
  await eventually(() => chat.room()?.open !== true, 60_000);
});

it('Given a red flag while times are shown, Then 192 is said and nothing is booked', async () => {
  const chat = await offered();
  await chat.heard('Estes são os horários livres');
  chat.says('agora não consigo respirar');
  await chat.heard('192');
  await chat.presses('book:0');
  await chat.heard('Essa pergunta já passou');
  expect(await bookedOf(chat)).toEqual([]);
});
