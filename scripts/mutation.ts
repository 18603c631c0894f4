/**
 * `npm run mutation`: tries the kit on mutants of the generated code and on single faults of the protocol, and prints how
 * many it notices, clause by clause; JSON goes to `.wiremark/mutation/report.json`. Exits 1 when fewer than 95 % die, when
 * a survivor is not listed in `fixtures/mutation/survivors.yaml`, when a listed one dies, or when it was not all tried.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';
import { loadClauses } from '../conformance/load-clauses.ts';
import { readChecked } from '../conformance/read-json.ts';
import type { Fate } from './mutation/fate.ts';
import { openJournal } from './mutation/journal.ts';
import { help, readOptions, type Options } from './mutation/options.ts';
import { baselineTasks, planOf, type PlannedTask } from './mutation/plan.ts';
import { runTasks } from './mutation/pool.ts';
import { printSummary, printUnproved } from './mutation/print-summary.ts';
import { progressOn } from './mutation/progress.ts';
import { unprovedOf } from './mutation/proofs.ts';
import { workFolder } from './mutation/subjects.ts';
import { summarise } from './mutation/summary.ts';
import type { Survivors } from './mutation/survivors.gen.ts';

/** Share of what is not equivalent that must die. */
const leastKilled = 0.95;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    if (options === 'help') process.stdout.write(help);
    else process.stderr.write(`${options}\n\n${help}`);
    return options === 'help' ? 0 : 2;
  }
  const list = await readChecked<Survivors>(path.join(packageRoot(), 'fixtures/mutation/survivors.yaml'), 'survivors');
  if (list.value === undefined) {
    for (const { message } of list.diagnostics) process.stderr.write(`${message}\n`);
    return 2;
  }
  const { fates, passed, left } = await tryAll(options);
  const names = new Set(fates.map(({ name }) => name));
  const isWhole = !options.isPartial && left === 0;
  const summary = summarise(
    fates,
    list.value.survivors.filter(({ name }) => names.has(name) || isWhole),
  );
  const unproved = isWhole ? unprovedOf(await loadClauses(), { passed, fates }) : [];
  await writeFile(
    path.join(workFolder, 'report.json'),
    `${JSON.stringify({ summary, unproved, fates }, undefined, 2)}\n`,
  );
  process.stdout.write(printSummary(summary) + printUnproved(unproved));
  if (left > 0) process.stdout.write(`\n${left} were not tried: the time was over. --continue goes on.\n`);
  const isEnough = summary.total.of > 0 && summary.total.killed >= leastKilled * summary.total.of;
  const isClean = summary.unlisted.length === 0 && summary.stale.length === 0 && unproved.length === 0;
  return isEnough && left === 0 && isClean ? 0 : 1;
}

/** What a run has found. */
interface Found {
  readonly fates: readonly Fate[];
  /** Clauses with a case that the reference passes. */
  readonly passed: ReadonlySet<string>;
  /** How many there was no time for. */
  readonly left: number;
}

async function tryAll(options: Options): Promise<Found> {
  const deadline = performance.now() + options.minutes * 60_000;
  const progress = progressOn(process.stderr);
  const choice = { ...options, mutants: !options.faults, faults: !options.mutants };
  const tasks = await planOf(choice, progress.say);
  const passed = new Set<string>();
  if (!options.isPartial)
    await runTasks(baselineTasks(), options.threads, {
      answered(_, answer) {
        if (answer?.kind === 'passed') for (const clause of answer.clauses) passed.add(clause);
      },
      isOver: () => false,
    });
  const { known, add } = await openJournal(options.goOn);
  const fates = tasks.flatMap((task) => known.get(keyOf(task)) ?? []);
  const open = tasks.filter((task) => !known.has(keyOf(task)));
  progress.begin(open.length);
  await runTasks(open, options.threads, {
    async answered(task, answer) {
      const fate = answer?.kind === 'fate' ? answer.fate : timeoutOf(task);
      fates.push(fate);
      progress.note(fate);
      await add(keyOf(task), fate);
    },
    isOver: () => performance.now() > deadline,
  });
  progress.done();
  return { fates, passed, left: tasks.length - fates.length };
}

const keyOf = ({ place, matrix, name }: PlannedTask): string => `${place.subject} ${place.role} ${matrix} ${name}`;

function timeoutOf({ kind, name, place }: PlannedTask): Fate {
  const { subject, role } = place;
  const shown = kind === 'fault' ? `${role} ${name}` : name;
  return { name: shown, kind, subject, role, fate: 'timeout', reached: [], killedBy: [] };
}

process.exitCode = await main();
