/** Decisions of many folds. A conversation has few, and they change with their place or their patient only. */
import type { DecisionDocument } from '../store/documents';
import { answersPlace, becausePlace, laterPlace } from '../store/places';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import type { ConversationWrite } from './conversation-write';
import type { FoldedDecision } from './fold-state';
import { writeVersioned, type VersionedWrites } from './write-versioned';

async function documentOf(
  tenant: Tenant,
  { conversation, patientId, fold }: ConversationWrite,
  { event, answers, because, later, ...facts }: FoldedDecision,
): Promise<DecisionDocument> {
  const _id = keyWithin(conversation, event);
  return {
    ...{ _id, conversation, ...facts, version: fold.encounter.version },
    ...(patientId !== undefined && { patientId }),
    ...(answers && {
      sealedAnswers: await tenant.sealing.seal(answersPlace(conversation, _id), JSON.stringify(answers)),
    }),
    ...(because && {
      sealedBecause: await tenant.sealing.seal(becausePlace(conversation, _id), JSON.stringify(because)),
    }),
    ...(later && {
      sealedLater: await tenant.sealing.seal(laterPlace(conversation, _id), JSON.stringify(later)),
      laterCount: Object.keys(later).length,
    }),
  };
}

/** Whose decisions are to be compared with what is there. */
function isCompared({ fold, fresh, whole }: ConversationWrite): boolean {
  return whole || (fold.decisions.length > 0 && !fresh);
}

type There = Pick<DecisionDocument, '_id' | 'conversation' | 'order' | 'patientId' | 'laterCount'> & {
  sealed: boolean;
};

async function whatIsThere(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<Map<string, There>> {
  const conversations = writes.filter(isCompared).map((one) => one.conversation);
  if (conversations.length === 0) return new Map();
  const rows = await tenant.decisions
    .find({ conversation: { $in: conversations } })
    .project<Omit<There, 'sealed'> & { sealedAnswers?: string }>({
      ...{ conversation: 1, order: 1, patientId: 1, laterCount: 1, sealedAnswers: 1 },
    })
    .toArray();
  return new Map(
    rows.map(({ sealedAnswers, ...row }) => [row._id, { ...row, sealed: sealedAnswers !== undefined }]),
  );
}

export async function writeDecisions(tenant: Tenant, writes: readonly ConversationWrite[]): Promise<void> {
  const there = await whatIsThere(tenant, writes);
  const wanted: VersionedWrites<DecisionDocument> = { fresh: [], replaced: [], strays: [] };
  for (const write of writes) {
    const { conversation, whole, fold, patientId } = write;
    for (const decision of fold.decisions) {
      const _id = keyWithin(conversation, decision.event);
      const known = there.get(_id);
      there.delete(_id);
      const same =
        known?.order === decision.order &&
        known.patientId === patientId &&
        (known.laterCount ?? 0) === Object.keys(decision.later ?? {}).length &&
        known.sealed === (decision.answers !== undefined);
      if (same && !whole) continue;
      const document = await documentOf(tenant, write, decision);
      if (known || whole) wanted.replaced.push({ document, whole });
      else wanted.fresh.push(document);
    }
  }
  const byConversation = new Map(writes.map((write) => [write.conversation, write]));
  for (const { _id, conversation } of there.values()) {
    const write = byConversation.get(conversation);
    if (!write) continue;
    const { version } = write.fold.encounter;
    wanted.strays.push({ _id, conversation, version, whole: write.whole });
  }
  await writeVersioned(tenant.decisions, wanted);
}
