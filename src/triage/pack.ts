/** The shape of a protocol pack, under the name by which the triage code and its users know it. */
export { condition, pack } from '../../settings/pack-schema';
export type {
  Answers,
  AnswerScalar,
  Condition,
  Formula,
  Outcome,
  Pack,
  Question,
  Row,
  Source,
} from '../../settings/pack-schema';
