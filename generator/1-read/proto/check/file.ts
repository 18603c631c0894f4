/** Imports and visibility words of a file, by its syntax. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { ImportDecl, NameDecl, ProtoSource, Visibility } from '../../../ir/proto-source.ts';

export function checkImports(source: ProtoSource): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let option: ImportDecl | undefined;
  const seen = new Map<string, ImportDecl>();
  for (const each of source.imports) {
    if (each.mode === 'option' && source.syntax !== '2024') {
      diagnostics.push(diagnose('WM1071', each.origin, {}));
    }
    if (each.mode === 'weak' && source.syntax === '2024') diagnostics.push(diagnose('WM1074', each.origin, {}));
    if (each.mode !== 'option' && option !== undefined) {
      const related = [{ message: 'the option import before it', place: option.origin }];
      diagnostics.push(diagnose('WM1073', each.origin, { path: each.path, related }));
    }
    if (each.mode === 'option') option ??= each;
    const key = each.resolved ?? each.path;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, each);
    else {
      const related = [{ message: 'the first import', place: first.origin }];
      diagnostics.push(diagnose('WM1070', each.origin, { path: each.path, related }));
    }
  }
  return diagnostics;
}

export function checkVisibility(
  decl: { readonly visibility: Visibility; readonly name: NameDecl },
  source: ProtoSource,
): Diagnostic[] {
  if (decl.visibility === undefined || source.syntax === '2024') return [];
  return [diagnose('WM1072', decl.name.origin, { word: decl.visibility })];
}
