/** What events about waiting, clocks, outcome, tasks and survey change of a conversation's fold. */
import type { AcolheEvent, EventData, EventType } from '../../contract/event';
import type { serviceEventData } from '../../contract/service-events';
import { afterTry, changeTask, noteTaskDue } from './encounter-tasks';
import type { Fold } from './fold-state';

type Of<T extends EventType> = Extract<AcolheEvent, { type: T }>;
type Step<T extends EventType> = (fold: Fold, data: EventData<T>, event: Of<T>) => void;
type ServiceType = keyof typeof serviceEventData;

export const serviceSteps: { [T in ServiceType]: Step<T> } = {
  'acolhe.urgency.changed.v1': ({ encounter }, { urgency }) => void (encounter.urgency = urgency),
  'acolhe.sla.warned.v1': ({ encounter }) => void (encounter.sla ??= 'warned'),
  'acolhe.sla.breached.v1': ({ encounter }, { times }) => {
    if (encounter.sla !== 'breached-twice') encounter.sla = times > 1 ? 'breached-twice' : 'breached';
  },
  'acolhe.routing.tried.v1': (
    { encounter, memory },
    { rung, result, department, rule, tags = [] },
    event,
  ) => {
    const where = { ...(department && { department }), ...(rule && { rule }) };
    const at = new Date(event.time);
    encounter.marks.push({ at, order: memory.order, kind: 'routing', rung, result, ...where });
    if (result !== 'taken' && result !== 'offered') {
      const failed = { why: result, ...(department && rung !== 'person' && { department }) };
      encounter.routingFailed = [...(encounter.routingFailed ?? []), failed];
    }
    if (tags.length > 0) encounter.ruleTags = [...new Set([...(encounter.ruleTags ?? []), ...tags])];
  },
  'acolhe.conversation.left.v1': ({ encounter }) => {
    encounter.leftUnseen = true;
    delete encounter.outcomeMissingSince;
  },
  'acolhe.outcome.registered.v1': ({ encounter }, { outcome, by }, event) => {
    encounter.serviceOutcome = { outcome, by, at: new Date(event.time) };
    delete encounter.outcomeMissingSince;
  },
  'acolhe.outcome.asked.v1': () => undefined, // without an outcome it already counts as such
  // its words are sealed in the event, and read from there
  'acolhe.conversation.noted.v1': ({ encounter }, _data, event) => {
    encounter.noted = [...(encounter.noted ?? []), event.id];
  },
  'acolhe.survey.answered.v1': ({ encounter }, { score }) => {
    if (score !== undefined) encounter.surveyScore = score;
  },
  'acolhe.task.opened.v1': ({ encounter }, data, event) => {
    const { taskId, kind, urgency, owner, department } = data;
    if (encounter.tasks?.some((task) => task.taskId === taskId)) return;
    const whose = { ...(urgency && { urgency }), ...(owner && { owner }), ...(department && { department }) };
    const opened = { event: event.id, openedAt: new Date(event.time), dueAt: new Date(data.dueAt) };
    encounter.tasks = [...(encounter.tasks ?? []), { taskId, kind, ...whose, ...opened }];
    noteTaskDue(encounter);
  },
  'acolhe.task.taken.v1': ({ encounter }, { taskId, by }, event) => {
    const taken = { by, at: new Date(event.time) };
    changeTask(encounter, taskId, (task) => ({ ...task, taken: task.taken ?? taken }));
  },
  'acolhe.task.done.v1': ({ encounter }, { taskId, by, result }, event) => {
    changeTask(encounter, taskId, (task) => afterTry(task, { by, result, at: new Date(event.time) }));
  },
  'acolhe.supervision.acted.v1': () => undefined, // what came of it is told by Rocket.Chat itself
};
