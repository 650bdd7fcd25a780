import type { System } from './system';

/** People and departments of a running workspace, by name, and who of them is there. */
export function peopleOf(system: () => System) {
  const omnichannel = () => system().workspace.omnichannel;
  const userNamed = (username: string) =>
    [...omnichannel().users.values()].find((user) => user.username === username)!;
  const departmentNamed = (name: string) =>
    [...omnichannel().departments.values()].find((one) => one.name === name)!;
  const there = (username: string, isThere = true) =>
    omnichannel().setPresence(
      userNamed(username)._id,
      isThere ? 'online' : 'offline',
      isThere ? 'available' : 'not-available',
    );
  return { omnichannel, userNamed, departmentNamed, there };
}
