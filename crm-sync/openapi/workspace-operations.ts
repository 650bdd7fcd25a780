/** What Rocket.Chat workspaces and monitoring call. */
import * as z from 'zod';
import {
  appointmentAnswer,
  appointmentQuestion,
  slotsAnswer,
  slotsQuestion,
} from '../../contract/appointment-questions';
import { eventData, eventEnvelope, ingestAnswer, maxBatchEvents } from '../../contract/event';
import { cardAnswer, cardQuestion } from '../../contract/card';
import { knowledgeAnswer, knowledgeQuestion } from '../../contract/knowledge';
import { pingAnswer, pingQuestion } from '../../contract/ping';
import { waitAnswer, waitQuestion, whoIsAnswer, whoIsQuestion } from '../../contract/question';
import { takesChatsAnswer, takesChatsOrder } from '../../contract/takes-chats';
import { webhookShape } from '../rocketchat/shapes';
import { json, plain, type Operations } from './operation';

const base = '/v1/tenants/:tenant/workspaces/:workspace';

/** Events of types not listed are stored and skipped. */
const knownEvents = Object.entries(eventData).map(([type, data]) =>
  eventEnvelope.extend({ type: z.literal(type), data }),
);
const anyEvent = z.union([...knownEvents, eventEnvelope]);

const readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  mongodb: z.boolean(),
  workers: z.boolean(),
});

export const workspaceOperations: Operations = {
  [`POST ${base}/events`]: {
    tag: 'workspace',
    summary: 'Events that happened, in a batch; each one’s fate is told',
    // Each event is read on its own: one that does not fit is refused, the others are stored.
    body: z.array(anyEvent).min(1).max(maxBatchEvents),
    answers: {
      200: json('One fate per event, in the order sent: all that are not refused are on disk', ingestAnswer),
    },
  },
  [`POST ${base}/questions/who-is`]: {
    tag: 'workspace',
    summary: 'Who is this visitor? Their patient ID, a new one when the visitor is new',
    body: whoIsQuestion,
    answers: { 200: json('The patient’s ID', whoIsAnswer) },
  },
  [`POST ${base}/questions/wait`]: {
    tag: 'workspace',
    summary: 'How many of the same department have waited longer than this conversation?',
    body: waitQuestion,
    answers: { 200: json('How many, where it waits', waitAnswer) },
  },
  [`POST ${base}/questions/card`]: {
    tag: 'workspace',
    summary: 'What is known of the patient of this conversation, for the person who serves it?',
    body: cardQuestion,
    answers: { 200: json('Who it is, earlier conversations, tasks and notes', cardAnswer) },
  },
  [`POST ${base}/questions/slots`]: {
    tag: 'workspace',
    summary: 'Which times can be booked?',
    body: slotsQuestion,
    answers: { 200: json('The earliest of those that fit', slotsAnswer) },
  },
  [`POST ${base}/questions/appointment`]: {
    tag: 'workspace',
    summary:
      'A patient’s appointments: told, held, booked, confirmed, moved, cancelled. Asked again it changes nothing more',
    body: appointmentQuestion,
    answers: { 200: json('What became of it, or why not', appointmentAnswer) },
  },
  [`POST ${base}/agents/takes-chats`]: {
    tag: 'workspace',
    summary: 'An agent takes conversations from now on, or takes none',
    body: takesChatsOrder,
    answers: { 200: json('What came of it in Rocket.Chat', takesChatsAnswer) },
  },
  [`POST ${base}/knowledge`]: {
    tag: 'workspace',
    summary: 'What is the published knowledge? The snapshot, or that it is unchanged, signed in turn',
    body: knowledgeQuestion,
    answers: { 200: json('The newest, `unchanged`, or that there is `none`', knowledgeAnswer) },
  },
  [`POST ${base}/ping`]: {
    tag: 'workspace',
    summary: 'Do the two sides reach and believe each other?',
    body: pingQuestion,
    answers: { 200: json('This side’s clock and version; with `onward`, how the app answered', pingAnswer) },
  },
  [`POST ${base}/webhook`]: {
    tag: 'workspace',
    summary:
      'Rocket.Chat’s omnichannel webhook, with its static token: what it tells is kept, its room is looked at',
    body: webhookShape,
    answers: { 200: json('It is on disk. Rocket.Chat keeps this answer on the room', z.object({})) },
  },
  'GET /healthz': {
    tag: 'operations',
    summary: 'Does the process run?',
    answers: { 200: json('Yes', z.object({ status: z.literal('ok') })) },
  },
  'GET /readyz': {
    tag: 'operations',
    summary: 'Can it take requests?',
    answers: {
      200: json('MongoDB answers and the workers turn', readiness),
      503: json('One of them does not', readiness),
    },
  },
  'GET /metrics': {
    tag: 'operations',
    summary: 'Figures for Prometheus, without ids or personal data',
    answers: { 200: plain('Prometheus text') },
  },
  'GET /openapi.json': {
    tag: 'operations',
    summary: 'This description',
    answers: { 200: json('OpenAPI 3.1', z.record(z.string(), z.unknown())) },
  },
};
