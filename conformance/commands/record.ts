/** `wiremark record`: a proxy until Ctrl-C, then observations and fixtures of what passed through it. */
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { loadBinding } from '../bindings/load-binding.ts';
import { kitVersion } from '../kit-version.ts';
import { loadPackage } from '../load-package.ts';
import { frameTaps } from '../record/frames.ts';
import { startProxy } from '../record/proxy.ts';
import { startRecording } from '../record/recording.ts';
import { safeText } from '../report/safe-text.ts';
import { writeWhole } from '../write-whole.ts';
import { onInterrupt } from './interrupt.ts';

export interface RecordFlags {
  readonly package: string;
  readonly binding?: string;
  readonly listen: number;
  readonly to: string;
  readonly out: string;
  readonly redact?: readonly string[];
}

/** @param signal - Ends the recording; default: Ctrl-C. */
export async function runRecord(flags: RecordFlags, signal?: AbortSignal): Promise<ExitCode> {
  const cwd = process.cwd();
  const print = { format: undefined, cwd, version: kitVersion() };
  const refuse = async (problem: string, fix: string): Promise<ExitCode> => {
    await printDiagnostics([diagnose('WM6006', undefined, { problem, fix })], print);
    return exitCodes.usage;
  };
  const to = URL.canParse(flags.to) ? new URL(flags.to) : undefined;
  if (to === undefined || !/^(?:ws|http)s?:$/.test(to.protocol)) {
    return refuse(`"${flags.to}" is no address of a server.`, 'For example --to ws://127.0.0.1:8080, or http:.');
  }
  const loaded = await loadPackage(flags.package, cwd);
  await printDiagnostics(loaded.diagnostics, print);
  if (loaded.value === undefined) return exitCodes.usage;
  const { value: binding, diagnostics } = await loadBinding(flags.binding ?? '', loaded.value.descriptor, cwd);
  await printDiagnostics(diagnostics, print);
  if (binding === undefined) return exitCodes.usage;
  const recording = startRecording(loaded.value, binding, flags.redact ?? []);
  let messages = 0;
  const taps = frameTaps(binding, {
    see(...frame) {
      messages++;
      recording.see(...frame);
    },
    unread() {
      messages++;
      recording.unread();
    },
    failed: (problem) => void process.stderr.write(`${to.href}: ${safeText(problem, 200)}\n`),
  });
  const proxy = await startProxy(flags.listen, to, taps).catch((error: Error) => error.message);
  if (typeof proxy === 'string') return refuse(`Nothing can listen there: ${proxy}.`, 'Choose another --listen.');
  const here = `${to.protocol.startsWith('ws') ? 'ws' : 'http'}://127.0.0.1:${proxy.port}`;
  process.stdout.write(`${here} -> ${to.href}; Ctrl-C ends it and writes ${flags.out}\n`);
  await ended(signal);
  await proxy.close();
  const observations = recording.observations(`Traffic through wiremark record, ${messages} messages.`);
  const fixture = recording.fixture();
  const beside = flags.out.replace(/(\.json)?$/, '.fixtures.json');
  await writeWhole(flags.out, `${JSON.stringify(observations, undefined, 2)}\n`);
  if (fixture.cases.length > 0) await writeWhole(beside, `${JSON.stringify(fixture, undefined, 2)}\n`);
  const { events, unread, redacted } = observations;
  process.stdout.write(
    `${messages} messages, ${events.length} events, ${unread} unread, ${redacted} secrets left out -> ${flags.out}\n` +
      `${fixture.cases.length} cases${fixture.cases.length > 0 ? ` -> ${beside}` : ''}\n`,
  );
  return exitCodes.fine;
}

function ended(signal: AbortSignal | undefined): Promise<void> {
  const interrupt = signal === undefined ? onInterrupt() : undefined;
  const waited = signal ?? interrupt!.signal;
  return new Promise((resolve) => {
    waited.addEventListener(
      'abort',
      () => {
        interrupt?.release();
        resolve();
      },
      { once: true },
    );
  });
}
