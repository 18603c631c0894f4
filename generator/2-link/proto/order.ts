/** The order of files: imports before importers, otherwise by path; whatever the order of the input. */
import type { ProtoSource } from '../../ir/proto-source.ts';

/** @returns the files that the requested ones need, and no other. A cycle, reported elsewhere, is cut where it closes. */
export function inLinkOrder(sources: readonly ProtoSource[]): readonly ProtoSource[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const ordered: ProtoSource[] = [];
  const visited = new Set<string>();
  const visit = (source: ProtoSource): void => {
    if (visited.has(source.path)) return;
    visited.add(source.path);
    const imports = source.imports.flatMap(({ resolved }) => (resolved === undefined ? [] : [resolved]));
    for (const path of imports.sort()) {
      const imported = byPath.get(path);
      if (imported !== undefined) visit(imported);
    }
    ordered.push(source);
  };
  const requested = sources.filter((source) => source.requested);
  for (const source of requested.sort((a, b) => (a.path < b.path ? -1 : 1))) visit(source);
  return ordered;
}
