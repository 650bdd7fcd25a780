/** The auditor's page. */
import * as z from 'zod';
import { html, type Operations } from './operation';

const query = z.object({
  patient: z.string().optional().describe('A patient ID.'),
  staff: z.string().optional().describe('A staff ID.'),
  action: z.string().optional().describe('As entries name it, e.g. `patients.read`.'),
  day: z.string().optional().describe('A day of the tenant’s calendar, e.g. `2026-11-21`.'),
  before: z.string().optional().describe('Where the page before this one ended.'),
});

export const auditOperations: Operations = {
  'GET /audit': {
    tag: 'operations',
    summary: 'Who read and changed what, newest first, and how the log stands',
    query,
    answers: { 200: html('The page') },
  },
};
