/** One event's effect on a conversation's fold: the only place where events become what managers see. */
import type { AcolheEvent, ConversationEventType, EventData, EventType } from '../../contract/event';
import { decidedFacts, type DecidedFacts } from '../../contract/coded';
import type { EncounterMark } from '../store/documents';
import type { OpenedEvent } from '../store/sealed-events';
import { sayVisitor } from '../identity/conversation-facts';
import type { Afterthoughts, Fold } from './fold-state';
import { alreadyThere, queuedAlready, toldAlready } from './told-already';
import { serviceSteps } from './service-steps';
import { noteFile } from './unseen-file';
import { answered, givenToBot, served, stopWaiting, waitForPerson, wrote } from './wait-for-person';

type Of<T extends EventType> = Extract<AcolheEvent, { type: T }> & Pick<OpenedEvent, 'coded' | 'erased'>;
type Step<T extends EventType> = (fold: Fold, data: EventData<T>, event: Of<T>) => void;

type MarkWithoutPlace = EncounterMark extends infer M
  ? M extends EncounterMark
    ? Omit<M, 'at' | 'order'>
    : never
  : never;

function markTimeline({ encounter, memory }: Fold, event: AcolheEvent, mark: MarkWithoutPlace): void {
  encounter.marks.push({ at: new Date(event.time), order: memory.order, ...mark } as EncounterMark);
}

function afterthoughtsOf({ memory }: Fold, messageId: string): Afterthoughts {
  const known = memory.afterthoughts.get(messageId) ?? { files: [] };
  memory.afterthoughts.set(messageId, known);
  return known;
}

