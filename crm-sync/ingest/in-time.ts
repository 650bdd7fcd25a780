import { RefusedRequest } from './signed-routes';

/** After this the app's two seconds would be over before the answer is there. */
const answerLimitMs = 1_000;

/** @throws RefusedRequest when the app would no longer wait for it */
export async function inTime<T>(work: Promise<T>, limitMs = answerLimitMs): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RefusedRequest(503, 'too-slow', 'no answer in time')), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
