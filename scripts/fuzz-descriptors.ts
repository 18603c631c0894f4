/**
 * `npm run fuzz:descriptors`: the test of random .proto files with more files than `npm test` has time for, and others.
 * Exits 1 when implementations differ, after saving the smallest case that was found.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../diagnostics/package-root.ts';

const usage = `Usage: npm run fuzz:descriptors -- [--runs N] [--seed N]

  --runs N  .proto files to try, about two a second (default 300)
  --seed N  to have the same files again (default: by chance)
`;

function main(): number {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '300' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  const runs = Number(values.runs);
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  if (values.help === true || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    process.stdout.write(usage);
    return values.help === true ? 0 : 2;
  }
  process.stdout.write(`${runs} files, seed ${seed}\n`);
  const root = packageRoot();
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const test = 'generator/3-plan/message/random-descriptors.test.ts';
  const env = { ...process.env, WIREMARK_RUNS: String(runs), WIREMARK_SEED: String(seed) };
  return spawnSync(process.execPath, [vitest, 'run', test], { cwd: root, env, stdio: 'inherit' }).status ?? 3;
}

process.exitCode = main();
