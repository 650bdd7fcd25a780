/** Patients and their timelines. */
import { correctForm, linkForm, noteForm } from '../patients/change-routes';
import { eraseForm } from '../patients/erase-page';
import { query } from '../patients/patient-routes';
import { searchForm } from '../patients/search-routes';
import { rescreenForm, rescreenQuery } from '../rescreen/rescreen-routes';
import { download, html, redirect, type Operations } from './operation';

const part = { 200: html('A part of the page') };
const changed = { 303: redirect('To the patient’s page, or to the sign-in page') };
const unknown = { 404: html('No patient has this ID') };

export const patientOperations: Operations = {
  'GET /patients': { tag: 'patients', summary: 'The latest patients', answers: { 200: html('The page') } },
  'GET /patients/latest': {
    tag: 'patients',
    summary: 'The latest patients alone, for the open page',
    answers: part,
  },
  'POST /patients/search': {
    tag: 'patients',
    summary: 'Find a patient',
    body: searchForm,
    answers: {
      200: html('Whom it found'),
      303: redirect('To the patient’s page, or to the sign-in page'),
      ...unknown,
    },
  },
  'GET /patients/:patientId': {
    tag: 'patients',
    summary: 'A patient’s timeline; the look is written down',
    query,
    answers: { 200: html('The page'), ...unknown },
  },
  'POST /patients/:patientId/note': {
    tag: 'patients',
    summary: 'Write a note about a patient',
    body: noteForm,
    answers: { ...changed, ...unknown },
  },
  'POST /patients/:patientId/correct': {
    tag: 'patients',
    summary: 'Correct what channels said of a patient',
    body: correctForm,
    answers: { ...changed, ...unknown },
  },
  'POST /patients/:patientId/link': {
    tag: 'patients',
    summary: 'Say that two IDs are one person',
    body: linkForm,
    answers: { ...changed, ...unknown },
  },
  'POST /patients/:patientId/separate': {
    tag: 'patients',
    summary: 'Say that two IDs are two people; takes back a link',
    body: linkForm,
    answers: { ...changed, ...unknown },
  },
  'GET /patients/:patientId/conversations/:conversation/rescreen': {
    tag: 'patients',
    summary: 'The second screening’s form; once this person has decided, their decision beside the bot’s',
    query: rescreenQuery,
    answers: { 200: html('The page'), 404: html('This person has no such conversation') },
  },
  'POST /patients/:patientId/conversations/:conversation/rescreen': {
    tag: 'patients',
    summary: 'Screen a conversation again; the same submission twice is one',
    body: rescreenForm,
    answers: {
      303: redirect('To both decisions side by side, or to the sign-in page'),
      404: html('This person has no such conversation'),
    },
  },
  'GET /files/:fileId': {
    tag: 'patients',
    summary: 'A file that a patient or agent sent, to be saved; the look is written down',
    answers: {
      200: download('The file, with its name'),
      404: html('No such file, or its bytes are not kept'),
      410: html('Whose file it was was erased'),
    },
  },
  'GET /erase': { tag: 'patients', summary: 'The form that erases', answers: { 200: html('The page') } },
  'POST /erase': {
    tag: 'patients',
    summary: 'Erase a patient’s personal data, under all their IDs',
    body: eraseForm,
    answers: { 200: html('Erased') },
  },
  'GET /patients/:patientId/timeline': {
    tag: 'patients',
    summary: 'The timeline alone, for the open page',
    query,
    answers: { ...part, ...unknown },
  },
};
