/** Erasing by ID alone, on a page that shows no record: who may erase need not read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { Field, Notice } from '../web/components';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { Shell } from '../web/shell';
import { readPatientId } from './search';

export const eraseForm = z.object({
  patientId: z.string().max(40),
  again: z.string().max(40),
  evenOpen: z.literal('yes').optional(),
  evenTyped: z.literal('yes').optional(),
});

interface Props {
  context: PageContext;
  error?: string;
  done?: string;
  /** Boxes to tick: what was refused, or ticked before. */
  ask?: readonly ('evenOpen' | 'evenTyped')[];
}

function ErasePage({ context, error, done, ask = [] }: Props) {
  const { t } = context.speech;
  const typed = { required: true, maxLength: 40, autocomplete: 'off', spellcheck: false, class: 'id' };
  return (
    <Shell context={context} title={t('erase')} active="/erase" narrow>
      <h1>{t('erase')}</h1>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {error ? <Notice kind="error">{error}</Notice> : null}
      <form method="post" action="/erase" class="act-form">
        <input type="hidden" name="_csrf" value={context.csrf} />
        <p class="lead">{t('eraseLead')}</p>
        <Field id="erase-id" label={t('patientId')} input={{ ...typed, name: 'patientId' }} />
        <Field id="erase-again" label={t('eraseAgain')} input={{ ...typed, name: 'again' }} />
        {ask.map((name) => (
          <p class="check">
            <input id={name} type="checkbox" name={name} value="yes" />
            <label for={name}>{t(name === 'evenOpen' ? 'eraseEvenOpen' : 'eraseEvenTyped')}</label>
          </p>
        ))}
        <p class="form-end">
          <button class="button danger">{t('eraseNow')}</button>
        </p>
      </form>
    </Shell>
  );
}

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export function registerErase(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  app.get(
    '/erase',
    { config: { access: 'patients.erase', audit: { none: 'an empty form' } } },
    (request, reply) => sendPage(reply, <ErasePage context={contextFor(request, reply)} />),
  );

  /** Written down before anything is destroyed. */
  const whom = (request: FastifyRequest): string | undefined => {
    const typed = (request.body as { patientId?: unknown } | undefined)?.patientId;
    const reading = typeof typed === 'string' ? readPatientId(typed) : undefined;
    return reading?.ok ? `patient/${reading.patientId}` : undefined;
  };
  const erase = { config: { access: 'patients.erase', audit: { target: whom } } } as const;

  app.post('/erase', erase, async (request, reply) => {
    const form = eraseForm.parse(request.body);
    const context = contextFor(request, reply);
    const { t, number } = context.speech;
    const refuse = (error: string, asked?: 'evenOpen' | 'evenTyped') => {
      const ask = (['evenOpen', 'evenTyped'] as const).filter((name) => name === asked || form[name]);
      return sendPage(reply, <ErasePage context={context} error={error} ask={ask} />, 400);
    };
    const [first, again] = [readPatientId(form.patientId), readPatientId(form.again)];
    if (!first.ok) return refuse(t(first.problem));
    if (!again.ok || again.patientId !== first.patientId) return refuse(t('eraseDiffers'));
    const { tenant, staffId } = insider(request);
    const { patientId } = first;
    request.audited = { target: `patient/${patientId}` };
    const options = {
      staff: staffId,
      evenOpen: form.evenOpen === 'yes',
      evenTyped: form.evenTyped === 'yes',
    };
    const result = await tenant.patientChanges.erase(patientId, options, tools.now());
    if (result.ok) {
      request.audited = { target: `patient/${patientId}`, patients: result.patients };
      const done = t('eraseDone', { n: number(result.patients.length) });
      return sendPage(reply, <ErasePage context={context} done={done} />);
    }
    switch (result.problem) {
      case 'conversation-open':
        return refuse(t('eraseOpen'), 'evenOpen');
      case 'typed-links':
        return refuse(t('eraseTyped', { ids: result.patients.join(', ') }), 'evenTyped');
      case 'unknown-patient':
        return refuse(t('idUnknown', { id: patientId }));
    }
  });
}
