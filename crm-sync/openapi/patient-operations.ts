/** Patients and their timelines. */
import { query, searchForm } from '../patients/patient-routes';
import { html, redirect, type Operations } from './operation';

const part = { 200: html('A part of the page') };
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
    answers: { 303: redirect('To the patient’s page, or to the sign-in page'), ...unknown },
  },
  'GET /patients/:patientId': {
    tag: 'patients',
    summary: 'A patient’s timeline; the look is written down',
    query,
    answers: { 200: html('The page'), ...unknown },
  },
  'GET /patients/:patientId/timeline': {
    tag: 'patients',
    summary: 'The timeline alone, for the open page',
    query,
    answers: { ...part, ...unknown },
  },
};
