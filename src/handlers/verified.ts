/** Whether what came to an endpoint of the app is the CRM's: signed, lately, over the canonical JSON of the body. */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { canonicalJson } from '../../contract/canonical-json';
import { verify, type Verification } from '../../contract/signature';
import { readCommandSecrets } from './settings';

/** Rocket.Chat hands over the parsed body: its bytes are gone, so the signature is over a form both sides can make. */
export async function verified(request: IApiRequest, read: IRead, now: Date): Promise<Verification> {
  const payload = canonicalJson(request.content ?? null);
  return verify(await readCommandSecrets(read), request.headers, payload, now.getTime());
}

export function answerJson(status: number, content: object): IApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, content };
}
