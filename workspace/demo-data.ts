import type { NewDepartment, NewUser } from './omnichannel/api';
import type { UserRecord } from './omnichannel/documents';
import type { Omnichannel } from './omnichannel/omnichannel';

/** The sign-in of every demonstration user; this server is for one machine and holds no real person's data. */
export const demoPassword = 'acolhe-demo';

/** A small clinic: two departments, the bot that serves first, two people and an administrator. What an earlier run made stays. */
export function addDemoData(omnichannel: Omnichannel): void {
  const user = (given: NewUser): UserRecord =>
    [...omnichannel.users.values()].find(({ username }) => username === given.username) ??
    omnichannel.addUser(given);
  const department = (given: NewDepartment): void => {
    if (![...omnichannel.departments.values()].some(({ name }) => name === given.name))
      omnichannel.addDepartment(given);
  };
  const bot = user({
    username: 'triagem.bot',
    name: 'Acolhe',
    roles: ['bot', 'livechat-agent'],
  });
  omnichannel.setPresence(bot._id, 'online', 'available');
  const person = (username: string, name: string, roles: string[]) =>
    user({
      username,
      name,
      roles,
      password: demoPassword,
      emails: [`${username}@clinica.example`],
    });
  const ana = person('ana', 'Ana Souza', ['user', 'livechat-agent']);
  const bruno = person('bruno', 'Bruno Lima', ['user', 'livechat-agent']);
  person('admin', 'Administração', ['user', 'admin']);
  // A patient at risk waits in the urgent queue rather than being refused because nobody is there yet.
  department({ name: 'Urgência', agents: [ana._id], allowReceiveForwardOffline: true });
  department({
    name: 'Atendimento geral',
    agents: [ana._id, bruno._id],
    allowReceiveForwardOffline: true,
  });
}
