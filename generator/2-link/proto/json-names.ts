/** JSON names within a message must differ, both the derived ones and those in force: descriptor.proto, json_format. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { FieldDecl, MessageDecl } from '../../ir/proto-source.ts';
import { derivedJsonName, optionNamed } from './defaults.ts';
import type { Features } from './features.ts';

interface Named {
  readonly field: FieldDecl;
  readonly jsonName: string;
  readonly given: boolean;
}

/** A clash is an error; in a LEGACY_BEST_EFFORT message it is a warning unless both names were given. */
export function checkJsonNames(
  decl: MessageDecl,
  how: { readonly features: Features; readonly diagnostics: Diagnostic[] },
): void {
  const legacy = optionNamed(decl.options, 'deprecated_legacy_json_field_conflicts')?.value;
  if (legacy?.kind === 'word' && legacy.text === 'true') return;
  const reported = new Set<FieldDecl>();
  for (const given of [false, true]) {
    const seen = new Map<string, Named>();
    for (const field of decl.fields) {
      const named = nameOf(field, given);
      const first = seen.get(named.jsonName);
      if (first === undefined) {
        seen.set(named.jsonName, named);
        continue;
      }
      // Two fields of one name have been reported as such.
      if (first.field.name.text === field.name.text || reported.has(field)) continue;
      reported.add(field);
      const lenient = how.features.json_format === 'LEGACY_BEST_EFFORT' && !(first.given && named.given);
      const related = [{ message: `the field "${first.field.name.text}"`, place: first.field.name.origin }];
      const details = {
        name: field.name.text,
        jsonName: named.jsonName,
        how: named.given ? 'given' : 'derived',
        other: first.field.name.text,
        otherHow: first.given ? 'given' : 'derived',
        related,
      };
      how.diagnostics.push(diagnose(lenient ? 'WM2061' : 'WM2060', field.name.origin, details));
    }
  }
}

function nameOf(field: FieldDecl, given: boolean): Named {
  const option = given ? optionNamed(field.options, 'json_name')?.value : undefined;
  const derived = derivedJsonName(field.name.text);
  return option?.kind === 'string' && option.text !== derived
    ? { field, jsonName: option.text, given: true }
    : { field, jsonName: derived, given: false };
}
