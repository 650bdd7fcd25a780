import { headers, session } from './api.js';

/** Reads the live stream until `stop` is called, and joins again when it breaks. */
export function listen(onEvent, onConnection) {
  const stopping = new AbortController();
  let delayMs = 500;
  async function read() {
    const response = await fetch('/agent/live', { headers: headers(), signal: stopping.signal });
    if (!response.ok) throw new Error(String(response.status));
    delayMs = 500;
    onConnection(true);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (text + value).split('\n\n');
      text = blocks.pop();
      for (const block of blocks) if (block.startsWith('data: ')) onEvent(JSON.parse(block.slice(6)));
    }
  }
  (async () => {
    while (!stopping.signal.aborted && session.current) {
      await read().catch(() => {});
      if (stopping.signal.aborted) return;
      onConnection(false);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      delayMs = Math.min(delayMs * 2, 10000);
    }
  })();
  return () => stopping.abort();
}
