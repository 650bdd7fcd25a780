/** Conversations: their events become an encounter, its messages and its decisions. */
import { tellDecisions } from '../follow-up/tell-decisions';
import { forgetConversations } from '../identity/sources';
import { chunksOf } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import type { ConversationWrite } from './conversation-write';
import { fold } from './fold';
import type { Fold } from './fold-state';
import { patientsOf, writeFacts, type ToldOfPatient } from './patient-of';
import type { StreamKind } from './stream-kind';
import { writeDecisions } from './write-decisions';
import { writeEncounters } from './write-encounters';
import { writeMessages } from './write-messages';

/**
 * Older folds never overwrite what a newer one wrote.
 * @returns those that were written; the others have newer documents already
 */
export async function writeConversations(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<ConversationWrite[]> {
  const written = await writeEncounters(tenant, writes);
  await Promise.all([writeMessages(tenant, written), writeDecisions(tenant, written)]);
  return written;
}

async function* conversationsIn(tenant: Tenant): AsyncIterable<string> {
  for await (const { _id } of tenant.encounters.find({}, { projection: { _id: 1 } })) yield _id;
  for (const collection of [tenant.messages, tenant.decisions]) {
    const rows = collection.find({}, { projection: { _id: 0, conversation: 1 } });
    for await (const { conversation } of rows as AsyncIterable<{ conversation: string }>) yield conversation;
  }
  const sources = tenant.sources.find({}, { projection: { _id: 0, 'parts.conversation': 1 } });
  for await (const { parts } of sources) for (const { conversation } of parts) yield conversation;
}

export const conversationKind: StreamKind<Fold> = {
  matches: () => true,
  fold,
  async write(tenant, folds, now) {
    const told = folds.map(({ subject, fold: { encounter, patient }, whole }): ToldOfPatient => ({
      conversation: subject,
      workspace: encounter.workspace,
      channel: encounter.channel,
      startedAt: encounter.startedAt,
      facts: patient,
      whole,
    }));
    const patients = await patientsOf(tenant, told, now);
    const legible = folds.filter(({ subject }) => !patients.get(subject)?.destroyed);
    const writes = legible.map(({ subject, fold: folded, whole, fresh = false }): ConversationWrite => {
      const patientId = patients.get(subject)?.patient._id;
      return {
        ...{ conversation: subject, fold: folded, whole, fresh },
        ...(patientId !== undefined && { patientId }),
      };
    });
    const done = await writeConversations(tenant, writes);
    const written = new Set(done.map((one) => one.conversation));
    await writeFacts(
      tenant,
      told.filter((one) => written.has(one.conversation)),
      patients,
      now,
    );
    await tellDecisions(tenant, done, now);
    return writes.map(({ conversation, patientId }) => ({
      subject: conversation,
      ...(patientId !== undefined && { patientId }),
    }));
  },
  async remove(tenant, subjects, everywhere = false) {
    for (const some of chunksOf(subjects)) {
      const ids = { $in: some };
      if (everywhere) await forgetConversations(tenant, some);
      await tenant.messages.deleteMany({ conversation: ids });
      await tenant.decisions.deleteMany({ conversation: ids });
      await tenant.encounters.deleteMany({ _id: ids });
    }
  },
  subjectsOfDocuments: conversationsIn,
};
