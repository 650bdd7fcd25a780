/** Effects made real: the only place where the bot speaks, moves a room or asks the CRM. */
import { randomBytes } from 'crypto';
import { mintPatientId } from '../../contract/patient-id';
import type { Effect } from '../dialog/effect';
import type { Input } from '../dialog/input';
import type { Records, TurnRecord } from '../turn/records';
import type { CrmClient } from './crm-client';
import type { RoomActions } from './room-actions';

export interface EffectWorld {
  records: Records;
  room: RoomActions;
  crm: CrmClient;
  now: () => Date;
}

/** Performs one effect. `record` names the input it belongs to; an answer's id derives from it. */
export async function perform(
  world: EffectWorld,
  effect: Effect,
  record: TurnRecord,
): Promise<Input | undefined> {
  const { conversation } = record.input;
  const answerBase = (name: string) => ({
    id: `${name}/${record.input.id}`,
    at: world.now().toISOString(),
    conversation,
  });
  switch (effect.kind) {
    case 'say':
      await world.room.say(conversation, effect.text, effect.buttons ?? [], record.receivedAt);
      return undefined;
    case 'ask-who': {
      const answer = await world.crm.whoIs({ conversation, visitor: effect.visitor });
      const identity = answer
        ? {
            patientId: answer.patientId,
            mintedBy: 'crm' as const,
            earlierConversations: answer.earlierConversations,
          }
        : {
            patientId: mintPatientId(() => randomBytes(5)),
            mintedBy: 'app' as const,
            earlierConversations: 0,
          };
      return { kind: 'identified', ...answerBase('identified'), ...identity };
    }
    case 'transfer': {
      const { result, agentsOnline } = await world.room.transfer(conversation, effect.department);
      const id = answerBase(`transferred/${effect.department}`);
      return { kind: 'transfer-answered', ...id, department: effect.department, result, agentsOnline };
    }
    case 'alert-agent':
      await world.room.alertAgent(conversation, effect.text);
      return undefined;
    case 'remind': {
      const dueAt = new Date(world.now().getTime() + effect.afterMs).toISOString();
      await world.records.remind({ conversation, reminder: effect.reminder, dueAt });
      return undefined;
    }
    case 'forget-reminders':
      await world.records.forgetReminders(conversation);
      return undefined;
    case 'watch':
      await world.records.watch(conversation);
      return undefined;
    case 'unwatch':
      await world.records.unwatch(conversation);
      return undefined;
  }
}
