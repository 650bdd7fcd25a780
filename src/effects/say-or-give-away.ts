import type { DepartmentRole } from '../dialog/input';
import type { Button } from '../dialog/effect';
import { DeniedError } from './denied';
import type { RoomActions } from './room-actions';

export interface Speaking {
  room: RoomActions;
  departmentOf: (to: DepartmentRole) => Promise<string>;
}

/** A bot that may not speak gives the room to people, and the log says why. @throws DeniedError */
export async function sayOrGiveAway(
  { room, departmentOf }: Speaking,
  conversation: string,
  { text, buttons = [] }: { text: string; buttons?: Button[] },
  since: string,
): Promise<void> {
  try {
    await room.say(conversation, text, buttons, since);
  } catch (error) {
    if (error instanceof DeniedError) {
      const department = await departmentOf('general');
      await room.transfer(conversation, { department, waits: true, ifNowhere: true });
    }
    throw error;
  }
}
