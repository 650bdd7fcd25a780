/** Signing in, one's own account, and the staff's. */
import * as z from 'zod';
import { codeForm, confirmForm, passwordForm, sessionForm } from '../access/account-routes';
import { params as staffParams } from '../access/person-routes';
import { codeForm as signInCodeForm } from '../access/second-step-routes';
import { signInForm } from '../access/sign-in-routes';
import { newPerson, onePerson, roleForm } from '../access/staff-routes';
import { html, nothing, redirect, type Operations } from './operation';

const next = z.object({ next: z.string().optional().describe('A path here to go on to.') });
const languageForm = z.object({ to: z.string().optional(), back: z.string().optional() });
const tooMany = { 429: html('Too many failures: wait as `Retry-After` says') };
const page = { 200: html('The page') };
const done = { 200: html('Done; the page says what') };
const unknownPerson = { 404: nothing('There is no such person') };

export const accessOperations: Operations = {
  'GET /': {
    tag: 'pages',
    summary: 'Where a person’s work begins',
    answers: { 303: redirect('To what the role looks at first, or to the sign-in page') },
  },
  'POST /language': {
    tag: 'pages',
    summary: 'Choose the pages’ language',
    body: languageForm,
    answers: { 303: redirect('Back') },
  },
  'GET /sign-in': {
    tag: 'sign-in',
    summary: 'The sign-in page',
    query: next,
    answers: { ...page, 303: redirect('Somebody is signed in already') },
  },
  'POST /sign-in': {
    tag: 'sign-in',
    summary: 'Sign in with e-mail and password',
    body: signInForm,
    answers: {
      303: redirect('Signed in, or on to the second step'),
      401: html('Wrong'),
      ...tooMany,
    },
  },
  'GET /sign-in/code': {
    tag: 'sign-in',
    summary: 'The second step: a code, or setting up the authenticator app',
    query: next,
    answers: { ...page, 303: redirect('The first step is missing or too old') },
  },
  'POST /sign-in/code': {
    tag: 'sign-in',
    summary: 'Sign in with a code',
    body: signInCodeForm,
    answers: {
      200: html('Signed in; the recovery codes, shown once'),
      303: redirect('Signed in, or the first step is missing'),
      401: html('Wrong'),
      ...tooMany,
    },
  },
  'POST /sign-out': {
    tag: 'sign-in',
    summary: 'Sign out',
    answers: { 303: redirect('To the sign-in page') },
  },
  'GET /account': { tag: 'account', summary: 'One’s own account', answers: page },
  'POST /account/password': {
    tag: 'account',
    summary: 'Change one’s own password',
    body: passwordForm,
    answers: { ...done, ...tooMany },
  },
  'POST /account/second-factor/begin': {
    tag: 'account',
    summary: 'Begin to set up an authenticator app',
    body: confirmForm,
    answers: { ...page, 303: redirect('Nothing to set up'), ...tooMany },
  },
  'POST /account/second-factor/confirm': {
    tag: 'account',
    summary: 'Confirm the authenticator app with a code',
    body: codeForm,
    answers: { 200: html('The recovery codes, shown once'), 303: redirect('Nothing to confirm'), ...tooMany },
  },
  'POST /account/second-factor/recovery': {
    tag: 'account',
    summary: 'New recovery codes; the old ones end',
    body: confirmForm,
    answers: {
      200: html('The recovery codes, shown once'),
      303: redirect('There is no second factor'),
      ...tooMany,
    },
  },
  'POST /account/second-factor/remove': {
    tag: 'account',
    summary: 'Remove the authenticator app',
    body: confirmForm,
    answers: { ...done, ...tooMany },
  },
  'POST /account/sessions/end': {
    tag: 'account',
    summary: 'End one of one’s own sessions, or all others',
    body: sessionForm,
    answers: done,
  },
  'GET /staff': { tag: 'staff', summary: 'Everybody who can sign in', answers: page },
  'POST /staff/add': { tag: 'staff', summary: 'Register a person', body: newPerson, answers: done },
  'POST /staff/role': {
    tag: 'staff',
    summary: 'Change a role',
    body: roleForm,
    answers: { ...done, 303: redirect('One’s own role was changed, or nobody is signed in') },
  },
  'POST /staff/disable': {
    tag: 'staff',
    summary: 'Disable a person',
    body: onePerson,
    answers: { ...done, 303: redirect('One disabled oneself, or nobody is signed in') },
  },
  'POST /staff/enable': { tag: 'staff', summary: 'Enable a person again', body: onePerson, answers: done },
  'GET /staff/:staffId': {
    tag: 'staff',
    summary: 'One person’s sessions and second factor',
    params: staffParams,
    answers: { ...page, ...unknownPerson },
  },
  'POST /staff/:staffId/sessions/end': {
    tag: 'staff',
    summary: 'End a person’s session, or all',
    params: staffParams,
    body: sessionForm,
    answers: { ...done, ...unknownPerson },
  },
  'POST /staff/:staffId/second-factor/reset': {
    tag: 'staff',
    summary: 'Take a lost authenticator app away',
    params: staffParams,
    answers: { ...done, ...unknownPerson },
  },
};
