/** Takes the arguments of the command, gives what they ask for. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export interface Options {
  readonly threads: number;
  readonly seed: number;
  readonly share: number;
  /** Endless unless given. */
  readonly minutes: number;
  readonly only: string;
  readonly faults: boolean;
  readonly mutants: boolean;
  readonly matrix: boolean;
  readonly goOn: boolean;
  /** Something less than the whole run: nothing that is not tried may be held against the lists. */
  readonly isPartial: boolean;
}

export const help = `Usage: npm run mutation -- [OPTION...]

Tries the conformance kit on mutants of the generated code and on single faults of the protocol.

  --only TEXT   those whose name holds the text
  --faults      faults of the protocol alone
  --mutants     mutants of the code alone
  --quick       stop at the first case that kills, rather than ask every clause
  --share X     how much of the usual sample of mutants to draw; default: 1
  --seed N      draw another sample; default: 1, whose survivors are listed
  --minutes N   end after this time with what there is by then
  --continue    go on with a run that was interrupted, if the code is still the same
  --jobs N      threads; default: one for each processor

The list of survivors is held against what was tried.

Examples:
  npm run mutation -- --faults --only timestamp
  npm run mutation -- --quick --minutes 5
`;

/** @returns What is wrong, as a text; `'help'` when that is asked for. */
export function readOptions(argv: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string' },
        faults: { type: 'boolean', default: false },
        mutants: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        share: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        minutes: { type: 'string', default: 'Infinity' },
        continue: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(availableParallelism()) },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return (error as Error).message;
  }
  if (values.help) return 'help';
  const threads = Number(values.jobs);
  if (!Number.isInteger(threads) || threads < 1) return '--jobs takes a whole number from 1.';
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) return '--seed takes a whole number.';
  const share = Number(values.share);
  if (!(share > 0)) return '--share takes a number above 0.';
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) return '--minutes takes a number above 0.';
  if (values.faults && values.mutants) return '--faults and --mutants leave nothing of each other.';
  return {
    threads,
    seed,
    share,
    minutes,
    only: values.only ?? '',
    faults: values.faults,
    mutants: values.mutants,
    matrix: !values.quick,
    goOn: values.continue,
    isPartial: values.only !== undefined || values.faults || values.mutants || values.share !== '1' || seed !== 1,
  };
}