const steps: { [T in ConversationEventType]: Step<T> } = {
  'acolhe.conversation.started.v1': ({ encounter, patient }, data, event) => {
    encounter.channel = data.channel;
    encounter.language = data.language;
    encounter.startedAt = new Date(event.time);
    // What was said of another before is not this person's.
    if (patient.visitorId !== undefined && patient.visitorId !== data.visitor.id) patient.said = [];
    encounter.visitorId = patient.visitorId = data.visitor.id;
    sayVisitor(patient.said, data.visitor, { at: event.time, event: event.id });
  },

  'acolhe.conversation.queued.v1': (fold, data, event) => {
    const at = new Date(event.time);
    if (queuedAlready(fold, data.department?.id, at)) {
      if (data.department) fold.encounter.department ??= data.department;
      return;
    }
    fold.memory.queued = { to: data.department?.id ?? '', atMs: at.getTime() };
    markTimeline(fold, event, {
      kind: 'queued',
      ...(data.department && { department: data.department.name }),
    });
    if (data.department) fold.encounter.department = data.department;
    // The app tells of a hand-off and its queue in one breath, maybe after somebody has taken the room already.
    if (fold.encounter.state === 'served' && fold.memory.handoffs.has(event.time)) return;
    waitForPerson(fold, at);
  },

  'acolhe.conversation.assigned.v1': (fold, data, event) => {
    const { encounter, memory } = fold;
    const at = new Date(event.time);
    const hasIt =
      data.agent.kind === 'bot'
        ? encounter.state === 'bot'
        : encounter.state === 'served' && encounter.agent?.id === data.agent.id;
    if (!(hasIt && toldAlready(memory.assigned, data.agent.id, at))) {
      memory.assigned = { to: data.agent.id, atMs: at.getTime() };
      markTimeline(fold, event, {
        kind: 'assigned',
        agent: data.agent.name ?? data.agent.username,
        agentKind: data.agent.kind,
        ...(data.department && { department: data.department.name }),
      });
    }
    if (data.department) encounter.department = data.department;
    if (data.agent.kind === 'human') return served(fold, at, data.agent, data.department?.id);
    // The queue it stood in was the way to the bot, not to a person.
    if (memory.handoffs.size || memory.person || encounter.state === 'closed') return;
    encounter.state = 'bot';
    stopWaiting(encounter);
    delete memory.firstWaitMs;
  },

  'acolhe.conversation.transferred.v1': (fold, data, event) => {
    const { encounter, memory } = fold;
    const at = new Date(event.time);
    const to = `${data.to.department?.id ?? ''}/${data.to.agent?.id ?? ''}`;
    const byWhoHasIt = data.from.agent !== undefined && data.from.agent.id === encounter.agent?.id;
    if (!byWhoHasIt && toldAlready(memory.transferred, to, at)) return;
    memory.transferred = { to, atMs: at.getTime() };
    markTimeline(fold, event, {
      kind: 'transferred',
      ...(data.to.department && { toDepartment: data.to.department.name }),
      ...(data.to.agent && { toAgent: data.to.agent.name ?? data.to.agent.username }),
    });
    const stays = alreadyThere(fold, data);
    if (data.to.department) encounter.department = data.to.department;
    if (data.to.agent) {
      if (data.to.agent.kind === 'human') served(fold, at, data.to.agent, data.to.department?.id);
      else givenToBot(fold);
      return;
    }
    if (!data.to.department || stays) return;
    waitForPerson(fold, at);
  },

  'acolhe.conversation.closed.v1': (fold, data, event) => {
    const { encounter } = fold;
    if (encounter.state === 'closed') return;
    markTimeline(fold, event, { kind: 'closed', by: data.by });
    const { leftUnseen, serviceOutcome } = encounter;
    const isSeen = encounter.state === 'served' && !leftUnseen && !serviceOutcome;
    if (isSeen) encounter.outcomeMissingSince = new Date(event.time);
    encounter.state = 'closed';
    encounter.closedAt = new Date(event.time);
    encounter.closedBy = data.by;
    stopWaiting(encounter);
  },

  'acolhe.conversation.tagged.v1': (fold, data, event) => {
    if (event.erased) delete fold.tags;
    else fold.tags = data.tags;
  },

  'acolhe.conversation.described.v1': ({ encounter }, { priority }) => {
    if (priority) encounter.priority = priority.name;
    else delete encounter.priority;
  },

  'acolhe.message.edited.v1': (fold, data, event) => {
    afterthoughtsOf(fold, data.messageId).edit = {
      at: new Date(event.time),
      event: event.id,
      ...(event.erased ? {} : { text: data.text }),
    };
  },
  'acolhe.message.deleted.v1': (fold, data, event) => {
    afterthoughtsOf(fold, data.messageId).deletedAt ??= new Date(event.time);
  },
  'acolhe.file.received.v1': (fold, { messageId, ...file }) => {
    const { files } = afterthoughtsOf(fold, messageId);
    if (!files.some((one) => one.fileId === file.fileId)) files.push(file);
  },

  'acolhe.message.recorded.v1': (fold, data, event) => {
    const { encounter, messages, memory } = fold;
    if (memory.messageIds.has(data.messageId)) return;
    memory.messageIds.add(data.messageId);
    const at = new Date(event.time);
    messages.push({
      messageId: data.messageId,
      at,
      order: memory.order,
      from: data.from,
      via: data.via,
      event: event.id,
      ...(event.erased ? { erased: true as const } : { text: data.text }),
      ...(data.authorName === undefined ? {} : { authorName: data.authorName }),
    });
    noteFile(encounter, data, at);
    if (data.from === 'agent') answered(fold, at);
    const text = event.erased ? undefined : data.text;
    if (data.from === 'patient') wrote(fold, at, { text, file: data.via === 'file' });
  },

  'acolhe.patient.identified.v1': ({ patient }, data, event) => {
    patient.claim = { ...data, event: event.id, time: event.time };
    if (data.dependentOf === undefined) patient.own = patient.claim;
  },

  'acolhe.visitor.saved.v1': ({ encounter, patient }, { visitor }, event) => {
    // A conversation's visitor is the one it started with.
    patient.visitorId ??= visitor.id;
    if (patient.visitorId !== visitor.id) return;
    encounter.visitorId = visitor.id;
    sayVisitor(patient.said, visitor, { at: event.time, event: event.id });
  },

  'acolhe.consent.given.v1': ({ encounter }) => void (encounter.consent = 'given'),
  'acolhe.consent.refused.v1': ({ encounter }) => void (encounter.consent = 'refused'),
  'acolhe.consent.withdrawn.v1': ({ encounter }) => void (encounter.consent = 'withdrawn'),

  'acolhe.triage.started.v1': ({ encounter, memory }, data) => {
    memory.interviewing = true;
    encounter.pack = data.pack;
    encounter.packVersion = data.packVersion;
  },

  // Kept in the events; the decision carries all answers until then. What is asked afterwards (surveillance) stands beside it.
  'acolhe.triage.answered.v1': ({ decisions, memory }, { question, value }, event) => {
    const decided = memory.interviewing || event.erased ? undefined : decisions.at(-1);
    if (decided?.answers && decided.answers[question] !== value)
      decided.later = { ...decided.later, [question]: value };
  },

  'acolhe.triage.decided.v1': ({ encounter, decisions, memory }, data, event) => {
    memory.interviewing = false;
    const { answers, because, ...decided } = data;
    const { pack, packVersion, outcome, disposition } = decided;
    delete encounter.screenedBy;
    const { findings, ageBand } = (event.erased && event.coded
      ? event.coded
      : decidedFacts(answers)) as unknown as DecidedFacts;
    decisions.push({
      ...{ event: event.id, at: new Date(event.time), order: memory.order, ...decided, findings },
      ...(ageBand !== undefined && { ageBand }),
      ...(!event.erased && { answers, ...(because && { because }) }),
    });
    encounter.pack = pack;
    encounter.packVersion = packVersion;
    encounter.outcome = outcome;
    // A red flag is raised, never cleared.
    encounter.disposition = encounter.redFlags.length ? 'emergency' : disposition;
  },

  'acolhe.rescreen.decided.v1': (fold, { staff, blind, disposition, own, bot }, event) => {
    const { encounter } = fold;
    const seen = { ...(bot && { bot: bot.disposition }), ...(own && { own }) };
    markTimeline(fold, event, { kind: 'rescreen', staff, blind, disposition, ...seen });
    encounter.rescreenedAt = new Date(event.time);
    encounter.screenedBy = [...new Set([...(encounter.screenedBy ?? []), staff])].sort();
  },

  'acolhe.red-flag.raised.v1': (fold, data, event) => {
    const { encounter } = fold;
    markTimeline(fold, event, { kind: 'red-flag', concept: data.concept, call: data.call });
    if (!encounter.redFlags.includes(data.concept)) encounter.redFlags.push(data.concept);
    encounter.disposition = 'emergency';
  },

  'acolhe.emergency.detail.v1': () => undefined, // told in a message, which stands in the timeline

  'acolhe.handoff.requested.v1': (fold, data, event) => {
    const { reason, department, result } = data;
    markTimeline(fold, event, { kind: 'handoff', reason, department, result });
    fold.memory.handoffs.add(event.time);
    delete fold.memory.queued;
    fold.encounter.department ??= { id: department, name: department };
    if (fold.encounter.state === 'served') return;
    waitForPerson(fold, new Date(event.time));
  },

  ...serviceSteps,
};

/** Changes `fold`, which belongs to the caller alone. */
export function evolve(fold: Fold, event: AcolheEvent): void {
  (steps[event.type as ConversationEventType] as Step<EventType> | undefined)?.(
    fold,
    event.data,
    event as never,
  );
}
