/** `wiremark generate --watch`: generates, and again after each save, until it is interrupted. Errors do not end it. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import type { GenerateFlags } from '../config/ad-hoc.ts';
import { generateAll, type Outcome } from '../generate-all.ts';
import { watchedPaths, type WatchedPaths } from './watched-paths.ts';

export interface WatchOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Tells what came of one generation. */
  readonly print: (outcome: Outcome) => Promise<void>;
}

/** Wait for silence, in ms: editors save by several operations, which are one save. */
const settleMs = 80;

export async function watch(files: readonly string[], flags: GenerateFlags, options: WatchOptions): Promise<ExitCode> {
  const { default: chokidar } = await import('chokidar');
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);

  let paths: WatchedPaths = { watch: [], isSource: () => false, isIgnored: () => false };
  /** `due`: something was saved since the last generation began. */
  const state = { due: false, wake: (): void => {} };
  let timer: NodeJS.Timeout | undefined;
  const changed = (file: string): void => {
    if (!paths.isSource(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.due = true;
      state.wake();
    }, settleMs);
  };
  const watcher = chokidar.watch([], {
    ignoreInitial: true,
    ignored: (file) => paths.isIgnored(file),
  });
  watcher.on('all', (event, file) => {
    if (event !== 'addDir' && event !== 'unlinkDir') changed(path.resolve(file));
  });
  // A folder that cannot be watched, for instance for lack of handles, is told of; the others still are.
  watcher.on('error', (error) => process.stderr.write(`Not everything is watched: ${String(error)}\n`));

  try {
    for (let first = true; !interrupted.signal.aborted; first = false) {
      state.due = false;
      const startedMs = Date.now();
      const outcome = await generateAll(files, flags, options.cwd);
      await options.print(outcome);
      paths = watchedPaths(outcome, { named: files, specs: flags.spec ?? [], cwd: options.cwd });
      watcher.add([...paths.watch]);
      if (first) {
        await once(watcher, 'ready', { signal: interrupted.signal }).catch(() => undefined);
        state.due = outcome.inputs.some(
          (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > startedMs,
        );
        process.stdout.write('Watching for changes; Ctrl-C ends it.\n');
      }
      while (!state.due && !interrupted.signal.aborted) {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
          interrupted.signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
  } finally {
    clearTimeout(timer);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
    await watcher.close();
  }
  return exitCodes.fine;
}
