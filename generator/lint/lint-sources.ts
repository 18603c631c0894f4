/** The whole of `wiremark lint`: packages in, findings that nobody decided to live with out. */
import { diagnose, hasErrors, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { resolvePackage } from '../config/resolve.ts';
import type { PackageConfig } from '../config/config.ts';
import { loadProtocol } from '../load-protocol.ts';
import type { Protocol } from '../ir/protocol.ts';
import { suppress, type PlacedSuppression } from '../suppress/suppress.ts';
import { inlineSuppressions } from './inline.ts';
import { lint, type Severities } from './lint.ts';
import { lintRules } from './rules.ts';

export interface LintRequest {
  readonly packages: readonly PackageConfig[];
  /** Folder that their paths start from. Absolute. */
  readonly folder: string;
  readonly severities: Severities;
  /** Those of the configuration; those above lines are found in the sources. */
  readonly suppressions: readonly PlacedSuppression[];
}

export interface Linted {
  /** By what was found first; formats put them in order. */
  readonly findings: readonly Diagnostic[];
  readonly suppressed: number;
}

/** Faults of sources are diagnostics, and then the value is undefined; their warnings count as findings. */
export async function lintSources(request: LintRequest): Promise<Result<Linted | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, Diagnostic>();
  const add = (finding: Diagnostic): void => void found.set(JSON.stringify(finding), finding);
  const inline = new Map<string, Result<readonly PlacedSuppression[]>>();
  for (const config of request.packages) {
    const resolved = await resolvePackage(config, request.folder);
    diagnostics.push(...resolved.diagnostics);
    if (hasErrors(resolved.diagnostics)) continue;
    const loaded = await loadProtocol(resolved.value);
    diagnostics.push(...loaded.diagnostics.filter(({ severity }) => severity === 'error'));
    if (hasErrors(loaded.diagnostics)) continue;
    loaded.diagnostics.forEach(add);
    const { protocol } = loaded.value;
    lint(protocol, request.severities).forEach(add);
    for (const [file, text] of ownTexts(protocol)) inline.set(file, inlineSuppressions(file, text));
  }
  const own = [...inline.values()];
  const suppressions = [...request.suppressions, ...own.flatMap(({ value }) => value)];
  const nameOf = (finding: Diagnostic): readonly string[] => [String(finding.facts?.['rule'] ?? finding.code)];
  const { left, suppressed, unused } = suppress([...found.values()], suppressions, nameOf);
  const unknown = suppressions.flatMap(unknownRule);
  const unknownPlaces = new Set(unknown.map(({ place }) => place));
  // That a rule does not exist says all there is to say of its suppression.
  const idle = unused.filter(({ place }) => place === undefined || !unknownPlaces.has(place));
  const findings = [...left, ...own.flatMap((each) => each.diagnostics), ...unknown, ...idle];
  return { value: hasErrors(diagnostics) ? undefined : { findings, suppressed }, diagnostics };
}

function* ownTexts({ files, specs }: Protocol): Iterable<readonly [string, string]> {
  for (const { requested, origin, text } of files) if (requested) yield [origin.file, text];
  for (const { path, text } of specs) yield [path, text];
}

const ruleNames = lintRules.flatMap(({ name, code }) => [name, code as string]);

/** Codes of the stages may be suppressed too: an unused import, a derived type used nowhere. */
function unknownRule({ suppression: { rule }, place }: PlacedSuppression): Diagnostic[] {
  if (ruleNames.includes(rule) || /^WM[1-5]\d{3}$/.test(rule)) return [];
  return [
    diagnose('WM7903', place, {
      rule,
      suggestion: suggest(
        rule,
        ruleNames.filter((name) => !name.startsWith('WM')),
      ),
    }),
  ];
}

/** Faults of the configuration's `rules`: names that no rule has. */
export function unknownSeverities(
  severities: Severities,
  placeOf: (name: string) => Diagnostic['place'],
): Diagnostic[] {
  const names = lintRules.map(({ name }) => name);
  return Object.keys(severities)
    .filter((name) => !names.includes(name))
    .map((name) => diagnose('WM7903', placeOf(name), { rule: name, suggestion: suggest(name, names) }));
}
