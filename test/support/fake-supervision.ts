/** A manager's desk without any Rocket.Chat. */
import type { DispatchState } from '../../crm-sync/dispatch/dispatch-state';
import type { EncounterDocument } from '../../crm-sync/store/documents';
import { absentBoard, type Board } from '../../crm-sync/supervision/board';
import type { SupervisionDesk } from '../../crm-sync/supervision/supervision-desk';

/** @param boards what there is to see; orders are refused as in a workspace that the CRM has no access to */
export function fakeSupervision(
  encounters: () => readonly EncounterDocument[],
  boards: () => Board[] = () => [absentBoard('main')],
  dispatch: () => DispatchState[] = () => [],
): SupervisionDesk {
  return {
    boards: async () => boards(),
    pulse: () => [],
    conversations: async (rooms) =>
      rooms.flatMap((room) => encounters().find((one) => one._id === room) ?? []),
    served: async () => encounters().filter(({ state }) => state === 'served'),
    dispatch: async () => dispatch(),
    pauses: async () => [],
    setIntake: async () => false,
    order: async (_order, rooms) => rooms.map((room) => ({ room, result: 'refused', why: 'not-connected' })),
  };
}
