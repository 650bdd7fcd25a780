import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knowledgeKinds, type KnowledgeKind } from '../../contract/knowledge';
import { insider } from '../access/guard';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import type { TextKey } from '../web/speech';
import { ComparePage } from './compare-page';
import { comparePacks, partChanges, type PackContent } from './compare';
import { KnowledgePage, versionPath } from './knowledge-page';
import type { ChangeProblem, KnowledgeStore, ShownVersion } from './knowledge-store';
import { NewVersionPage } from './new-version-page';
import { writePackCsv, writePackWorkbook } from './pack-workbook';
import { packWords } from './pack-view';
import { readUpload } from './read-upload';
import { readCases, runCases } from './run-cases';
import { placeOf, type Person, type VersionDocument } from './version';
import { VersionPage } from './version-page';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type OfVersion = { Params: { kind: string; part: string; hash: string } };
type OfNumber = { Params: { number: string } };

/** A state's facilities, or a protocol with all its texts and cases; a form is twice as long. */
const maxUploadBytes = 24 * 1_048_576;

const doneTexts = {
  kept: 'knowledgeKept',
  signed: 'knowledgeDoneSigned',
  activated: 'knowledgeDoneActivated',
} as const satisfies Record<string, TextKey>;

const part = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;

function idOf({ params }: { params: OfVersion['Params'] }): string | undefined {
  const { kind, part: id, hash } = params;
  return [kind, id, hash].every((one) => part.test(one)) ? `${kind}/${id}/${hash}` : undefined;
}

const target = (request: FastifyRequest): string | undefined => {
  const params = request.params as Partial<OfVersion['Params'] & OfNumber['Params']>;
  if (params.number !== undefined)
    return /^\d{1,9}$/.test(params.number) ? `knowledge/published/${params.number}` : undefined;
  const id = params.hash === undefined ? undefined : idOf(request as { params: OfVersion['Params'] });
  return id === undefined ? undefined : `knowledge/${id}`;
};

const person = (request: FastifyRequest): Person => {
  const { signedIn, staffId } = insider(request);
  return { staffId, name: signedIn.person.name };
};

const statusOfProblem = (problem: ChangeProblem): number => (problem === 'unknown' ? 404 : 409);

interface Found {
  version: ShownVersion;
  document: VersionDocument;
  all: readonly ShownVersion[];
}

async function find(store: KnowledgeStore, id: string | undefined): Promise<Found | undefined> {
  const document = id === undefined ? undefined : await store.find(id);
  if (!document) return undefined;
  const { versions } = await store.overview();
  const version = versions.find(({ _id }) => _id === document._id);
  return version && { version, document, all: versions };
}

/** The cases it is judged by: its own, else those of the product's version of the same pack. */
async function casesOf(store: KnowledgeStore, { document, all }: Found) {
  if (document.kind !== 'pack') return [];
  const product = all.find((one) => one.builtIn && placeOf(one) === placeOf(document));
  const raw = document.cases ?? (product && (await store.find(product._id))?.cases);
  return raw === undefined ? [] : readCases(JSON.parse(raw));
}

