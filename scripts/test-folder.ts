/** Before all tests: one temporary folder for whatever they write, modules that they load included; removed after them. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Vitest calls it before it starts its workers, which inherit the environment. */
export async function setup(): Promise<() => Promise<void>> {
  // Real, as folders that reach a command through a link would be printed otherwise.
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'wiremark-tests-')));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
