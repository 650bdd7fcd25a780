/** Whom a person is to call. */
import { taskForm } from '../follow-up/task-routes';
import { chatTaskForm } from '../tasks/chat-task-routes';
import { outcomeForm, outcomesQuery } from '../tasks/outcome-routes';
import { html, redirect, type Operations } from './operation';

export const followUpOperations: Operations = {
  'GET /tasks': {
    tag: 'supervision',
    summary: 'Whom a person is to call',
    answers: { 200: html('The page') },
  },
  'GET /tasks/rows': {
    tag: 'supervision',
    summary: 'The tasks alone, for the open page',
    answers: { 200: html('A part of the page') },
  },
  'GET /tasks/:patientId/:disease': {
    tag: 'supervision',
    summary: 'One patient to call, for one disease: why, what they answered last, what was tried',
    answers: { 200: html('The page'), 303: redirect('To the list when nobody is to call this patient') },
  },
  'POST /tasks/:patientId/:disease/done': {
    tag: 'supervision',
    summary: 'What came of a call',
    body: taskForm,
    answers: { 303: redirect('To the list, or to the sign-in page'), 400: html('No outcome was chosen') },
  },
  'GET /tasks/outcomes': {
    tag: 'supervision',
    summary: 'Conversations that are over and of which nobody registered what they came to',
    query: outcomesQuery,
    answers: { 200: html('The page') },
  },
  'POST /tasks/outcomes': {
    tag: 'supervision',
    summary: 'What a conversation came to',
    body: outcomeForm,
    answers: {
      303: redirect('To the list, or to the sign-in page'),
      400: html('No outcome was chosen, or none is missing any more'),
    },
  },
  'GET /tasks/chats/:conversation/:taskId': {
    tag: 'supervision',
    summary: 'One task of a conversation: who, what is to be done, until when',
    answers: { 200: html('The page'), 303: redirect('To the list when it is not open') },
  },
  'POST /tasks/chats/:conversation/:taskId/take': {
    tag: 'supervision',
    summary: 'Somebody has the task in hand',
    answers: {
      303: redirect('To the task, to the list when it is not open, or to the sign-in page'),
      400: html('Somebody else has it'),
    },
  },
  'POST /tasks/chats/:conversation/:taskId/done': {
    tag: 'supervision',
    summary: 'What came of the task',
    body: chatTaskForm,
    answers: { 303: redirect('To the list, or to the sign-in page'), 400: html('No result was chosen') },
  },
};
