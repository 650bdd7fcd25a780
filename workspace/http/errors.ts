import type { FastifyError } from 'fastify';
import * as z from 'zod';

import { OmnichannelError } from '../omnichannel/errors';

/** Largest message, in UTF-16 units: the default of Rocket.Chat's `Message_MaxAllowedSize`. */
export const maxMessageLength = 5_000;

/** Largest upload, in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** A refusal with its HTTP status; `code` is Rocket.Chat's own where it has one. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
  ) {
    super(detail === undefined ? code : `${detail} [${code}]`);
    this.name = 'ApiError';
  }
}

export interface ErrorAnswer {
  status: number;
  body: { success: false; status?: 'error'; error: string; errorType?: string; message?: string };
}

const unauthorized: ErrorAnswer = {
  status: 401,
  body: {
    success: false,
    status: 'error',
    error: 'You must be logged in to do this.',
    message: 'You must be logged in to do this.',
  },
};

/** Names the first thing wrong and where, e.g. `message.rid: expected string`. */
function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'invalid parameters';
  const where = issue.path.join('.');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}

function refuse(status: number, error: string, errorType?: string): ErrorAnswer {
  return { status, body: { success: false, error, ...(errorType === undefined ? {} : { errorType }) } };
}

/** What any error looks like on the wire; `undefined` when it is none that callers may cause. */
export function answerOf(error: unknown): ErrorAnswer | undefined {
  if (error instanceof ApiError)
    return error.status === 401 ? unauthorized : refuse(error.status, error.message, error.code);
  if (error instanceof OmnichannelError)
    return refuse(
      400,
      error.message === error.code ? error.code : `${error.message} [${error.code}]`,
      error.code,
    );
  if (error instanceof z.ZodError)
    return refuse(400, `${describe(error)} [invalid-params]`, 'invalid-params');
  const { code, statusCode, message } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415)
    return refuse(415, 'Unsupported Media Type', 'error-unsupported-media-type');
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError)
    return refuse(400, 'Invalid JSON', 'error-invalid-json');
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return refuse(400, 'error-size-not-allowed', 'error-size-not-allowed');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refuse(statusCode, message ?? 'Bad Request');
  return undefined;
}

export function checkMessageSize(text: string): void {
  if (text.length > maxMessageLength) {
    throw new ApiError(400, 'error-message-size-exceeded', 'Message size exceeds Message_MaxAllowedSize');
  }
}
