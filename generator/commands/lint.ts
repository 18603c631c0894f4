/** `wiremark lint`: options in, findings out, exit code by whether there are errors or warnings among them. */
import { entryOf } from '../../diagnostics/catalogue.ts';
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { summary } from '../../diagnostics/format/text.ts';
import { printDiagnostics, printFindings } from '../../diagnostics/print.ts';
import type { SourceFlags } from '../config/ad-hoc.ts';
import { collectSources } from '../config/collect.ts';
import { lintSources, unknownSeverities } from '../lint/lint-sources.ts';
import { lintRules } from '../lint/rules.ts';
import { suppressionsOf } from '../suppress/read.ts';
import { toolVersion } from '../tool-version.ts';

export interface LintFlags extends SourceFlags {
  readonly rules?: boolean;
}

export async function runLint(files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  if (flags.rules === true) {
    process.stdout.write(listRules());
    return exitCodes.fine;
  }
  const cwd = process.cwd();
  const options = { format: flags.format, cwd, version: toolVersion() };
  const { value: collected, diagnostics: problems } = await collectSources(files, flags, cwd);
  const loaded = collected?.loaded;
  const severities = loaded?.config.lint?.rules ?? {};
  const misnamed = unknownSeverities(severities, (name) => loaded?.placeOf(`/lint/rules/${name}`));
  const diagnostics = [...problems, ...misnamed];
  if (collected !== undefined && !hasErrors(diagnostics)) {
    const { packages, folder } = collected;
    const suppressions = suppressionsOf(loaded, 'lint');
    const linted = await lintSources({ packages, folder, severities, suppressions });
    diagnostics.push(...linted.diagnostics);
    if (linted.value !== undefined) {
      const { findings, suppressed } = linted.value;
      await printFindings(findings, { ...options, closing: closingOf(findings, suppressed) });
      return findings.some(({ severity }) => severity !== 'info') ? exitCodes.findings : exitCodes.fine;
    }
  }
  await printDiagnostics(diagnostics, options);
  return exitCodes.usage;
}

function closingOf(
  findings: readonly Diagnostic[],
  suppressed: number,
): { readonly text: string; readonly data: object } {
  const count = (severity: Diagnostic['severity']): number =>
    findings.filter((each) => each.severity === severity).length;
  const found = findings.length === 0 ? 'Nothing to report' : summary(findings);
  const text = `${found}${suppressed === 0 ? '' : `; ${suppressed} suppressed`}.`;
  return { text, data: { errors: count('error'), warnings: count('warning'), notes: count('info'), suppressed } };
}

/** One line a rule: name, code, severity, what it looks for. */
function listRules(): string {
  const widest = Math.max(...lintRules.map(({ name }) => name.length));
  return lintRules
    .map(({ name, code, about }) => `${name.padEnd(widest)}  ${code}  ${entryOf(code).severity.padEnd(7)}  ${about}\n`)
    .join('');
}
