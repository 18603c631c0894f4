/** `wiremark breaking`: options in, breaking changes out, exit code by whether there are any. */
import { diagnose, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics, printFindings } from '../../diagnostics/print.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { toolVersion } from '../tool-version.ts';
import { openAgainst } from '../breaking/against/against.ts';
import { findBreaking } from '../breaking/breaking.ts';
import { closingOf } from '../breaking/closing.ts';
import { rules, ruleSets, type RuleSet } from '../breaking/rules.ts';
import type { SourceFlags } from '../config/ad-hoc.ts';
import { collectSources } from '../config/collect.ts';
import { readSuppressions, suppressionsOf } from '../suppress/read.ts';
import { suppress } from '../suppress/suppress.ts';

export interface BreakingFlags extends SourceFlags {
  readonly against: string;
  readonly category?: readonly string[];
  readonly ignore?: string;
}

/** Words of ours for sets of buf's. */
const aliases: Readonly<Record<string, RuleSet>> = { SOURCE: 'FILE', JSON: 'WIRE_JSON' };

export async function runBreaking(files: readonly string[], flags: BreakingFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const version = toolVersion();
  const diagnostics: Diagnostic[] = [];
  const collected = await collectSources(files, flags, cwd);
  diagnostics.push(...collected.diagnostics);
  const loaded = collected.value?.loaded;
  const sets = setsOf(flags.category ?? loaded?.config.breaking?.categories ?? ['FILE', 'EVENT'], diagnostics);
  const ignored = flags.ignore === undefined ? undefined : await readSuppressions(flags.ignore, cwd);
  diagnostics.push(...(ignored?.diagnostics ?? []));
  const suppressions = [...suppressionsOf(loaded, 'breaking'), ...(ignored?.value ?? [])];
  for (const { suppression, place } of suppressions) {
    if (Object.hasOwn(rules, suppression.rule)) continue;
    const suggestion = suggest(suppression.rule, Object.keys(rules));
    diagnostics.push(diagnose('WM7903', place, { rule: suppression.rule, suggestion }));
  }
  const folder = collected.value?.folder ?? cwd;
  const against = await openAgainst(flags.against, folder, cwd);
  diagnostics.push(...against.diagnostics);
  const fail = async (): Promise<ExitCode> => {
    await printDiagnostics(diagnostics, { format: flags.format, cwd, version });
    return exitCodes.usage;
  };
  if (collected.value === undefined || against.value === undefined || hasErrors(diagnostics)) {
    await against.value?.dispose();
    return fail();
  }
  try {
    const { packages, configured } = collected.value;
    const found = await findBreaking({ packages, folder, against: against.value, sets, configured });
    diagnostics.push(...found.diagnostics);
    if (found.value === undefined) return await fail();
    const { left, suppressed, unused } = suppress(found.value.findings, suppressions, () => []);
    const findings = [...left, ...unused];
    const { sources } = found.value;
    const closing = closingOf({ ...found.value, findings: left, suppressed }, flags.against);
    await printFindings(findings, {
      format: flags.format,
      cwd,
      version,
      closing,
      sourceOf: (file) => sources.get(file),
    });
    return findings.length === 0 ? exitCodes.fine : exitCodes.findings;
  } finally {
    await against.value.dispose();
  }
}

function setsOf(given: readonly string[], diagnostics: Diagnostic[]): ReadonlySet<RuleSet> {
  const sets = new Set<RuleSet>();
  for (const word of given) {
    const set = aliases[word] ?? ruleSets.find((each) => each === word);
    if (set !== undefined) sets.add(set);
    else {
      const problem = `--category takes ${[...ruleSets, ...Object.keys(aliases)].join(', ')}; "${word}" is none of them.`;
      diagnostics.push(diagnose('WM5002', undefined, { problem, fix: 'For example --category WIRE EVENT.' }));
    }
  }
  return sets;
}
