/** The whole of `wiremark breaking`: two versions of some packages in, findings and the release they ask for out. */
import { hasErrors, diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { PackageConfig } from '../config/config.ts';
import { hasConfig, loadConfig } from '../config/load.ts';
import { resolvePackage, type PackageRequest } from '../config/resolve.ts';
import type { Protocol } from '../ir/protocol.ts';
import { loadProtocol } from '../load-protocol.ts';
import type { Addition } from './additions.ts';
import type { Against } from './against/against.ts';
import { oldPackage } from './against/old-package.ts';
import { compare } from './compare.ts';
import type { RuleSet } from './rules.ts';
import { sourcesOf } from './sources.ts';

export interface BreakingRequest {
  readonly packages: readonly PackageConfig[];
  /** Folder that their paths start from. Absolute. */
  readonly folder: string;
  readonly against: Against;
  readonly sets: ReadonlySet<RuleSet>;
  /** True where a configuration lists the packages: then the old version's own list counts, if it can be read safely. */
  readonly configured: boolean;
}

export interface Breaking {
  readonly findings: readonly Diagnostic[];
  readonly additions: readonly Addition[];
  /** Is there any difference at all, if only in words? */
  readonly differs: boolean;
  /** Texts of both versions by the file names of places. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Faults of either version are diagnostics; the value is undefined after an error. */
export async function findBreaking(request: BreakingRequest): Promise<Result<Breaking | undefined>> {
  const { against, folder } = request;
  const diagnostics: Diagnostic[] = [];
  const load = async (one: PackageRequest, display: (file: string) => string): Promise<Protocol> => {
    const { value, diagnostics: found } = await loadProtocol(one);
    diagnostics.push(...found.filter(({ severity }) => severity === 'error').map((each) => moved(each, display)));
    return value.protocol;
  };
  const listed = await oldList(request);
  diagnostics.push(...listed.diagnostics);
  const findings = new Map<string, Diagnostic>();
  const additions: Addition[] = [];
  const sources = new Map<string, string>();
  let differs = false;
  let compared = 0;
  for (const config of request.packages) {
    const resolved = await resolvePackage(config, folder);
    diagnostics.push(...resolved.diagnostics);
    const old = await oldPackage(listed.value.find(({ name }) => name === config.name) ?? config, against);
    const after = await load(resolved.value, (file) => file);
    if (old === undefined) continue;
    compared++;
    const before = await load(old, against.display);
    if (hasErrors(diagnostics)) continue;
    const placeBefore = <T extends { readonly file: string }>(place: T): T => ({
      ...place,
      file: against.display(place.file),
    });
    const comparison = compare(before, after, { sets: request.sets, placeBefore });
    // Packages may share a source; what it breaks is one finding.
    for (const { diagnostic } of comparison.findings) findings.set(JSON.stringify(diagnostic), diagnostic);
    additions.push(...comparison.additions);
    const [was, is] = [sourcesOf(before), sourcesOf(after)];
    for (const [file, text] of was) sources.set(against.display(file), text);
    for (const [file, text] of is) sources.set(file, text);
    differs ||= was.size !== is.size || [...was].some(([file, text]) => is.get(file) !== text);
  }
  if (compared === 0 && !hasErrors(diagnostics)) {
    const problem = 'The old version has none of these sources.';
    diagnostics.push(
      diagnose('WM5002', undefined, { problem, fix: 'Paths are taken to be the same in both versions.' }),
    );
  }
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: { findings: [...findings.values()], additions, differs, sources }, diagnostics };
}

/** Packages as the old version's own configuration lists them; one that is code is not run. */
async function oldList({ configured, against }: BreakingRequest): Promise<Result<readonly PackageConfig[]>> {
  if (!configured || !hasConfig(against.folder, 'data')) return { value: [], diagnostics: [] };
  const { value } = await loadConfig(against.folder, { cache: false });
  // An old configuration that this version does not understand is no fault of the sources.
  return { value: value?.config.packages ?? [], diagnostics: [] };
}

function moved(diagnostic: Diagnostic, display: (file: string) => string): Diagnostic {
  const { place, related } = diagnostic;
  return {
    ...diagnostic,
    place: place && { ...place, file: display(place.file) },
    related: related.map((each) => ({ ...each, place: { ...each.place, file: display(each.place.file) } })),
  };
}
