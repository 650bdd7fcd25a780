/** Effects made real: the only place where the bot speaks, moves a room or asks the CRM. */
import { randomBytes } from 'crypto';
import { mintPatientId } from '../../contract/patient-id';
import type { WhoIsAnswer } from '../../contract/question';
import { type Effect, rungOf } from '../dialog/effect';
import type { DepartmentRole, Identity, Input, Person } from '../dialog/input';
import { findProfessional, type Professional } from '../routing/professionals';
import type { Records, TurnRecord } from '../turn/records';
import type { AgentRoom } from './agent-room';
import type { CrmClient } from './crm-client';
import type { RingNotice } from './ring';
import type { RoomActions } from './room-actions';
import type { ManagerNotice } from './tell-managers';
import { sayOrGiveAway } from './say-or-give-away';

export interface EffectWorld {
  records: Records;
  room: RoomActions;
  agents: AgentRoom;
  crm: CrmClient;
  /** The department that the settings name now, by id or name. */
  departmentOf: (to: DepartmentRole) => Promise<string>;
  /** Does this department, by id or name, take nobody new now, and is the conversation one that can wait? */
  isHeldBack: (department: string, conversation: string) => Promise<boolean>;
  /** Those whom the settings name now. */
  tellManagers: (conversation: string, notice: ManagerNotice) => Promise<void>;
  /** Those whose it is, or who can do it. */
  ring: (conversation: string, notice: RingNotice) => Promise<void>;
  /** Who can be asked for by extension or name, as the settings list them now. */
  professionals: () => Promise<readonly Professional[]>;
  noteServed: (visitor: string, agent: Person) => Promise<void>;
  noteSurvey: (visitor: string, conversation: string) => Promise<void>;
  now: () => Date;
  /** Has the due looked at then, not only at the next sweep. */
  wakeAt: (when: Date) => Promise<void>;
}

/** Reminders this near are met to the second. */
const wakeWithinMs = 120_000;

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
      await sayOrGiveAway(world, conversation, effect, record.receivedAt);
      return undefined;
    case 'ask-who': {
      const { visitor, dependent } = effect;
      const answer = await world.crm.whoIs({ conversation, visitor, ...(dependent ? { dependent } : {}) });
      const identity = answer
        ? identityOf(answer)
        : {
            patientId: mintPatientId(() => randomBytes(5)),
            mintedBy: 'app' as const,
            earlierConversations: 0,
          };
      return {
        kind: 'identified',
        ...answerBase('identified'),
        ...identity,
        ...(dependent ? { dependent: true } : {}),
      };
    }
    case 'ask-wait': {
      const { before, minutes } = (await world.crm.wait(conversation)) ?? {};
      return {
        ...{ kind: 'wait-told' as const, ...answerBase('wait') },
        ...(before !== undefined && { before }),
        ...(minutes !== undefined && { minutes }),
      };
    }
    case 'transfer': {
      const { agent, waits, unstaffed, from, department: named } = effect;
      const wanted = named ?? (await world.departmentOf(effect.to));
      const held = agent === undefined && !waits && (await world.isHeldBack(wanted, conversation));
      const taken = from === undefined ? {} : { from };
      const how = { ...(waits && { waits }), ...(unstaffed && { unstaffed }) };
      const goal = agent === undefined ? { department: wanted, ...how, ...taken } : { agent, ...taken };
      const { result, agentsOnline, name, why } = held
        ? ({ result: 'refused', agentsOnline: true, name: undefined, why: 'paused' } as const)
        : await world.room.transfer(conversation, goal);
      const whom = agent !== undefined ? { agent: (name ?? agent).slice(0, 200) } : {};
      return {
        kind: 'transfer-answered',
        ...answerBase('moved'),
        id: movedId(record.input.id),
        to: effect.to,
        department: (agent === undefined ? (name ?? wanted) : wanted).slice(0, 200),
        result,
        agentsOnline,
        ...(why && { why }),
        rung: rungOf(effect),
        ...whom,
      };
    }
    case 'ask-slots': {
      const { kind: _kind, ...wanted } = effect;
      const answer = await world.crm.slots({ conversation, ...wanted });
      return { kind: 'slots-told', ...answerBase('slots'), ...(answer && { slots: answer.slots }) };
    }
    case 'ask-appointment': {
      const { kind: _kind, act, ...rest } = effect;
      const answer = await world.crm.appointment({ act, conversation, by: 'patient', ...rest });
      return { kind: 'appointment-told', ...answerBase('appointment'), act, ...(answer && { answer }) };
    }
    case 'find-person': {
      const person = findProfessional(await world.professionals(), effect.asked);
      const found = person && { person: { username: person.username, name: person.name } };
      return { kind: 'person-found', ...answerBase('person'), ...found };
    }
    case 'note-served':
      await world.noteServed(effect.visitor, effect.agent);
      return undefined;
    case 'alert-agent': {
      const agent = await world.room.alertAgent(conversation, effect.text);
      // the line in the room is kept nowhere: who is away finds this one
      if (agent !== undefined && effect.direct !== undefined)
        await world.agents.tell(conversation, {
          ...({ kind: 'tell-agent', way: 'direct' } as const),
          ...{ agent, text: effect.direct },
        });
      return undefined;
    }
    case 'note-survey':
      await world.noteSurvey(effect.visitor, effect.conversation);
      return undefined;
    case 'alert-manager':
      await world.tellManagers(conversation, effect);
      return undefined;
    case 'ring':
      await world.ring(conversation, effect);
      return undefined;
    case 'tell-agent':
      await world.agents.tell(conversation, effect);
      return undefined;
    case 'forward': {
      const { result, name } = await world.agents.forward(conversation, effect.department);
      const department = (name ?? effect.department).slice(0, 200);
      return { kind: 'forward-answered', ...answerBase('forwarded'), department, by: effect.by, result };
    }
    case 'write-as':
      await world.agents.writeAs(conversation, effect.agent, effect.text);
      return undefined;
    case 'close-as':
      await world.agents.closeAs(conversation, effect.agent);
      return undefined;
    case 'remind': {
      const due = new Date(world.now().getTime() + effect.afterMs);
      const { reminder } = effect;
      await world.records.remind({ conversation, reminder, dueAt: due.toISOString() });
      // the sweep comes every 20 s in any case: what is counted in seconds is not kept waiting for it
      if (effect.afterMs <= wakeWithinMs)
        await world.wakeAt(new Date(due.getTime() + 200)).catch(() => undefined);
      return undefined;
    }
    case 'forget-reminder':
      await world.records.forgetReminders(conversation, effect.reminder);
      return undefined;
    case 'close':
      await world.room.close(conversation, effect.from);
      return undefined;
    case 'watch':
      await world.records.watch(conversation);
      return undefined;
  }
}

export function identityOf(answer: WhoIsAnswer): Identity {
  const { patientId, earlierConversations, lastConversationAt, consented, guardianId, known, followUp } =
    answer;
  return {
    ...{ patientId, mintedBy: 'crm', earlierConversations },
    ...(lastConversationAt && { lastConversationAt }),
    ...(consented && { consented }),
    ...(guardianId && { guardianId }),
    ...(known && { known }),
    ...(followUp && { followUp }),
  };
}

/** Rungs of one ladder are answers to answers: their ids count, for they must stay short. */
function movedId(input: string): string {
  const [, count, first = input] = /^moved(?:-(\d+))?\/(.*)$/s.exec(input) ?? [];
  return first === input ? `moved/${input}` : `moved-${Number(count ?? 1) + 1}/${first}`;
}
