/** A manager pauses a department's intake for a while, or opens it again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { Notice } from '../web/components';
import type { PageContext, PageTenant, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { Shell } from '../web/shell';
import { pauseMinutes, type Pause } from './intake';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export const intakeQuery = z.object({ workspace: z.string().max(100), department: z.string().max(200) });
export const intakeForm = intakeQuery.extend({
  /** How long; `0` opens it again. */
  minutes: z.enum(['0', ...pauseMinutes.map(String)]),
});

interface Named {
  workspace: string;
  department: string;
  name: string;
}

interface IntakeProps {
  context: PageContext;
  found: Named | undefined;
  pause?: Pause | undefined;
  /** Of what was just done: has the app asked since? */
  told?: boolean;
}

function IntakeForm({ context, found, pause }: IntakeProps & { found: Named }) {
  const { speech, csrf } = context;
  const { t } = speech;
  return (
    <form method="post" action="/queue/intake" class="card">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="workspace" value={found.workspace} />
      <input type="hidden" name="department" value={found.department} />
      {pause ? (
        <input type="hidden" name="minutes" value="0" />
      ) : (
        <div class="field">
          <label for="minutes">{t('intakeFor')}</label>
          <select id="minutes" name="minutes">
            {pauseMinutes.map((minutes) => (
              <option value={String(minutes)} selected={minutes === 30}>
                {t('minutes', { n: minutes })}
              </option>
            ))}
          </select>
          <p class="hint">{t('intakeHint')}</p>
        </div>
      )}
      <p class="inline form-buttons">
        <button class="button">{pause ? t('intakeResume') : t('intakePause')}</button>
        <a class="button secondary" href="/queue">
          {t('confirmBack')}
        </a>
      </p>
    </form>
  );
}

function IntakePage(props: IntakeProps) {
  const { context, found, pause, told } = props;
  const { t, time } = context.speech;
  return (
    <Shell context={context} title={t('intake')} active="/queue" narrow>
      <div class="page-head">
        <h1>{found ? t('intakeOf', { department: found.name }) : t('intake')}</h1>
        {pause ? <p class="lead">{t('intakePaused', { time: time(pause.until) })}</p> : null}
      </div>
      {told === undefined ? null : (
        <Notice kind={told ? 'done' : 'info'}>{told ? t('intakeTold') : t('intakeUntold')}</Notice>
      )}
      {!found ? <Notice kind="error">{t('why_department')}</Notice> : null}
      {found && told === undefined ? <IntakeForm {...props} found={found} /> : null}
      {found && told === undefined ? null : (
        <p>
          <a class="button" href="/queue">
            {t('backToQueue')}
          </a>
        </p>
      )}
    </Shell>
  );
}

/** Only departments that Rocket.Chat has now. */
async function named(
  { desk }: PageTenant,
  { workspace, department }: z.infer<typeof intakeQuery>,
): Promise<{ found?: Named; pause?: Pause }> {
  const [boards, pauses] = await Promise.all([desk.boards(), desk.pauses()]);
  const board = boards.find((one) => one.workspace === workspace);
  const name = board?.departments.find(({ id }) => id === department)?.name;
  const pause = pauses.find((one) => one.workspace === workspace && one.department === department);
  return {
    ...(name !== undefined && { found: { workspace, department, name } }),
    ...(pause && { pause }),
  };
}

export function registerIntake(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const acts = { config: { access: 'supervision.act' } } as const;

  app.get('/queue/intake', acts, async (request, reply) => {
    const { found, pause } = await named(insider(request).tenant, intakeQuery.parse(request.query));
    const props = { context: contextFor(request, reply), found, pause };
    return sendPage(reply, <IntakePage {...props} />, found ? 200 : 404);
  });

  app.post('/queue/intake', acts, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const form = intakeForm.parse(request.body ?? {});
    const minutes = Number(form.minutes);
    request.audited = { details: { order: minutes > 0 ? 'pause-intake' : 'resume-intake', minutes } };
    const context = contextFor(request, reply);
    const { found } = await named(tenant, form);
    if (!found) return sendPage(reply, <IntakePage context={context} found={undefined} />, 404);
    const told = await tenant.desk.setIntake(found, minutes, { staff: staffId, now: tools.now() });
    request.audited.details = { ...request.audited.details, told };
    const { pause } = await named(tenant, form);
    return sendPage(reply, <IntakePage context={context} found={found} pause={pause} told={told} />);
  });
}
