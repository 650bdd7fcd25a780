import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { listSetAside, retrySetAside, type SetAside } from '../projector/set-aside';
import type { Tenant } from '../store/tenant';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { SetAsidePage } from './set-aside-page';

/** What the page reads and does. */
export interface SetAsideShelf {
  list(): Promise<SetAside[]>;
  /** @param stream one of them; without it all. @returns those that will be tried again */
  retry(stream: string | undefined, now: Date): Promise<string[]>;
}

export function setAsideShelf(tenant: Tenant): SetAsideShelf {
  return {
    list: () => listSetAside(tenant),
    retry: (stream, now) => retrySetAside(tenant, stream, now),
  };
}

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

/** Without a stream: all of them. */
export const retryForm = z.object({ stream: z.string().min(1).max(200).optional() });

/** For administrators: streams whose events could not be projected, with the reason. Shows no record and opens nothing sealed. */
export function registerSetAside(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const manage = { config: { access: 'set-aside.manage' } } as const;

  app.get('/set-aside', manage, async (request, reply) => {
    const rows = await insider(request).tenant.setAside.list();
    return sendPage(reply, <SetAsidePage context={contextFor(request, reply)} rows={rows} />);
  });

  app.post('/set-aside/retry', manage, async (request, reply) => {
    const { setAside } = insider(request).tenant;
    const { stream } = retryForm.parse(request.body ?? {});
    const tried = await setAside.retry(stream, tools.now());
    const context = contextFor(request, reply);
    const { t, number } = context.speech;
    const unknown = stream !== undefined && tried.length === 0;
    const said = unknown
      ? { error: t('notSetAside') }
      : { done: t('triedAgain', { n: number(tried.length) }) };
    const page = <SetAsidePage context={context} rows={await setAside.list()} {...said} />;
    return sendPage(reply, page, unknown ? 404 : 200);
  });
}
