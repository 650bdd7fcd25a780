/** Investigations and published reports. */
import * as z from 'zod';
import { retryForm } from '../set-aside/set-aside-routes';
import { html, nothing, redirect, type Operations } from './operation';

const page = { 200: html('The page') };
const unknownReport = { 404: nothing('There is no such report') };
const dayQuery = z.object({ day: z.string().optional().describe('ISO day; default: the last 24 hours.') });

export const paperOperations: Operations = {
  'GET /set-aside': {
    tag: 'operations',
    summary: 'Streams whose events could not be projected, and why',
    answers: page,
  },
  'POST /set-aside/retry': {
    tag: 'operations',
    summary: 'Try one of them again, or all',
    body: retryForm,
    answers: { ...page, 404: html('It is not set aside') },
  },
  'GET /investigations': { tag: 'supervision', summary: 'One’s own investigations', answers: page },
  'POST /investigations/open': {
    tag: 'supervision',
    summary: 'Open an investigation of a notifiable disease',
    body: z.object({ disease: z.string(), fromDay: z.string(), toDay: z.string(), reason: z.string() }),
    answers: { 303: redirect('To the investigation, or nobody is signed in') },
  },
  'GET /investigations/:investigationId': {
    tag: 'supervision',
    summary: 'The named cases of an open investigation of one’s own',
    answers: { ...page, 303: redirect('It has just ended, or nobody is signed in') },
  },
  'POST /investigations/:investigationId/close': {
    tag: 'supervision',
    summary: 'End an investigation of one’s own',
    answers: { 303: redirect('To the list') },
  },
  'GET /reports': { tag: 'supervision', summary: 'The published reports', answers: page },
  'GET /reports/new': {
    tag: 'supervision',
    summary: 'What would be published',
    query: dayQuery,
    answers: page,
  },
  'POST /reports/publish': {
    tag: 'supervision',
    summary: 'Publish the figures of a period',
    body: z.object({ title: z.string(), day: z.string().optional() }),
    answers: { 303: redirect('To the report, or nobody is signed in') },
  },
  'GET /reports/:reportId': {
    tag: 'supervision',
    summary: 'A published report',
    answers: { ...page, ...unknownReport },
  },
  'POST /reports/:reportId/withdraw': {
    tag: 'supervision',
    summary: 'Withdraw a report',
    answers: { 303: redirect('To the list') },
  },
};
