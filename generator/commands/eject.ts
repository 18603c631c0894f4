/** `wiremark eject`: names of templates in, copies of them out; or the list of all. */
import path from 'node:path';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { loadTemplates } from '../assets.ts';
import { hasConfig, loadConfig } from '../config/load.ts';
import { eject } from '../customize/eject.ts';
import { viewOf } from '../customize/template-views.ts';
import { toolVersion } from '../tool-version.ts';

/** Options of `wiremark eject` as commander hands them over. */
export interface EjectFlags {
  readonly list?: boolean;
  readonly templates?: string;
  readonly force?: boolean;
}

export async function runEject(names: readonly string[], flags: EjectFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const bundled = await loadTemplates();
  if (flags.list === true) {
    process.stdout.write(listed([...bundled.keys()]));
    return exitCodes.fine;
  }
  const report = async (diagnostics: readonly Diagnostic[]): Promise<ExitCode> => {
    await printDiagnostics(diagnostics, { format: undefined, cwd, version: toolVersion() });
    return exitCodes.usage;
  };
  if (names.length === 0) {
    const details = { problem: 'No template was named.', fix: 'Name some; "wiremark eject --list" shows all.' };
    return report([diagnose('WM5002', undefined, details)]);
  }
  const configured = flags.templates === undefined ? await configuredFolder(cwd) : undefined;
  const folder = path.resolve(cwd, flags.templates ?? configured ?? 'templates');
  const { value, diagnostics } = await eject(names, { bundled, folder, cwd, force: flags.force === true });
  if (diagnostics.length > 0) return report(diagnostics);
  for (const { file, state } of value) {
    process.stdout.write(state === 'written' ? `✓ ${file}\n` : `- ${file} is there already, as bundled\n`);
  }
  if (configured === undefined) {
    const shown = path.relative(cwd, folder).replaceAll('\\', '/') || '.';
    process.stdout.write(`\nTo use it: wiremark generate --templates ${shown}\n`);
  }
  return exitCodes.fine;
}

/** The folder that the configuration names, if it is but one. A faulty configuration names none; generate tells. */
async function configuredFolder(cwd: string): Promise<string | undefined> {
  if (!hasConfig(cwd, 'any')) return undefined;
  const { value } = await loadConfig(cwd, { cache: true });
  const folders = new Set(value?.config.packages.flatMap((one) => one.templates ?? []));
  return folders.size === 1 ? [...folders][0] : undefined;
}

function listed(names: readonly string[]): string {
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { view, module } = viewOf(name) ?? { view: '', module: '' };
    return view === '' ? name : `${name.padEnd(width)}  ${view}  (ir/${module})`;
  });
  return `${lines.join('\n')}\n`;
}
