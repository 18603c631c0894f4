/** Options that several of the kit's commands share, and how their values are read. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { levels } from '../model/case.ts';
import { reportKinds, type ReportKind } from '../report/formats.ts';
import { defaultTimeoutMs } from '../testees/limits.ts';

/** A report that was asked for. */
export interface ReportTarget {
  readonly kind: ReportKind;
  /** Undefined: stdout. */
  readonly file: string | undefined;
}

/** What a testee speaks: the testee protocol, or the stdio protocol of Google's conformance runner. */
const dialects = ['wiremark', 'google'] as const;
export type Dialect = (typeof dialects)[number];

/** Options of how a testee is reached, run and reported, as commander gives them. */
export interface RunFlags {
  readonly module?: string;
  readonly endpoint?: string;
  readonly reference?: true;
  readonly dialect?: Dialect;
  readonly binding?: string;
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly runs?: number;
  readonly path?: string;
  readonly jobs: number;
  readonly timeoutMs: number;
  readonly startTimeoutMs?: number;
  readonly level: (typeof levels)[number];
  readonly report?: readonly ReportTarget[];
  readonly certificate?: string;
  readonly sign?: string;
  readonly badge?: string;
  readonly saveFailures?: string;
  readonly knownFailing?: readonly string[];
  readonly knownFlaky?: readonly string[];
}

export function addRunOptions(command: Command): Command {
  return command
    .option('--module <file>', 'an implementation as a module that exports handle(message, emit)')
    .option('--endpoint <url>', 'an implementation that listens at ws:, wss:, http: or https:')
    .option('--reference', 'the reference implementation that is made from the package')
    .addOption(dialectOption())
    .option('--seed <number>', 'seed of the generated cases (default: a new one, printed first)', wholeNumber)
    .option('--runs <number>', 'examples of each generated case (default: as each case suggests)', wholeNumber)
    .option('--path <path>', 'just this example of a generated case, from an earlier report')
    .option('--jobs <number>', 'testees at once', wholeNumber, 1)
    .option('--timeout-ms <ms>', 'wait for an answer', wholeNumber, defaultTimeoutMs)
    .option('--start-timeout-ms <ms>', 'wait for the first hello', wholeNumber)
    .addOption(new Option('--level <level>', 'what must hold').choices(levels).default('required'))
    .option('--known-failing <file...>', 'lists of cases that must fail')
    .option('--known-flaky <file...>', 'lists of cases that may fail')
    .option('--report <kind[=file]>', `${reportKinds.join(', ')}; without a file to stdout; may be repeated`, addReport)
    .option('--certificate <file>', 'where to write the certificate')
    .option('--sign <file>', 'private Ed25519 key, PEM: signs the certificate')
    .option('--badge <file>', 'where to write a badge, SVG')
    .option('--save-failures <dir>', 'where to write each failure as a fixture for "wiremark replay"');
}

export const dialectOption = (): Option =>
  new Option('--dialect <name>', 'what the testee speaks; google: as one of the protobuf conformance runner').choices(
    dialects,
  );

/** A number without sign or fraction. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 2 ** 31 - 1) {
    throw new InvalidArgumentError('It must be a whole number below 2147483648.');
  }
  return value;
}

/** `I/N`, both from 1. */
export function shardOf(text: string): { readonly index: number; readonly count: number } {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new InvalidArgumentError('It must be I/N with I from 1 to N, such as 2/5.');
  }
  return { index, count };
}

/** Gathers repeated patterns. */
export const addPattern = (pattern: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  pattern,
];

export function addReport(text: string, earlier: readonly ReportTarget[] = []): readonly ReportTarget[] {
  const at = text.indexOf('=');
  const [name, file] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const kind = reportKinds.find((one) => one === name);
  if (kind === undefined || file === '') {
    throw new InvalidArgumentError(`It must be one of ${reportKinds.join(', ')}, with =FILE or alone.`);
  }
  if (file === undefined && earlier.some((one) => one.file === undefined)) {
    throw new InvalidArgumentError('Only one report can go to stdout.');
  }
  return [...earlier, { kind, file }];
}
