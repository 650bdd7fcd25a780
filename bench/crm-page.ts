/** What a manager's browser does with a timeline page: signs in, holds the page's stream, fetches the part that changed. */
import { until } from '../scripts/chat-over-http';

export interface ManagerSession {
  /** @returns ends the watching */
  watchTimeline(patientId: string, renewed: (html: string) => void): Promise<() => void>;
}

export async function signIn(crmUrl: string, email: string, password: string): Promise<ManagerSession> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(crmUrl + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const form = await (await send('/sign-in')).text();
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const answer = await send('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ _csrf, email, password }),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);

  return {
    async watchTimeline(patientId, renewed) {
      const abort = new AbortController();
      const stream = await until('the live stream', async () => {
        const opened = await send('/live', { signal: abort.signal });
        if (opened.ok && opened.body) return opened.body;
        await opened.text();
        return undefined;
      });
      let busy = false;
      let again = false;
      const renew = async (): Promise<void> => {
        again = true;
        if (busy) return;
        busy = true;
        // `again` is set by notices that come while the part is fetched
        while (again as boolean) {
          again = false;
          renewed(await (await send(`/patients/${patientId}/timeline`, { signal: abort.signal })).text());
        }
        busy = false;
      };
      void (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>)
          if (decoder.decode(chunk).includes(`"patients/${patientId}"`)) void renew().catch(() => undefined);
      })().catch(() => undefined);
      return () => abort.abort();
    },
  };
}
