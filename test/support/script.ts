/** The scripts are ES modules for plain Node. Here they are read as jest's own modules, so that none starts a Node. */
import { readFileSync } from 'fs';
import { createRequire } from 'module';
import path from 'path';
import { compileFunction } from 'vm';
import { transformSync } from '@swc/core';

const names = ['exports', 'require', '__filename'];

/** What the script `file` exports, a path from the root. It may import of Node and of packages, not of other scripts. */
export function loadScript<Exports>(file: string): Exports {
  const whole = path.join(__dirname, '../..', file);
  const { code } = transformSync(readFileSync(whole, 'utf8'), {
    ...{ filename: whole, configFile: false, swcrc: false },
    jsc: { target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const found = {};
  (compileFunction(code, names) as (...values: unknown[]) => void)(found, createRequire(whole), whole);
  return found as Exports;
}
