/** A browser without a window: cookies, forms with their token, pages as text. */

export class PageBrowser {
  readonly cookies = new Map<string, string>();
  constructor(private readonly url: string) {}

  async send(
    path: string,
    { method, form }: { method?: string; form?: Record<string, string> } = {},
  ): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method: method ?? (form ? 'POST' : 'GET'),
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  async page(path: string): Promise<string> {
    return (await this.send(path)).text();
  }

  /** Posts a form with the token that a page of this browser carries. */
  async submit(page: string, action: string, form: Record<string, string>): Promise<Response> {
    const token = /name="_csrf" value="([^"]+)"/.exec(await this.page(page))?.[1] ?? '';
    return this.send(action, { form: { _csrf: token, ...form } });
  }

  async signIn(tenant: string, email: string, password: string): Promise<Response> {
    return this.submit('/sign-in', '/sign-in', { tenant, email, password });
  }
}
