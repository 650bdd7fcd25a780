import { existsSync } from 'fs';
import { MongoClient } from 'mongodb';
import path from 'path';
import { onPath } from '../find-browser';
import { fail, firstLine, ok, warn, type Finding } from './check';
import { programOutput } from './program-output';

type Environment = Record<string, string | undefined>;

/** @throws MongoError, or an Error for a malformed address, within 5 s */
export async function pingMongo(uri: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
}

/** Whether a server can be made from Python: for SecantusDB, the last in the order. */
async function pythonFinding(env: Environment): Promise<Finding | undefined> {
  const python = onPath(['python3'], env);
  const withVenv =
    python && (await programOutput(python, ['-c', 'import venv, ensurepip; print("yes")'])) === 'yes';
  return withVenv
    ? warn(
        'none yet; `acolhe start` downloads mongod or SecantusDB',
        'To be sure, install mongod or set MONGODB_URI.',
      )
    : undefined;
}

/** Which MongoDB `acolhe start` would take, without starting or downloading any. */
export async function mongoFinding(env: Environment, home: string): Promise<Finding> {
  const given = env['MONGODB_URI'];
  if (given) {
    return pingMongo(given).then(
      () => ok('the one in MONGODB_URI answers'),
      (error: unknown) =>
        fail(
          `MONGODB_URI: ${withoutSecrets(firstLine(error))}`,
          'Check the address and that the server runs.',
        ),
    );
  }
  const mongod = onPath(['mongod'], env);
  if (mongod) return ok(`mongod on the PATH (${mongod})`);
  const downloadFailed = existsSync(path.join(home, 'mongod-download-failed.json'));
  if (existsSync(path.join(home, 'mongod')) && !downloadFailed) return ok('the mongod downloaded before');
  if (existsSync(path.join(home, 'secantus/.installed')))
    return ok('SecantusDB, a stand-in for development, installed before');
  const python = await pythonFinding(env);
  if (python) return python;
  const todo = 'Set MONGODB_URI, install mongod, or install Python 3 with venv.';
  return downloadFailed
    ? fail('none, and mongod could not be downloaded', todo)
    : warn('none yet; a download will be tried', todo);
}

const withoutSecrets = (text: string): string => text.replace(/\/\/[^@\s/]*@/g, '//…@');
