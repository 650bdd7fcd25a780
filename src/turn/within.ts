export class TooLateError extends Error {
  public readonly code = 'too-late';
}

/** Waits no longer than this for work that may never end. @throws TooLateError; the work itself is not stopped */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLateError(`no answer within ${limitMs} ms`)), limitMs);
    // nobody needs a process that only waits for this; some runtimes give a number here
    (timer as { unref?: () => void }).unref?.();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
