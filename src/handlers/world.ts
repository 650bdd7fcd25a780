/** Builds what a turn needs from the accessors of one hook. What outlives the hook is in `AppMemory`. */
import { randomUUID } from 'crypto';
import type {
  IHttp,
  ILogger,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { CardAnswer, CardQuestion } from '../../contract/card';
import type { PingOutcome } from '../../contract/ping';
import type { TakesChatsAnswer, TakesChatsOrder } from '../../contract/takes-chats';
import { sweepJob } from '../../settings/app-settings';
import { operatorText } from '../../settings/operator-texts';
import type { DepartmentRole, Identity, InputOf, Person } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import { agentRoom } from '../effects/agent-room';
import { type CrmClient, crmClient } from '../effects/crm-client';
import { identityOf, perform } from '../effects/perform';
import { roomActions } from '../effects/room-actions';
import type { RingNotice } from '../effects/ring';
import type { ManagerNotice } from '../effects/tell-managers';
import { appNotes } from '../turn/app-notes';
import { appRecords } from '../turn/app-records';
import { Chains } from '../turn/chains';
import { FoldMemory } from '../turn/fold-memory';
import { type FetchWorld, refreshKnowledge } from '../turn/knowledge-fetch';
import { knowledgeRecords } from '../turn/knowledge-records';
import { isHeldBack } from '../turn/paused-intakes';
import {
  type KnowledgeMemory,
  knowledgeNamed,
  newestKnowledge,
  newKnowledgeMemory,
} from '../turn/knowledge-shelf';
import { type Notes, noteInstead } from '../turn/notes';
import { flush, newOutboxMemory, type OutboxWorld } from '../turn/outbox';
import { newWatchMemory, type WatchWorld } from '../turn/outbox-watch';
import type { SweepMemory, SweepWorld } from '../turn/sweep';
import { strictly } from '../turn/strict-persistence';
import { forgetServed, noteServed, type ServedWorld } from '../turn/served';
import { noteSurvey } from '../turn/surveys';
import { within } from '../turn/within';
import {
  readCommandSecrets,
  readCrmAddress,
  readDepartment,
  readListedProfessionals,
  readNoticeWay,
  readOutboxBound,
  readReopenMs,
  readSetup,
  readWaitRules,
} from './settings';
import { watchedRoom } from './watched-room';
import { type Ability, type Declared, undeclared } from './abilities';
import { supposing } from './known-room';
import { lastResort } from './last-resort';
import { ageText } from './status-text';
import { ringStaff, tellAdministrators, tellThoseWhoLead } from './told';

/** What one process of the app remembers: locks and back-off. Losing it loses nothing. */
export interface AppMemory {
  appId: string;
  /** Permissions of the package. */
  declared: Declared;
  /** Rooms that were given to people because nothing may be kept. */
  lastResorts: Set<string>;
  /** What is built in. */
  knowledge: () => Knowledge;
  /** What was published. */
  published: KnowledgeMemory;
  chains: Chains;
  folds: FoldMemory;
  outbox: ReturnType<typeof newOutboxMemory>;
  sweeping: SweepMemory;
  watching: ReturnType<typeof newWatchMemory>;
  /** Parts of the outbox known to be written down. */
  buckets: Set<string>;
  /** When something was noted last, by what. */
  notedMs: Map<string, number>;
  /** Digests of what the CRM was told of the visitor, by room. */
  visitors: Map<string, string>;
  /** Conversations known to have been started; others are looked up. */
  started: Set<string>;
  /** Who writes in a room, where the CRM is being asked just now. */
  asking: Map<string, ReturnType<CrmClient['whoIs']>>;
  log: ILogger;
}

export function newMemory(
  appId: string,
  knowledge: () => Knowledge,
  log: ILogger,
  declared?: Declared,
): AppMemory {
  return {
    appId,
    declared,
    lastResorts: new Set(),
    knowledge,
    published: newKnowledgeMemory(),
    chains: new Chains(),
    folds: new FoldMemory(),
    outbox: newOutboxMemory(),
    sweeping: {},
    watching: newWatchMemory(),
    buckets: new Set(),
    notedMs: new Map(),
    visitors: new Map(),
    started: new Set(),
    asking: new Map(),
    log,
  };
}

export interface Accessors {
  read: IRead;
  http: IHttp;
  persistence: IPersistence;
  modify: IModify;
}

export interface World extends SweepWorld, WatchWorld {
  outbox: OutboxWorld;
  started: Set<string>;
  visitors: Map<string, string>;
  notes: Notes;
  /** Who writes, where the CRM says so before anybody would notice the wait. Never throws. */
  whoIsSoon: (conversation: string, visitor: string) => Promise<Identity | undefined>;
  /** What a conversation that begins now is led by. */
  newestKnowledge: (tenant: string) => Promise<Knowledge>;
  /** Takes what other processes kept and, when it is time or `atOnce`, asks the CRM. Never throws. */
  refreshKnowledge: (atOnce?: boolean) => Promise<void>;
  /** Asks the CRM whether it is there; undefined when none is set. */
  ping: (onward: boolean) => Promise<PingOutcome | undefined>;
  /** What the CRM knows of the patient of a conversation; undefined when it does not say so in time. */
  card: (question: CardQuestion) => Promise<CardAnswer | undefined>;
  /** Whether the app was declared with it; a server may grant less. */
  may: (ability: Ability) => boolean;
  /** What is done for who writes where nothing may be kept. */
  lastResort: (room: ILivechatRoom, input: InputOf<'patient-message'>) => Promise<void>;
  /** Whether somebody takes conversations; undefined when nobody says what came of it. */
  takesChats: (order: TakesChatsOrder) => Promise<TakesChatsAnswer | undefined>;
  /** Notes, at most once a minute, that this happened now. */
  noteNow: (what: 'delivered' | 'swept') => Promise<void>;
  /** Sends what is unsent now, if it is time. */
  flush: () => Promise<void>;
}

export function worldOf(memory: AppMemory, accessors: Accessors): World {
  const { http, persistence, modify } = accessors;
  const read = supposing(accessors.read);
  const now = (): Date => new Date();
  const kept = strictly(read.getPersistenceReader());
  const records = appRecords(persistence, kept, memory.buckets);
  const notes = appNotes(persistence, kept);
  // codes and ids only: what people wrote never reaches a log
  const log = (problem: { code: string; detail: string }): void =>
    memory.log.warn(problem.code, problem.detail);
  const client = crmClient(http, () => readCrmAddress(read), randomUUID, now);
  const crm = { ...client, whoIs: askedOnce(memory.asking, client) };
  const configured = async (): Promise<boolean> => (await readCrmAddress(read)) !== undefined;
  const noteNow = async (what: 'delivered' | 'swept'): Promise<void> => {
    const nowMs = now().getTime();
    if (nowMs - (memory.notedMs.get(what) ?? 0) < noteAgainMs) return;
    memory.notedMs.set(what, nowMs);
    await noteInstead(notes, what, { at: now().toISOString() }).catch(() => undefined);
  };
  const served: ServedWorld = { notes, now, windowMs: () => readReopenMs(read) };
  const outbox: OutboxWorld = {
    records,
    now,
    random: Math.random,
    configured,
    post: (events) => crm.postEvents(events),
    later: (ms, work) => void setTimeout(work, ms),
    delivered: () => {
      memory.watching.sentAtMs = now().getTime();
      void noteNow('delivered');
    },
    log,
  };
  const fetching: FetchWorld = {
    builtIn: memory.knowledge,
    records: knowledgeRecords(persistence, kept),
    memory: memory.published,
    log,
    now,
    nonce: randomUUID,
    notes,
    ask: (question) => crm.knowledge(question),
    waits: () => readWaitRules(read),
    trust: async () => {
      const address = await readCrmAddress(read);
      return address && { tenant: address.tenant, secrets: await readCommandSecrets(read) };
    },
  };
  const flushNow = (): Promise<void> => flush(outbox, memory.outbox);
  const led = {
    knowledge: memory.published.newest?.knowledge ?? memory.knowledge(),
    knowledgeNamed: (hash: string) => knowledgeNamed(fetching, hash),
  };
  return {
    records,
    ...led,
    newestKnowledge: (tenant) => newestKnowledge(fetching, tenant),
    refreshKnowledge: (atOnce) => refreshKnowledge(fetching, atOnce),
    chains: memory.chains,
    folds: memory.folds,
    now,
    nonce: randomUUID,
    log,
    perform: (effect, record) => {
      const repeated = now().getTime() - Date.parse(record.keptAt ?? record.receivedAt) > 10_000;
      const room = roomActions(read, modify, memory.appId, repeated);
      const agents = agentRoom(read, modify, memory.appId, () => readNoticeWay(read));
      const departmentOf = (to: DepartmentRole): Promise<string> => readDepartment(read, to);
      const wakeAt = async (when: Date): Promise<void> => {
        await modify.getScheduler().scheduleOnce({ id: sweepJob, when });
      };
      const tell = async (conversation: string, notice: ManagerNotice): Promise<void> => {
        if ((await tellThoseWhoLead(accessors, memory.appId, conversation, notice)) === 0)
          log({ code: 'nobody-told', detail: notice.notice });
      };
      const ring = async (conversation: string, notice: RingNotice): Promise<void> => {
        const told = await ringStaff(accessors, memory.appId, { notes, now }, conversation, notice);
        if (told === 0) log({ code: 'nobody-told', detail: `ring-${notice.step}` });
      };
      const edge = { ring, records, crm, now, room, agents, departmentOf, tellManagers: tell, wakeAt };
      const people = {
        isHeldBack: (department: string, conversation: string) =>
          isHeldBack({ notes, records, now, ...led }, department, conversation),
        professionals: () => readListedProfessionals(read),
        noteServed: (visitor: string, agent: Person) => noteServed(served, visitor, agent),
        noteSurvey: (visitor: string, conversation: string) =>
          noteSurvey({ notes, now }, visitor, conversation),
      };
      return perform({ ...edge, ...people }, effect, record);
    },
    eventsWaiting: () => void flushNow(),
    roomOf: (conversation) => watchedRoom(read, conversation, now()),
    forgetServed: (visitor) => forgetServed(served, visitor),
    configured,
    sweeping: memory.sweeping,
    started: memory.started,
    visitors: memory.visitors,
    notes,
    whoIsSoon: async (conversation, visitor) => {
      const answer = await within(greetWithinMs, crm.whoIs({ conversation, visitor })).catch(() => undefined);
      return answer && identityOf(answer);
    },
    watching: memory.watching,
    outboxBound: () => readOutboxBound(read),
    tellAdministrators: async (notice, figures) => {
      const { language } = await readSetup(read);
      const age = ageText(figures.oldestAgeMs);
      return tellAdministrators(
        accessors,
        memory.appId,
        operatorText(language, `notice_${notice}`, { ...figures, age }),
      );
    },
    ping: (onward) => crm.ping(onward),
    card: (question) => crm.card(question),
    takesChats: (order) => crm.takesChats(order),
    may: (ability) => !undeclared(memory.declared).includes(ability),
    lastResort: async (of, input) => {
      const room = roomActions(read, modify, memory.appId, false);
      const setup = await readSetup(read);
      const departmentOf = (to: DepartmentRole): Promise<string> => readDepartment(read, to);
      await lastResort({ room, setup, now, departmentOf, told: memory.lastResorts }, of, input);
    },
    noteNow,
    outbox,
    flush: flushNow,
  };
}

const noteAgainMs = 60_000;
/** First words wait so long for who they are said to. */
const greetWithinMs = 1_000;

/** Several hooks of a new room, and the effect after the first words, wait for one and the same answer. */
function askedOnce(asking: AppMemory['asking'], { whoIs }: CrmClient): CrmClient['whoIs'] {
  return (question) => {
    const { conversation, dependent } = question;
    if (dependent) return whoIs(question);
    const known = asking.get(conversation);
    if (known) return known;
    const answer = whoIs(question).finally(() => asking.delete(conversation));
    asking.set(conversation, answer);
    return answer;
  };
}
