import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import type { ChangeResult, Correction } from '../identity/staff-changes';
import type { PageTools } from '../web/page';
import type { ChangeKind, Refused } from './change-forms';
import type { ByPatient, doneKinds, ShowPatient } from './patient-routes';
import { readPatientId } from './search';

const reason = z.string().max(2_000).default('');
const id = z.string().max(40);
const field = z.string().max(400).optional();

export const noteForm = z.object({ text: z.string().max(10_000) });
export const linkForm = z.object({ patient: id.optional(), other: id, reason });
/** `was_…` = what the form showed before anything was typed: what is the same was not touched. */
export const correctForm = z.object({
  ...{ name: field, birthDate: field, cpf: field, cns: field, phones: field, emails: field },
  ...{
    was_name: field,
    was_birthDate: field,
    was_cpf: field,
    was_cns: field,
    was_phones: field,
    was_emails: field,
  },
});

/** Fields whose text was changed. Emptied: staff take back what they had written. */
export function correctionOf(form: z.infer<typeof correctForm>): Correction {
  const changed = (name: keyof Correction): string | undefined => {
    const text = form[name]?.trim();
    return text === undefined || text === (form[`was_${name}`] ?? '').trim() ? undefined : text;
  };
  const correction: Correction = {};
  for (const name of ['name', 'birthDate', 'cpf', 'cns'] as const) {
    const text = changed(name);
    if (text !== undefined) correction[name] = text === '' ? null : text;
  }
  for (const name of ['phones', 'emails'] as const) {
    const text = changed(name);
    if (text === undefined) continue;
    const values = text
      .split(/[,;]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    correction[name] = values.length ? values.slice(0, 20) : null;
  }
  return correction;
}

type Done = (typeof doneKinds)[number];
type Problem = Refused['problem'];

export function registerChanges(app: FastifyInstance, tools: PageTools, show: ShowPatient): void {
  const changes = <T,>(
    kind: ChangeKind,
    access: 'patients.note' | 'patients.correct' | 'patients.link',
    schema: z.ZodType<T>,
    done: Done,
    change: (
      request: FastifyRequest<ByPatient>,
      patientId: string,
      form: T,
    ) => Promise<ChangeResult | { ok: false; problem: Problem }>,
  ): void => {
    app.post<ByPatient>(
      `/patients/:patientId/${kind}`,
      { config: { access } },
      async (request, reply: FastifyReply) => {
        const reading = readPatientId(request.params.patientId);
        if (!reading.ok) return show(request, reply);
        const form = schema.parse(request.body);
        const result = await change(request, reading.patientId, form);
        if (result.ok) return reply.redirect(`/patients/${reading.patientId}?done=${done}`, 303);
        const typed = Object.fromEntries(
          Object.entries(form as Record<string, unknown>).filter(
            (entry): entry is [string, string] => typeof entry[1] === 'string',
          ),
        );
        return show(request, reply, { refused: { kind, problem: result.problem, typed } });
      },
    );
  };
  const by = (request: FastifyRequest) => ({ staff: insider(request).staffId, now: tools.now() });
  const changesOf = (request: FastifyRequest) => insider(request).tenant.patientChanges;

  changes('note', 'patients.note', noteForm, 'noted', (request, patientId, { text }) =>
    changesOf(request).note(patientId, text, by(request)),
  );
  changes('correct', 'patients.correct', correctForm, 'corrected', (request, patientId, form) =>
    changesOf(request).correct(patientId, correctionOf(form), by(request)),
  );
  const pair = (form: z.infer<typeof linkForm>, patientId: string) => {
    const [first, other] = [readPatientId(form.patient ?? patientId), readPatientId(form.other)];
    return first.ok && other.ok ? { patient: first.patientId, other: other.patientId } : undefined;
  };
  changes('link', 'patients.link', linkForm, 'linked', async (request, patientId, form) => {
    const ids = pair(form, patientId);
    if (!ids) return { ok: false, problem: 'idMalformed' };
    request.audited = { details: { other: ids.other } };
    return changesOf(request).link(
      { patient: ids.patient, into: ids.other, reason: form.reason },
      by(request),
    );
  });
  changes('separate', 'patients.link', linkForm, 'separated', async (request, patientId, form) => {
    const ids = pair(form, patientId);
    if (!ids) return { ok: false, problem: 'idMalformed' };
    request.audited = { details: { other: ids.other } };
    return changesOf(request).separate(
      { patient: ids.patient, from: ids.other, reason: form.reason },
      by(request),
    );
  });
}
