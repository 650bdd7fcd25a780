/**
 * A TCP proxy between the service and MongoDB that breaks what passes, as networks, disks and elections do. It reads the
 * wire protocol as far as it must: OP_MSG requests by command and collection, answers by the request they answer.
 */
import { BSON, type Document } from 'mongodb';
import { connect, createServer, type AddressInfo, type Socket } from 'net';

const opMsg = 2013;

export type Fault =
  /** Answered with this error; MongoDB never hears of it. */
  | { kind: 'error'; code: number; codeName: string; message?: string }
  /** Done by MongoDB, and answered with a write concern error beside the result. */
  | { kind: 'write-concern-error'; code: number; codeName: string }
  /** The connection breaks before MongoDB hears of it. */
  | { kind: 'cut-before' }
  /** Done by MongoDB; the connection breaks before the answer, or in its middle. */
  | { kind: 'cut-after' }
  | { kind: 'cut-middle' }
  | { kind: 'delay'; ms: number }
  /** Neither answer nor end. */
  | { kind: 'silence' };

export interface Rule {
  /** Command names, e.g. `insert`; left out: every command but the driver's own heartbeats. */
  commands?: readonly string[];
  collection?: string;
  fault: Fault;
  /** How often; left out: until `heal`. */
  times?: number;
}

export interface WireProxy {
  /** Of the server behind, with the proxy's address. */
  uri: string;
  /** @returns how often the rule was applied so far */
  break(rule: Rule): () => number;
  /** All rules end. Connections that fell silent stay so. */
  heal(): void;
  /** Breaks every connection and refuses new ones until `up`. */
  down(): void;
  up(): void;
  stop(): Promise<void>;
}

export const notWritablePrimary: Fault = {
  kind: 'error',
  code: 10_107,
  codeName: 'NotWritablePrimary',
  message: 'not primary',
};
export const diskFull: Fault = {
  kind: 'error',
  code: 14_031,
  codeName: 'OutOfDiskSpace',
  message: 'No space left on device',
};
export const shuttingDown: Fault = { kind: 'error', code: 11_600, codeName: 'InterruptedAtShutdown' };

const heartbeats = ['hello', 'isMaster', 'ismaster'];

interface Command {
  requestId: number;
  name: string;
  collection: unknown;
}

function commandOf(frame: Buffer): Command | undefined {
  if (frame.readInt32LE(12) !== opMsg) return undefined;
  let at = 20;
  while (at < frame.length) {
    const kind = frame[at];
    const size = frame.readInt32LE(at + 1);
    if (kind === 0) {
      const body = BSON.deserialize(frame.subarray(at + 1, at + 1 + size));
      const name = Object.keys(body)[0] ?? '';
      return { requestId: frame.readInt32LE(4), name, collection: body[name] };
    }
    at += 1 + size;
  }
  return undefined;
}

function answerFrame(responseTo: number, document: Document): Buffer {
  const body = BSON.serialize(document);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(opMsg, 12);
  return Buffer.concat([head, body]);
}

function bodyOf(frame: Buffer): Document {
  return BSON.deserialize(frame.subarray(21));
}

/** Whole frames out of a stream of bytes. */
function frames(handle: (frame: Buffer) => void): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 16 && held.length >= held.readInt32LE(0)) {
      const size = held.readInt32LE(0);
      handle(held.subarray(0, size));
      held = held.subarray(size);
    }
  };
}

interface ActiveRule extends Rule {
  applied: number;
}

export async function startWireProxy(serverUri: string): Promise<WireProxy> {
  const target = new URL(serverUri.replace('mongodb://', 'http://'));
  const rules = new Set<ActiveRule>();
  const open = new Set<Socket>();
  let refusing = false;

  function faultOf({ name, collection }: Command): Fault | undefined {
    for (const rule of rules) {
      if (rule.times !== undefined && rule.applied >= rule.times) continue;
      if (rule.commands ? !rule.commands.includes(name) : heartbeats.includes(name)) continue;
      if (rule.collection !== undefined && rule.collection !== collection) continue;
      rule.applied += 1;
      return rule.fault;
    }
    return undefined;
  }

  function join(client: Socket): void {
    const upstream = connect(Number(target.port), target.hostname);
    const onAnswer = new Map<number, (frame: Buffer) => void>();
    let dead = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    open.add(client);
    const send = (frame: Buffer): void => {
      if (!client.destroyed && !dead) client.write(frame);
    };

    function apply(fault: Fault, { requestId }: Command, frame: Buffer): void {
      const pass = (): void => void upstream.write(frame);
      switch (fault.kind) {
        case 'error': {
          const { code, codeName, message: errmsg = codeName } = fault;
          return send(answerFrame(requestId, { ok: 0, errmsg, code, codeName }));
        }
        case 'write-concern-error': {
          const writeConcernError = { code: fault.code, codeName: fault.codeName, errmsg: fault.codeName };
          onAnswer.set(requestId, (answer) =>
            send(answerFrame(requestId, { ...bodyOf(answer), writeConcernError })),
          );
          return pass();
        }
        case 'cut-before':
          return end();
        case 'cut-after':
          onAnswer.set(requestId, end);
          return pass();
        case 'cut-middle':
          onAnswer.set(requestId, (answer) => {
            client.end(answer.subarray(0, answer.length >> 1));
            upstream.destroy();
          });
          return pass();
        case 'delay':
          return void setTimeout(pass, fault.ms);
        case 'silence':
          dead = true;
      }
    }

    client.on(
      'data',
      frames((frame) => {
        if (dead) return;
        const command = commandOf(frame);
        const fault = command && faultOf(command);
        if (command && fault) apply(fault, command, frame);
        else upstream.write(frame);
      }),
    );
    upstream.on(
      'data',
      frames((frame) => {
        const responseTo = frame.readInt32LE(8);
        const handle = onAnswer.get(responseTo) ?? send;
        onAnswer.delete(responseTo);
        handle(frame);
      }),
    );
  }

  const server = createServer((client) => {
    if (refusing) client.destroy();
    else join(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const breakAll = (sockets: Set<Socket>): void => [...sockets].forEach((socket) => socket.destroy());
  return {
    uri: serverUri.replace(`:${target.port}`, `:${port}`),
    break(rule) {
      const active = { ...rule, applied: 0 };
      rules.add(active);
      return () => active.applied;
    },
    heal() {
      rules.clear();
    },
    down() {
      refusing = true;
      breakAll(open);
    },
    up() {
      refusing = false;
    },
    async stop() {
      breakAll(open);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
