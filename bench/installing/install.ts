/** How long the real Apps-Engine takes to install and enable an app, and the app to answer the first patient. */
import { readFileSync } from 'fs';
import { randomUUID } from 'crypto';
import { startEngine } from '../../workspace/engine/engine';
import { AppStore } from '../../workspace/engine/app-store';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';

export interface Installed {
  /** From handing over the zip until the app is enabled. */
  installMs: number;
  /** From a first patient's red flag, sent at once after that, until the words with the number to call; none of a silent app. */
  firstAnswerMs?: number;
}

const answerWithinMs = 20_000;

/**
 * @param stateDir may hold Deno's cache from before
 * @param firstMessage a red flag of the first patient, for an app that answers
 */
export async function install(zipFile: string, stateDir: string, firstMessage?: string): Promise<Installed> {
  const omnichannel = new Omnichannel({ clock: () => new Date(), id: randomUUID });
  omnichannel.addUser({
    username: 'triage.bot',
    name: 'Triage',
    roles: ['bot', 'livechat-agent'],
  });
  omnichannel.addDepartment({ name: 'General' });
  const lines: string[] = [];
  const engine = await startEngine({
    omnichannel,
    store: new AppStore({ id: randomUUID, random: Math.random }),
    siteUrl: 'http://127.0.0.1:3000',
    stateDir,
    log: (line) => lines.push(line),
  });
  try {
    const zip = readFileSync(zipFile);
    const beganMs = performance.now();
    const { errors, status } = await engine.install(zip);
    const installMs = performance.now() - beganMs;
    if (errors.length > 0 || !status.endsWith('enabled'))
      throw new Error(`the app is ${status}: ${[...errors, ...lines.slice(-5)].join('; ')}`);
    if (firstMessage === undefined) return { installMs };
    const sentMs = performance.now();
    const answered = new Promise<number>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`no answer: ${lines.slice(-5).join('; ')}`)),
        answerWithinMs,
      );
      omnichannel.on((happening) => {
        if (happening.kind !== 'message-sent' || happening.message.u._id === visitor._id) return;
        if (!happening.message.msg.includes('192')) return;
        clearTimeout(late);
        resolve(performance.now() - sentMs);
      });
    });
    const visitor = omnichannel.registerVisitor({ token: 'first', name: 'Pessoa 1' });
    const { room } = omnichannel.startRoom(visitor);
    omnichannel.sendVisitorMessage({ token: 'first', rid: room._id, msg: firstMessage });
    return { installMs, firstAnswerMs: await answered };
  } finally {
    await engine.idle();
    await engine.stop();
  }
}
