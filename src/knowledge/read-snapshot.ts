/** A published snapshot, checked whole: what passes here can be decided by. Pure. */
import {
  knowledgeHash,
  knowledgeSnapshot,
  type KnowledgeKind,
  type KnowledgeSnapshot,
} from '../../contract/knowledge';
import type { AnswerBase } from '../../settings/answers/answer-base';
import type { PackTexts } from '../../settings/packs';
import type { Facility } from '../../settings/places/facility';
import type { Pack } from '../triage/pack';
import { checkPart, type PartProblem } from './check-parts';

export interface ReadSnapshot {
  hash: string;
  version: number;
  tenant: string;
  createdAt: string;
  packs: Record<string, Pack>;
  packTexts: Record<string, PackTexts>;
  facilities?: Facility[];
  answers?: AnswerBase;
  routing: KnowledgeSnapshot['routing'];
  hours: KnowledgeSnapshot['hours'];
  texts: KnowledgeSnapshot['texts'];
}

export type SnapshotReading = { ok: true; read: ReadSnapshot } | { ok: false; problems: PartProblem[] };

/** @returns every problem with its place; the places hold ids and positions, never what was written */
export function readSnapshot(raw: unknown): SnapshotReading {
  const shape = knowledgeSnapshot.safeParse(raw);
  if (!shape.success) {
    const problems = shape.error.issues.map(({ path, code, message }) => ({
      at: path.map(String).join('.'),
      code,
      message,
    }));
    return { ok: false, problems };
  }
  const { packs, facilities, answers, routing, hours, texts, version, tenant, createdAt } = shape.data;
  const problems: PartProblem[] = [];
  const check = (kind: KnowledgeKind, part: unknown, at: string): unknown => {
    const reading = checkPart(kind, part);
    if (reading.ok) return reading.body;
    problems.push(...reading.problems.map((one) => ({ ...one, at: `${at}.${one.at}` })));
    return undefined;
  };
  const read: ReadSnapshot = {
    ...{ hash: knowledgeHash(raw), version, tenant, createdAt, packs: {}, packTexts: {}, routing, hours },
    texts: check('texts', texts, 'texts') as KnowledgeSnapshot['texts'],
  };
  for (const parts of packs) {
    const { id } = parts.pack;
    if (Object.hasOwn(read.packs, id))
      problems.push({ at: `packs.${id}`, code: 'duplicate-id', message: 'occurs twice' });
    const body = check('pack', parts, `packs.${id}`) as { pack: Pack; texts: PackTexts } | undefined;
    if (!body) continue;
    read.packs[id] = body.pack;
    read.packTexts[id] = body.texts;
  }
  if (facilities) read.facilities = check('facilities', facilities, 'facilities') as Facility[];
  if (answers) read.answers = check('answers', answers, 'answers') as AnswerBase;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, read };
}
