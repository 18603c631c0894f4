/** Extensions of one message must have different numbers, across all files. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Field, ProtoFile } from '../../ir/protocol.ts';

export function checkExtensionNumbers(files: readonly ProtoFile[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Field>();
  for (const field of files.flatMap((file) => file.extensions)) {
    if (field.extendee === undefined || field.extendee === '') continue;
    const key = `${field.extendee} ${field.number}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, field);
      continue;
    }
    const related = [{ message: `the extension "${first.fullName}"`, place: first.origin }];
    const details = { number: field.number, name: field.extendee, other: first.fullName, related };
    diagnostics.push(diagnose('WM2052', field.origin, details));
  }
  return diagnostics;
}