export async function registerKnowledge(
  pages: FastifyInstance,
  tools: PageTools,
  contextFor: MakeContext,
): Promise<void> {
  const read = { config: { access: 'knowledge.read', audit: { target } } } as const;
  const propose = { config: { access: 'knowledge.propose', audit: { target } } } as const;

  await pages.register(async (app) => {
    await app.register(multipart, {
      attachFieldsToBody: 'keyValues',
      limits: { fileSize: maxUploadBytes, files: 1, fields: 10, fieldSize: maxUploadBytes },
    });

    const overviewPage = async (
      request: FastifyRequest,
      reply: FastifyReply,
      more: { done?: string; error?: string } = {},
      status = 200,
    ): Promise<FastifyReply> => {
      const overview = await insider(request).tenant.knowledge.overview();
      const context = contextFor(request, reply);
      return sendPage(reply, <KnowledgePage context={context} overview={overview} {...more} />, status);
    };

    const versionPage = async (
      request: FastifyRequest<OfVersion>,
      reply: FastifyReply,
      more: { done?: string; error?: string } = {},
      status = 200,
    ): Promise<FastifyReply> => {
      const { knowledge } = insider(request).tenant;
      const found = await find(knowledge, idOf(request));
      if (!found) {
        reply.callNotFound();
        return reply;
      }
      const body = JSON.parse(found.document.body) as unknown;
      const cases = await casesOf(knowledge, found);
      const results = cases.length > 0 ? runCases((body as PackContent).pack, cases) : [];
      const problems = await knowledge.problems(found.document);
      const props = {
        ...{ context: contextFor(request, reply), version: found.version, body, cases: results, problems },
      };
      return sendPage(reply, <VersionPage {...props} {...more} />, status);
    };

    app.get('/knowledge', read, (request, reply) => {
      const done = (request.query as { done?: unknown }).done === 'activated';
      const { t } = contextFor(request, reply).speech;
      return overviewPage(request, reply, done ? { done: t('knowledgeDoneActivated') } : {});
    });

    app.get('/knowledge/new', propose, async (request, reply) => {
      const { from } = request.query as { from?: unknown };
      const [kind, id, hash] = typeof from === 'string' ? from.split('/') : [];
      const known = [kind, id, hash].every((one) => one !== undefined && part.test(one))
        ? String(from)
        : undefined;
      const document = known === undefined ? undefined : await insider(request).tenant.knowledge.find(known);
      const text = document ? JSON.stringify(JSON.parse(document.body), null, 2) : '';
      const context = contextFor(request, reply);
      return sendPage(reply, <NewVersionPage context={context} kind={document?.kind} text={text} />);
    });

    app.post('/knowledge/propose', { ...propose, bodyLimit: 2 * maxUploadBytes }, async (request, reply) => {
      const form = (request.body ?? {}) as { kind?: unknown; file?: unknown; text?: unknown };
      const context = contextFor(request, reply);
      const kind: KnowledgeKind = knowledgeKinds.find((one) => one === form.kind) ?? 'pack';
      const refuse = (more: {
        problems?: Parameters<typeof NewVersionPage>[0]['problems'];
        error?: string;
      }) => sendPage(reply, <NewVersionPage context={context} kind={kind} text={kept} {...more} />, 400);
      const text = typeof form.text === 'string' ? form.text : '';
      // what was typed is there to be mended; a protocol is mended in its file
      const kept = text.length <= 200_000 ? text : '';
      const bytes =
        Buffer.isBuffer(form.file) && form.file.length > 0
          ? form.file
          : Buffer.from(typeof form.file === 'string' && form.file !== '' ? form.file : text);
      const reading = await readUpload(kind, bytes);
      if (!reading.ok) return refuse({ problems: reading.problems });
      const { knowledge } = insider(request).tenant;
      const proposed = await knowledge.propose(kind, reading.upload, person(request), tools.now());
      if (!proposed.ok) return refuse({ error: context.speech.t('knowledgeLabelUsed') });
      request.audited = { target: `knowledge/${proposed.id}` };
      return reply.redirect(`${versionPath(proposed.id)}?done=kept`, 303);
    });

    app.get<OfVersion>('/knowledge/:kind/:part/:hash', read, (request, reply) => {
      const { done } = request.query as { done?: unknown };
      const key = doneTexts[done as keyof typeof doneTexts] as TextKey | undefined;
      const { t } = contextFor(request, reply).speech;
      return versionPage(request, reply, typeof done === 'string' && key ? { done: t(key) } : {});
    });

    app.get<OfVersion>('/knowledge/:kind/:part/:hash/file', read, async (request, reply) => {
      const { knowledge } = insider(request).tenant;
      const found = await find(knowledge, idOf(request));
      if (!found) {
        reply.callNotFound();
        return reply;
      }
      const { document } = found;
      const body = JSON.parse(document.body) as object;
      const cases = await casesOf(knowledge, found);
      const send = (content: Buffer | string, ending: 'json' | 'xlsx' | 'zip'): FastifyReply =>
        reply
          .header('cache-control', 'no-store')
          .header(
            'content-disposition',
            `attachment; filename="${document.id}-${document.label.replace(/[^\w.-]/g, '_')}.${ending}"`,
          )
          .type('application/octet-stream')
          .send(content);
      const wanted = document.kind === 'pack' ? (request.query as { as?: unknown }).as : undefined;
      if (wanted === 'xlsx' || wanted === 'csv') {
        const { pack, texts } = body as PackContent;
        const bundle = { pack, texts, cases };
        const sheets = wanted === 'xlsx' ? await writePackWorkbook(bundle) : writePackCsv(bundle);
        if (sheets) return send(sheets, wanted === 'xlsx' ? 'xlsx' : 'zip');
        const error = contextFor(request, reply).speech.t('knowledgeNoWorkbook');
        return versionPage(request, reply, { error }, 409);
      }
      const file = document.kind === 'pack' ? { ...body, cases } : body;
      return send(`${JSON.stringify(file, null, 2)}\n`, 'json');
    });

    app.get<OfVersion>('/knowledge/:kind/:part/:hash/compare', read, async (request, reply) => {
      const { knowledge } = insider(request).tenant;
      const found = await find(knowledge, idOf(request));
      if (!found) {
        reply.callNotFound();
        return reply;
      }
      const { version, document, all } = found;
      const same = all.filter((one) => placeOf(one) === placeOf(version) && one._id !== version._id);
      const other = same.find(({ status }) => status === 'active') ?? same.find(({ builtIn }) => builtIn);
      const context = contextFor(request, reply);
      const before = other && (await knowledge.find(other._id));
      if (!before) return sendPage(reply, <ComparePage {...{ context, version, changes: [] }} />);
      const [old, young] = [before, document].map(({ body }) => JSON.parse(body) as unknown);
      if (version.kind !== 'pack') {
        const changes = partChanges(old, young);
        return sendPage(reply, <ComparePage {...{ context, version, other, changes }} />);
      }
      const [was, is] = [old as PackContent, young as PackContent];
      const cases = {
        before: await casesOf(knowledge, { ...found, document: before }),
        after: await casesOf(knowledge, found),
      };
      const props = {
        ...{ context, version, other },
        ...comparePacks(was, is, cases),
        words: { before: packWords(context.speech, was), after: packWords(context.speech, is) },
      };
      return sendPage(reply, <ComparePage {...props} />);
    });

    app.post<OfVersion>(
      '/knowledge/:kind/:part/:hash/sign',
      { config: { access: 'knowledge.sign', audit: { target } } },
      async (request, reply) => {
        const id = idOf(request);
        const { knowledge } = insider(request).tenant;
        const { t, coded } = contextFor(request, reply).speech;
        const done = id === undefined ? undefined : await knowledge.sign(id, person(request), tools.now());
        if (id === undefined || (done && !done.ok && done.problem === 'unknown')) {
          reply.callNotFound();
          return reply;
        }
        if (done?.ok) return reply.redirect(`${versionPath(id)}?done=signed`, 303);
        const error = done ? coded('knowledgeProblem', done.problem) : t('knowledgeProblem_unknown');
        return versionPage(request, reply, { error }, 409);
      },
    );

    app.post<OfVersion>(
      '/knowledge/:kind/:part/:hash/activate',
      { config: { access: 'knowledge.activate', audit: { target } } },
      async (request, reply) => {
        const id = idOf(request);
        const done = await insider(request).tenant.knowledge.activate(id ?? '', person(request), tools.now());
        if (done.ok) return reply.redirect('/knowledge?done=activated', 303);
        const error = contextFor(request, reply).speech.coded('knowledgeProblem', done.problem);
        return versionPage(request, reply, { error }, statusOfProblem(done.problem));
      },
    );

    app.post<OfNumber>(
      '/knowledge/published/:number/restore',
      { config: { access: 'knowledge.activate', audit: { action: 'knowledge.restore', target } } },
      async (request, reply) => {
        const number = /^\d{1,9}$/.test(request.params.number) ? Number(request.params.number) : -1;
        const done = await insider(request).tenant.knowledge.restore(number, person(request), tools.now());
        if (done.ok) return reply.redirect('/knowledge?done=activated', 303);
        const error = contextFor(request, reply).speech.coded('knowledgeProblem', done.problem);
        return overviewPage(request, reply, { error }, statusOfProblem(done.problem));
      },
    );
  });
}
