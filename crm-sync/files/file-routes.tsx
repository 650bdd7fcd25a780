import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { insider } from '../access/guard';
import { ErrorPage } from '../web/error-page';
import type { PageContext } from '../web/page';
import { sendPage } from '../web/render';
import { attachmentHeader } from './file-name';

/** As Rocket.Chat makes them; what is no id of a file is nobody's. */
const fileIds = /^[A-Za-z0-9_-]{1,100}$/;

type ByFile = { Params: { fileId: string } };

/**
 * `GET /files/{fileId}`: a kept file, to be saved. Patients send anything: it is never shown by the browser, whatever
 * it says it is.
 */
export function registerFiles(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest, reply: FastifyReply) => PageContext,
): void {
  app.get<ByFile>(
    '/files/:fileId',
    // HEAD would read the whole file to throw it away.
    { config: { access: 'patients.read' }, exposeHeadRoute: false },
    async (request, reply) => {
      const { fileId } = request.params;
      const refuse = (kind: '404' | '410') =>
        sendPage(
          reply,
          <ErrorPage context={contextFor(request, reply)} kind={kind} code={request.id} />,
          Number(kind),
        );
      if (!fileIds.test(fileId)) return refuse('404');
      const found = await insider(request).tenant.files.find(fileId);
      if (found.state === 'none') return refuse('404');
      const { patientId } = found.state === 'kept' ? found.file : found;
      request.audited = {
        ...(patientId !== undefined && { target: `patient/${patientId}` }),
        details: { file: fileId },
      };
      if (found.state === 'erased') return refuse('410');
      const { name, sizeBytes, bytes } = found.file;
      return reply
        .headers({
          'content-type': 'application/octet-stream',
          'content-length': sizeBytes,
          'content-disposition': attachmentHeader(name),
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        })
        .send(bytes());
    },
  );
}
