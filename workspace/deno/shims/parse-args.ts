// In place of @std/cli/parse-args: the runtime is started with `--name value` pairs and bare `--name` flags only.
export function parseArgs(args: string[]): Record<string, unknown> {
  const parsed: Record<string, unknown> = { _: [] };
  for (let at = 0; at < args.length; at++) {
    const name = args[at]!.replace(/^--/, '');
    const next = args[at + 1];
    const isFlag = next === undefined || next.startsWith('--');
    parsed[name] = isFlag ? true : /^\d+$/.test(next) ? Number(next) : next;
    if (!isFlag) at++;
  }
  return parsed;
}
