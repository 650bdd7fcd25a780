/** Queue, dashboard and the stream that keeps pages live. */
import * as z from 'zod';
import { intakeForm, intakeQuery } from '../supervision/intake-routes';
import { chosenQuery, orderForm } from '../supervision/order-form';
import { html, type Operations } from './operation';

const day = z.object({
  day: z
    .string()
    .optional()
    .describe('A day of the tenant’s calendar, e.g. `2026-11-21`; left out: the last 24 hours.'),
});

export const supervisionOperations: Operations = {
  'GET /queue': { tag: 'supervision', summary: 'Who waits for a person', answers: { 200: html('The page') } },
  'GET /queue/rows': {
    tag: 'supervision',
    summary: 'The queue alone, for the open page',
    answers: { 200: html('A part of the page') },
  },
  'GET /queue/act': {
    tag: 'supervision',
    summary: 'What can be done with the chosen conversations, or with all of an agent',
    query: chosenQuery,
    answers: { 200: html('The page') },
  },
  'POST /queue/act': {
    tag: 'supervision',
    summary:
      'Without `confirm`: shows the order again. With it: carries it out in Rocket.Chat, and answers what came of each conversation.',
    body: orderForm,
    answers: { 200: html('The order, or what came of it'), 400: html('Something is missing in the order') },
  },
  'GET /queue/intake': {
    tag: 'supervision',
    summary: 'Pause the intake of a department, or open it again',
    query: intakeQuery,
    answers: { 200: html('The page'), 404: html('There is no such department') },
  },
  'POST /queue/intake': {
    tag: 'supervision',
    summary: 'Pauses the intake for so many minutes, or opens it again, and says whether the app knows',
    body: intakeForm,
    answers: { 200: html('What came of it'), 404: html('There is no such department') },
  },
  'GET /dashboard': {
    tag: 'supervision',
    summary: 'Figures of a day',
    query: day,
    answers: { 200: html('The page') },
  },
  'GET /dashboard/figures': {
    tag: 'supervision',
    summary: 'The figures alone, for the open page',
    query: day,
    answers: { 200: html('A part of the page') },
  },
  'GET /live': {
    tag: 'pages',
    summary: 'Which parts of open pages are old, as server-sent events; never ends by itself',
    answers: {
      200: {
        description: 'A stream of `ready`, `changed` (topics as a JSON list) and `ended`',
        content: { 'text/event-stream': z.string() },
      },
    },
  },
};
