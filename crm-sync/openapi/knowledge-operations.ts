/** Protocols and other knowledge: versions, signatures, publications. */
import * as z from 'zod';
import { knowledgeKinds } from '../../contract/knowledge';
import { download, html, nothing, redirect, type Operations } from './operation';

const page = { 200: html('The page') };
const unknown = { 404: nothing('There is no such version') };
const refused = { 409: html('It cannot be done; the page says why, and nothing was changed') };
const version = '/knowledge/:kind/:part/:hash';

export const knowledgeOperations: Operations = {
  'GET /knowledge': {
    tag: 'knowledge',
    summary: 'What is in use, every version, what was published',
    answers: page,
  },
  'GET /knowledge/new': { tag: 'knowledge', summary: 'The form that brings a version in', answers: page },
  'POST /knowledge/propose': {
    tag: 'knowledge',
    summary: 'Check a version and keep it as a draft. Also as multipart/form-data with a `file`',
    body: z.object({ kind: z.enum(knowledgeKinds), text: z.string().optional() }),
    answers: { 303: redirect('To the draft, or nobody is signed in') },
  },
  [`GET ${version}`]: {
    tag: 'knowledge',
    summary: 'One version, to be read whole',
    answers: { ...page, ...unknown },
  },
  [`GET ${version}/file`]: {
    tag: 'knowledge',
    summary: 'One version as a file that can be changed and brought in again',
    answers: { 200: download('JSON'), ...unknown },
  },
  [`GET ${version}/compare`]: {
    tag: 'knowledge',
    summary: 'Its differences from the version in use, and the cases that end otherwise',
    answers: { ...page, ...unknown },
  },
  [`POST ${version}/sign`]: {
    tag: 'knowledge',
    summary: 'Sign a version by name',
    answers: { 303: redirect('To the version, or nobody is signed in'), ...unknown, ...refused },
  },
  [`POST ${version}/activate`]: {
    tag: 'knowledge',
    summary: 'Put a signed version into use: publishes the next snapshot',
    answers: { 303: redirect('To the list, or nobody is signed in'), ...unknown, ...refused },
  },
  'POST /knowledge/published/:number/restore': {
    tag: 'knowledge',
    summary: 'Go back: publish an earlier snapshot’s content under the next number',
    answers: {
      303: redirect('To the list, or nobody is signed in'),
      404: html('There is no such publication'),
      ...refused,
    },
  },
};
