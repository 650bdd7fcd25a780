/** Every index of a tenant's database. Made at start; making them again changes nothing. */
import type { IndexDescription } from 'mongodb';

export const indexes = {
  events: [{ key: { subject: 1 }, name: 'subject' }],
  // Rows without work are in neither.
  streams: [
    { key: { dueAt: 1 }, name: 'due', sparse: true },
    { key: { poisonedAt: 1 }, name: 'poisoned', sparse: true },
  ],
  encounters: [
    { key: { patientId: 1, startedAt: -1 }, name: 'patient' },
    { key: { state: 1, waitingSince: 1 }, name: 'queue' },
    { key: { unseenFileAt: 1 }, name: 'unseenFileAt', sparse: true },
    { key: { taskDueAt: 1 }, name: 'taskDueAt', sparse: true },
    { key: { outcomeMissingSince: -1 }, name: 'outcomeMissingSince', sparse: true },
    { key: { startedAt: -1 }, name: 'startedAt' },
    { key: { lastEventAt: -1 }, name: 'lastEventAt' },
    { key: { closedAt: -1 }, name: 'closedAt' },
    { key: { touchToken: 1 }, name: 'touchToken', sparse: true },
    { key: { rescreenedAt: -1 }, name: 'rescreenedAt', sparse: true },
  ],
  messages: [
    { key: { conversation: 1, order: 1 }, name: 'conversation' },
    { key: { patientId: 1, at: 1 }, name: 'patient' },
  ],
  decisions: [
    { key: { conversation: 1 }, name: 'conversation' },
    { key: { patientId: 1, at: 1 }, name: 'patient' },
    { key: { at: -1 }, name: 'at' },
  ],
  // Those without anything to do, or without a task, are in neither.
  followUps: [
    { key: { dueAt: 1 }, name: 'due', sparse: true },
    { key: { taskSince: 1 }, name: 'task', sparse: true },
    { key: { patientId: 1 }, name: 'patient' },
  ],
  agendaDays: [
    { key: { professional: 1, day: 1 }, name: 'professional' },
    { key: { changedAt: 1 }, name: 'changedAt' },
  ],
  appointments: [
    { key: { agenda: 1 }, name: 'agenda' },
    { key: { patientId: 1, start: 1 }, name: 'patient' },
    { key: { professional: 1, start: 1 }, name: 'professional' },
    { key: { start: 1 }, name: 'start' },
    { key: { changedAt: 1 }, name: 'changedAt' },
  ],
  patients: [
    { key: { visitorIds: 1 }, name: 'visitor', unique: true },
    { key: { 'links.to': 1 }, name: 'links', sparse: true },
    { key: { blind: 1 }, name: 'blind', sparse: true },
    { key: { dependentOf: 1 }, name: 'dependentOf', sparse: true },
    { key: { unregistered: 1 }, name: 'unregistered', sparse: true },
    { key: { changedAt: 1 }, name: 'changedAt', sparse: true },
  ],
  sources: [
    { key: { patientId: 1 }, name: 'patient' },
    { key: { blind: 1 }, name: 'blind' },
  ],
  identityKeys: [{ key: { patientId: 1 }, name: 'patient' }],
  identityConflicts: [{ key: { patients: 1 }, name: 'patients' }],
  notes: [{ key: { patientId: 1 }, name: 'patient' }],
  sessions: [
    { key: { expiresAt: 1 }, name: 'expiry', expireAfterSeconds: 0 },
    { key: { staff: 1 }, name: 'staff' },
  ],
  signInAttempts: [{ key: { expiresAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }],
  pendingSignIns: [{ key: { expiresAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }],
  // A chain is a range over `_id`.
  audit: [
    { key: { at: -1 }, name: 'at' },
    { key: { target: 1, at: -1 }, name: 'target' },
    { key: { patients: 1, at: -1 }, name: 'patients' },
    { key: { actor: 1, at: -1 }, name: 'actor' },
    { key: { action: 1, at: -1 }, name: 'action' },
  ],
  auditWriters: [{ key: { state: 1 }, name: 'state' }],
  auditCheckpoints: [{ key: { kept: 1 }, name: 'kept' }],
  'files.files': [{ key: { 'metadata.fileId': 1 }, name: 'fileId' }],
  commands: [{ key: { state: 1, nextTryAt: 1 }, name: 'due' }],
  reconciliation: [{ key: { kind: 1, workspace: 1, dueAt: 1 }, name: 'due' }],
} as const satisfies Record<string, readonly IndexDescription[]>;
