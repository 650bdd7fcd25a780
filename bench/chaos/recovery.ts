/** How long it took from each kill until the product did again what it is for. Pure. */
import { figuresOf, type Figures } from '../figures';
import type { KillKind } from './plan';

/** `accepted`: the service took events; `answered`: a patient was. Of what began after the kill only. */
type Sign = 'accepted' | 'answered';

export class Recovery {
  private readonly waiting: { sign: Sign; kind: KillKind; killedMs: number }[] = [];
  private readonly tookMs = new Map<KillKind, number[]>();

  killed(kind: KillKind, killedMs: number): void {
    const sign = kind === 'runtime' ? 'answered' : 'accepted';
    this.waiting.push({ sign, kind, killedMs });
  }

  saw(sign: Sign, beganMs: number, nowMs: number): void {
    for (const one of [...this.waiting]) {
      if (one.sign !== sign || beganMs < one.killedMs) continue;
      this.waiting.splice(this.waiting.indexOf(one), 1);
      this.tookMs.set(one.kind, [...(this.tookMs.get(one.kind) ?? []), nowMs - one.killedMs]);
    }
  }

  figures(): Partial<Record<KillKind, Figures>> {
    return Object.fromEntries([...this.tookMs].map(([kind, times]) => [kind, figuresOf(times)]));
  }

  /** Kills after which nothing was seen; those at the very end have nobody left to notice. */
  unseen(): number {
    return this.waiting.length;
  }
}
