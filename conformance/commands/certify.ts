/** `wiremark certify`: options in, a verdict per clause out. */
import { randomInt } from 'node:crypto';
import { diagnose, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import type { Format } from '../../diagnostics/format/format.ts';
import { certify, type CertifyRequest } from '../certify.ts';
import type { Profile } from '../model/case.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { Selection } from '../model/report.gen.ts';
import { onlyGoogleMessages } from '../testees/google/known-messages.ts';
import { bareCases } from '../cases/bare/bare-cases.ts';
import { readScenarios } from '../cases/bare/read-scenarios.ts';
import { loadSuite } from '../suite.ts';
import { kitVersion } from '../kit-version.ts';
import { deliverReport } from './deliver-report.ts';
import { onInterrupt } from './interrupt.ts';
import type { RunFlags } from './options.ts';
import { progressOn } from './progress.ts';
import { isBare, transportOf } from './transport.ts';
import { readSigner } from './verify.ts';

export interface CertifyFlags extends RunFlags {
  readonly package: string;
  readonly profile: Profile;
  readonly run?: readonly string[];
  readonly skip?: readonly string[];
  readonly shard?: NonNullable<Selection['shard']>;
  readonly baseline?: string;
  readonly format?: Format;
}

/** @param command - What stands after `--`. */
export async function runCertify(role: Role, command: readonly string[], flags: CertifyFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const version = kitVersion();
  const print = { format: flags.format, cwd, version };
  const misused = misusedIn(flags);
  if (misused.length > 0) {
    await printDiagnostics(misused, print);
    return exitCodes.usage;
  }
  const transport = transportOf(flags, command, { cwd, role });
  if (transport.value === undefined) {
    await printDiagnostics(transport.diagnostics, print);
    return exitCodes.usage;
  }
  const signer = flags.sign === undefined ? undefined : await readSigner(flags.sign, cwd);
  if (signer !== undefined && signer.value === undefined) {
    await printDiagnostics(signer.diagnostics, print);
    return exitCodes.usage;
  }
  const suite = await loadSuite();
  const bare = isBare(flags, role);
  const scenarios = await readScenarios(flags.scenario ?? []);
  if (scenarios.value === undefined) {
    await printDiagnostics(scenarios.diagnostics, print);
    return exitCodes.usage;
  }
  const sources = bare
    ? [bareCases(scenarios.value)]
    : flags.dialect === 'google'
      ? suite.sources.map(onlyGoogleMessages)
      : suite.sources;
  const interrupt = onInterrupt();
  const progress = progressOn(process.stderr);
  try {
    const { value: report, diagnostics } = await certify({
      ...runSettings(flags),
      package: flags.package,
      role,
      transport: transport.value,
      ...suite,
      sources,
      passive: bare,
      baseline: flags.baseline,
      profile: flags.profile,
      binding: flags.binding ?? '',
      selection: {
        run: flags.run ?? [],
        skip: flags.skip ?? [],
        level: flags.level,
        ...(flags.shard && { shard: flags.shard }),
      },
      cwd,
      version,
      signal: interrupt.signal,
      listener: progress,
    });
    progress.done();
    await printDiagnostics(diagnostics, print);
    if (report === undefined || hasErrors(diagnostics)) return exitCodes.usage;
    return await deliverReport(report, flags, cwd);
  } finally {
    interrupt.release();
  }
}

/** Options that mean nothing without another. */
function misusedIn(flags: CertifyFlags): readonly Diagnostic[] {
  const misuse = (problem: string, fix: string): Diagnostic => diagnose('WM6006', undefined, { problem, fix });
  return [
    ...(flags.path !== undefined && flags.seed === undefined
      ? [misuse('A --path means nothing without its --seed.', 'Give the seed that the report names beside the path.')]
      : []),
    ...(flags.sign !== undefined && flags.certificate === undefined
      ? [misuse('There is no certificate to --sign.', 'Say where to write it: --certificate FILE.')]
      : []),
  ];
}

/** The part of a request that every run takes from the same options. */
export function runSettings(
  flags: RunFlags,
): Pick<
  CertifyRequest,
  'seed' | 'runs' | 'path' | 'jobs' | 'timeoutMs' | 'startTimeoutMs' | 'knownFailing' | 'knownFlaky'
> {
  return {
    seed: flags.seed ?? randomInt(2 ** 31 - 1),
    runs: flags.runs ?? 0,
    path: flags.path ?? '',
    jobs: Math.max(1, flags.jobs),
    timeoutMs: Math.max(1, flags.timeoutMs),
    startTimeoutMs: flags.startTimeoutMs,
    knownFailing: flags.knownFailing ?? [],
    knownFlaky: flags.knownFlaky ?? [],
  };
}
