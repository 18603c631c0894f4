/** Testees that implement nothing, given to the command: none gets away with exit code 0, and each has the score that it had. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Report } from '../model/report.gen.ts';
import { runCertify } from './certify.ts';

const root = packageRoot();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  return rm(folder, { recursive: true });
});

const field = 'codec/openim.sdk.common.RequestPagination/pageNumber';

/**
 * Cases that pass, of one that must be accepted and two that must be refused: what gives back all is right about the one, what
 * refuses all about the two;
 * garbage, silence and a crash are right about none.
 */
const scores = [
  ['skip-all', 0],
  ['echo', 1],
  ['accept-all', 0],
  ['reject-all', 2],
  ['constant', 0],
  ['silent', 0],
  ['hang', 0],
  ['crash', 0],
  ['garbage', 0],
] as const;

test.each(scores)('%s', async (name, passed) => {
  const file = path.join(folder, 'report.json');
  vi.stubEnv('NULL_TESTEE', name);
  const code = await runCertify('codec', [], {
    package: path.join(root, 'out/openim-common'),
    profile: 'interpreted',
    level: 'required',
    run: ['varint/overlong', 'varint/too-long', 'truncated'].map((rule) => `${field}/${rule}/binary-binary`),
    module: path.join(root, 'conformance/testees/test/null-testee.mjs'),
    seed: 1,
    jobs: 1,
    timeoutMs: 300,
    report: [{ kind: 'json', file }],
  });
  const { counts } = JSON.parse(await readFile(file, 'utf8')) as Report;
  expect([code, counts.pass]).toEqual([1, passed]);
});
