import type { EncounterDocument } from '../../crm-sync/store/documents';

/** An encounter just begun, at noon (UTC) of 4 May 2026 unless told otherwise. */
export function encounter(_id: string, changes: Partial<EncounterDocument> = {}): EncounterDocument {
  const startedAt = new Date('2026-05-04T12:00:00.000Z');
  return {
    _id,
    version: 1,
    workspace: 'w1',
    channel: 'widget',
    language: 'pt-BR',
    startedAt,
    state: 'bot',
    redFlags: [],
    containedByBot: true,
    messageCount: 0,
    lastEventAt: startedAt,
    marks: [],
    ...changes,
  };
}
