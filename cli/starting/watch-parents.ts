import { readFileSync } from 'fs';

/** The parent of a process and its program, where the system tells (Linux). */
function processOf(pid: number): { parent: number; program: string } | undefined {
  try {
    const match = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return match ? { program: match[1]!, parent: Number(match[2]) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Under npm, calls `gone` once when npm, or the shell that npm put between, is no longer there: killed with -9 they
 * cannot tell. Without npm nothing is watched, so that `nohup node cli/acolhe.mjs start &` lives on.
 * @returns ends the watching
 */
export function watchParents(
  env: Record<string, string | undefined>,
  gone: () => void,
  everyMs = 500,
): () => void {
  if (env['npm_lifecycle_event'] === undefined) return () => undefined;
  const parent = process.ppid;
  const shell = processOf(parent);
  const npm = shell && /^(ba|da|z|k)?sh$/.test(shell.program) ? shell.parent : undefined;
  const timer = setInterval(() => {
    const parentLeft = process.ppid !== parent;
    const npmLeft = npm !== undefined && processOf(parent)?.parent !== npm;
    if (!parentLeft && !npmLeft) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
