/** An app in an engine of its own, and patients who write to it. */
import { readFileSync } from 'fs';
import type { OmnichannelHappening } from '../../workspace/omnichannel/documents';
import { type BareEngine, startBareEngine } from '../installing/bare-engine';

/** No answer takes this long. */
const lostAfterMs = 60_000;

export interface RunningApp extends BareEngine {
  /** Begins a conversation, with as many words of the bot's. */
  begins(answers: number): Promise<Conversation>;
  stop(): Promise<void>;
}

export interface Conversation {
  rid: string;
  /** @returns milliseconds until the bot has sent so many messages */
  says(text: string, answers: number): Promise<number>;
}

export async function runApp(
  zipFile: string,
  stateDir: string,
  settings: Record<string, unknown>,
): Promise<RunningApp> {
  const bare = await startBareEngine(stateDir);
  const { engine, omnichannel, lines } = bare;
  const waiting = new Map<string, () => void>();
  const stop = async (): Promise<void> => {
    await engine.idle();
    await engine.stop();
  };
  const { errors, status } = await engine.install(readFileSync(zipFile), settings);
  if (errors.length > 0 || !status.endsWith('enabled')) {
    await stop();
    throw new Error(`the app is ${status}: ${[...errors, ...lines.slice(-5)].join('; ')}`);
  }
  omnichannel.on((happening: OmnichannelHappening) => {
    if (happening.kind !== 'message-sent') return;
    const { t, token } = happening.message;
    if (t === undefined && !token) waiting.get(happening.room._id)?.();
  });

  /** @returns when the last of them came */
  const heard = (rid: string, count: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const late = (): void => reject(new Error(`no answer: ${lines.slice(-5).join('; ')}`));
      const timer = setTimeout(late, lostAfterMs);
      let left = count;
      waiting.set(rid, () => {
        left -= 1;
        if (left > 0) return;
        clearTimeout(timer);
        waiting.delete(rid);
        resolve(performance.now());
      });
    });

  let visitors = 0;
  const begins = async (answers: number): Promise<Conversation> => {
    visitors += 1;
    const token = `visitor-${visitors}`;
    const visitor = omnichannel.registerVisitor({ token, name: `Pessoa ${visitors}` });
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    const rid = room._id;
    if (answers > 0) await heard(rid, answers);
    return {
      rid,
      async says(msg, count) {
        const sentMs = performance.now();
        const answered = heard(rid, count);
        omnichannel.sendVisitorMessage({ token, rid, msg });
        return (await answered) - sentMs;
      },
    };
  };
  return { ...bare, begins, stop };
}
