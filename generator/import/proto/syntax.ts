/** Decides between proto2 and proto3, which few pages say, from what only one of them allows. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { placeIn } from '../source.ts';
import type { PlacedFile } from './assemble.ts';

export type DraftSyntax = 'proto2' | 'proto3';

/** What speaks for the one or the other; undefined when nothing does. */
function evidence(
  file: PlacedFile,
): { readonly syntax: DraftSyntax; readonly sure: boolean; readonly reason: string } | undefined {
  if (file.syntax !== undefined) return { syntax: file.syntax, sure: true, reason: 'the document says so' };
  const fields = file.messages.flatMap((message) => message.fields);
  const singular = fields.filter((field) => field.label !== 'repeated' && field.mapKey === undefined);
  if (fields.some((field) => field.label === 'required'))
    return { syntax: 'proto2', sure: true, reason: 'a field is required' };
  if (singular.some((field) => field.label === '' && field.oneof === undefined)) {
    return { syntax: 'proto3', sure: true, reason: 'a field has no label' };
  }
  if (fields.some((field) => field.default !== undefined))
    return { syntax: 'proto2', sure: true, reason: 'a field has a default' };
  if (file.enums.some(({ values }) => values.length > 0 && !values.some(({ number }) => number === 0))) {
    return { syntax: 'proto2', sure: true, reason: 'an enum has no value for 0' };
  }
  if (singular.length > 0) return { syntax: 'proto2', sure: false, reason: 'every field has a label' };
  return undefined;
}

/** The syntax of every file, by name; a file that nothing speaks for goes with the others. */
export function syntaxOf(files: readonly PlacedFile[], diagnostics: Diagnostic[]): ReadonlyMap<string, DraftSyntax> {
  const told = files.map((file) => ({ file, found: evidence(file) }));
  const others = new Set(told.flatMap(({ found }) => (found?.sure === true ? [found.syntax] : [])));
  const usual: DraftSyntax = others.size === 1 && others.has('proto2') ? 'proto2' : 'proto3';
  return new Map(
    told.map(({ file, found }) => {
      const { syntax, sure, reason } = found ?? {
        syntax: usual,
        sure: others.size === 1,
        reason: 'it is the usual one',
      };
      if (!sure) {
        const place = placeIn(file.source, file.origin.line, file.name);
        diagnostics.push(diagnose('WM8106', place, { taken: syntax, reason }));
      }
      return [file.name, syntax];
    }),
  );
}
