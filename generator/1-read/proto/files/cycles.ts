/** Import cycles: each is reported once, at the import that closes it in the file that sorts first. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { ImportDecl, ProtoSource } from '../../../ir/proto-source.ts';

export function importCycles(sources: readonly ProtoSource[]): Diagnostic[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const diagnostics: Diagnostic[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();

  const visit = (source: ProtoSource): void => {
    path.push(source.path);
    onPath.add(source.path);
    for (const each of source.imports) {
      if (each.resolved === undefined) continue;
      if (onPath.has(each.resolved)) diagnostics.push(cycle(path.slice(path.indexOf(each.resolved)), each));
      else if (!finished.has(each.resolved)) visit(byPath.get(each.resolved)!);
    }
    path.pop();
    onPath.delete(source.path);
    finished.add(source.path);
  };
  for (const source of sources) if (!finished.has(source.path)) visit(source);
  return diagnostics;
}

function cycle(files: readonly string[], closing: ImportDecl): Diagnostic {
  return diagnose('WM1024', closing.origin, { cycle: [...files, files[0]!].join(' -> ') });
}
