/** AWS KMS on this machine, as far as Encrypt and Decrypt go: the JSON 1.1 protocol, contexts that must match, errors by name. */
import { createCipheriv, createDecipheriv, randomBytes } from 'crypto';
import { createServer, type IncomingMessage } from 'http';
import { buffer } from 'stream/consumers';

interface EncryptInput {
  KeyId: string;
  Plaintext: string;
  EncryptionContext?: Record<string, string>;
}
interface DecryptInput {
  KeyId?: string;
  CiphertextBlob: string;
  EncryptionContext?: Record<string, string>;
}

export interface FakeKms {
  url: string;
  /** Key ids that exist. */
  keys: Map<string, Buffer>;
  /** Answers the next requests with this error instead, one each. */
  failures: { status: number; type: string; message?: string }[];
  /** Every request's operation and key, and whether it was signed. */
  calls: { operation: string; keyId: string; signed: boolean; context: Record<string, string> }[];
  stop(): Promise<void>;
}

class KmsError extends Error {
  constructor(readonly type: string) {
    super(type);
  }
}

function aad(context: Record<string, string> = {}): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort()));
}

export async function startFakeKms(keyIds: readonly string[]): Promise<FakeKms> {
  const keys = new Map(keyIds.map((id) => [id, randomBytes(32)]));
  const failures: FakeKms['failures'] = [];
  const calls: FakeKms['calls'] = [];
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id);
    if (!key) throw new KmsError('NotFoundException');
    return key;
  };

  function encrypt({ KeyId, Plaintext, EncryptionContext }: EncryptInput) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(KeyId), iv).setAAD(aad(EncryptionContext));
    const body = Buffer.concat([cipher.update(Buffer.from(Plaintext, 'base64')), cipher.final()]);
    const id = Buffer.from(KeyId);
    const blob = Buffer.concat([Buffer.from([id.length]), id, iv, cipher.getAuthTag(), body]);
    return { KeyId, CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  }

  function decrypt({ KeyId, CiphertextBlob, EncryptionContext }: DecryptInput) {
    const blob = Buffer.from(CiphertextBlob, 'base64');
    const [length = 0] = blob;
    const made = blob.subarray(1, 1 + length).toString();
    if (!keys.has(made)) throw new KmsError('InvalidCiphertextException');
    if (KeyId !== undefined && keyOf(KeyId) && KeyId !== made) throw new KmsError('IncorrectKeyException');
    const rest = blob.subarray(1 + length);
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(made), rest.subarray(0, 12))
        .setAAD(aad(EncryptionContext))
        .setAuthTag(rest.subarray(12, 28));
      const plain = Buffer.concat([decipher.update(rest.subarray(28)), decipher.final()]);
      return { KeyId: made, Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    } catch {
      throw new KmsError('InvalidCiphertextException');
    }
  }

  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const input = JSON.parse((await buffer(request)).toString()) as EncryptInput & DecryptInput;
    const operation = /^TrentService\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ?? '';
    const signed = /^AWS4-HMAC-SHA256 /.test(request.headers.authorization ?? '');
    calls.push({ operation, keyId: input.KeyId, signed, context: input.EncryptionContext ?? {} });
    const failure = failures.shift();
    if (failure) return { status: failure.status, body: { __type: failure.type, message: failure.message } };
    try {
      if (operation === 'Encrypt') return { status: 200, body: encrypt(input) };
      if (operation === 'Decrypt') return { status: 200, body: decrypt(input) };
      throw new KmsError('UnknownOperationException');
    } catch (error) {
      return { status: 400, body: { __type: (error as KmsError).type, message: 'refused' } };
    }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    ...{ url: `http://127.0.0.1:${port}`, keys, failures, calls },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
