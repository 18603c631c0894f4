/**
 * `npm run mutation`: tries the kit on mutants of the generated code and on single faults of the protocol, and prints how
 * many it notices, clause by clause; JSON goes to `.wiremark/mutation/report.json`. Exits 1 when fewer than 95 % die, when
 * a survivor is not listed in `fixtures/mutation/survivors.yaml`, or when a listed one dies.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../diagnostics/package-root.ts';
import { readChecked } from '../conformance/read-json.ts';
import { faults } from '../conformance/reference/faults.ts';
import { generate, prepare, type Prepared } from './mutation/prepare.ts';
import { printSummary } from './mutation/print-summary.ts';
import { runJobs } from './mutation/run-jobs.ts';
import { subjects, workFolder } from './mutation/subjects.ts';
import { isDead, summarise } from './mutation/summary.ts';
import type { Survivors } from './mutation/survivors.gen.ts';
import type { Job } from './mutation/worker.ts';

/** Share of what is not equivalent that must die. */
const leastKilled = 0.95;

const help = `Usage: npm run mutation -- [--jobs N] [--only TEXT] [--faults | --mutants]

Tries the conformance kit on mutants of the generated code and on single faults of the protocol.

  --jobs N     threads; default: one for each processor
  --only TEXT  those whose name holds the text; the list of survivors is then not held against the rest
  --faults     faults of the protocol alone
  --mutants    mutants of the code alone
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      jobs: { type: 'string' },
      only: { type: 'string' },
      faults: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const threads = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
  if (!Number.isInteger(threads) || threads < 1) {
    process.stderr.write('--jobs takes a whole number from 1.\n');
    return 2;
  }
  const list = await readChecked<Survivors>(path.join(packageRoot(), 'fixtures/mutation/survivors.yaml'), 'survivors');
  if (list.value === undefined) {
    for (const { message } of list.diagnostics) process.stderr.write(`${message}\n`);
    return 2;
  }
  const only = values.only ?? '';
  const parts = Array.from({ length: threads }, (_, part) => part);
  const copies = new Map<string, Prepared>();
  const jobs: Job[] = [];
  for (const subject of subjects) {
    const { name, role } = subject;
    await generate(subject);
    if (!values.faults) {
      const prepared = copies.get(name) ?? (await prepare(subject));
      copies.set(name, prepared);
      jobs.push(...parts.map((part) => ({ subject: name, role, ...prepared, only, part, of: threads, done: [] })));
    }
    const names = values.mutants
      ? []
      : faults.filter((fault) => fault.role === role && fault.name.includes(only)).map((fault) => fault.name);
    for (const part of parts) {
      const own = names.filter((_, i) => i % threads === part);
      if (own.length > 0) jobs.push({ subject: name, role, folder: subject.folder, faults: own });
    }
  }
  let done = 0;
  let alive = 0;
  const fates = await runJobs(jobs, {
    threads,
    progress(fate) {
      done++;
      if (!isDead(fate)) alive++;
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done} tried, ${alive} alive`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

  const partial = values.only !== undefined || values.faults || values.mutants;
  const names = new Set(fates.map(({ name }) => name));
  const summary = summarise(
    fates,
    list.value.survivors.filter(({ name }) => !partial || names.has(name)),
  );
  await mkdir(workFolder, { recursive: true });
  await writeFile(path.join(workFolder, 'report.json'), `${JSON.stringify({ summary, fates }, undefined, 2)}\n`);
  process.stdout.write(printSummary(summary));
  const isEnough = summary.total.of > 0 && summary.total.killed >= leastKilled * summary.total.of;
  return isEnough && summary.unlisted.length === 0 && summary.stale.length === 0 ? 0 : 1;
}

process.exitCode = await main();
