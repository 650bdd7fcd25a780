import { ConfigError, readConfig } from './config';
import { startWorkspace } from './start-workspace';

function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, path } = error as { code?: string; port?: number; path?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop what uses it or set ACOLHE_WORKSPACE_PORT to another (0 = any free one).`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this account: set ACOLHE_WORKSPACE_PORT to one above 1023.`;
  if (code === 'ENOENT' && path !== undefined) return `File not found: ${path}`;
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const workspace = await startWorkspace(readConfig(process.env, (line) => console.error(line)));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    workspace.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(sentence(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(`ready ${workspace.url}`);
}

main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});
