/** The truth of one condition, for those who look at packs: see `Situation` for how it is found. */
import { compiled } from './compile';
import type { Answers, Condition, Pack } from './pack';
import { No, Situation, Yes } from './situation';

/** `undefined` = not known (yet). */
export type Truth = boolean | undefined;

/** Whether a condition holds, fails, or can still do either, given these answers. */
export function truthOf(pack: Pack, answers: Answers, condition: Condition): Truth {
  const ready = compiled(pack);
  const node = ready.node(condition);
  const bits = new Situation(ready, answers, false).bits(node);
  return bits === Yes ? true : bits === No ? false : undefined;
}
