/** How long the real Apps-Engine takes to install and enable an app, and the app to answer the first patient. */
import { readFileSync } from 'fs';
import { startBareEngine } from './bare-engine';

export interface Installed {
  /** From handing over the zip until the app is enabled. */
  installMs: number;
  /** From a first patient's red flag, sent at once after that, until all of the app's answer is there; none of a silent app. */
  firstAnswerMs?: number;
}

/**
 * @param stateDir may hold Deno's cache from before
 * @param firstMessage a red flag of the first patient, for an app that answers
 */
export async function install(zipFile: string, stateDir: string, firstMessage?: string): Promise<Installed> {
  const { engine, omnichannel, lines } = await startBareEngine(stateDir);
  try {
    const zip = readFileSync(zipFile);
    const beganMs = performance.now();
    const { errors, status } = await engine.install(zip);
    const installMs = performance.now() - beganMs;
    if (errors.length > 0 || !status.endsWith('enabled'))
      throw new Error(`the app is ${status}: ${[...errors, ...lines.slice(-5)].join('; ')}`);
    if (firstMessage === undefined) return { installMs };
    const sentMs = performance.now();
    const visitor = omnichannel.registerVisitor({ token: 'first', name: 'Pessoa 1' });
    const { room } = omnichannel.startRoom(visitor);
    omnichannel.sendVisitorMessage({ token: 'first', rid: room._id, msg: firstMessage });
    // all that the app says to it: the greeting alone may name a number to call
    await engine.idle();
    const firstAnswerMs = performance.now() - sentMs;
    const said = omnichannel.messagesOf(room._id).filter(({ u, t }) => u._id !== visitor._id && !t);
    if (!said.some(({ msg }) => msg.includes('192')))
      throw new Error(`no answer: ${lines.slice(-5).join('; ')}`);
    return { installMs, firstAnswerMs };
  } finally {
    await engine.idle();
    await engine.stop();
  }
}
