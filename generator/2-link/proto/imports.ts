/** Imports that nothing uses, or that stand twice. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';
import type { Resolver } from './resolve.ts';
import type { Files } from './visibility.ts';

export function checkImports(source: ProtoSource, resolver: Resolver, files: Files): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // A name that led nowhere, or a faulty file, may be what an import is for.
  const unsure = resolver.unresolved > 0 || source.brokenWords !== undefined;
  for (const each of source.imports) {
    if (!source.requested || unsure || each.resolved === undefined) continue;
    if (each.mode === 'public' || each.mode === 'weak' || resolver.usedImports.has(each)) continue;
    const broken = [...files.published(each.resolved)].some(
      (path) => files.byPath.get(path)?.brokenWords !== undefined,
    );
    if (!broken) diagnostics.push(diagnose('WM2070', each.origin, { path: each.path }));
  }
  return diagnostics;
}
