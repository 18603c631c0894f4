/** Labels, groups and map types, by syntax and place. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { FieldDecl } from '../../../ir/proto-source.ts';
import type { SyntaxName } from '../../../ir/protocol.ts';
import { scalars } from '../../../ir/scalar.ts';

/** Where a field stands. */
export type Place = 'message' | 'extend';

export function checkLabels(field: FieldDecl, place: Place, syntax: SyntaxName): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const label = faultOfLabel(field, place, syntax);
  if (label !== undefined) diagnostics.push(label);
  if (field.group && syntax !== 'proto2') {
    diagnostics.push(diagnose('WM1044', field.type.origin, { syntax: named(syntax) }));
  }
  if (field.mapKey !== undefined) diagnostics.push(...checkMap(field, place));
  return diagnostics;
}

function faultOfLabel(field: FieldDecl, place: Place, syntax: SyntaxName): Diagnostic | undefined {
  const { label, oneof } = field;
  if (label === undefined) {
    const free = syntax !== 'proto2' || oneof !== undefined || field.mapKey !== undefined;
    return free ? undefined : diagnose('WM1040', field.type.origin, { name: field.name.text });
  }
  if (oneof !== undefined) return diagnose('WM1041', label.origin, { label: label.text, oneof });
  if (label.text === 'repeated') return undefined;
  if (label.text === 'required' && place === 'extend') return diagnose('WM1043', label.origin, {});
  const legal = syntax === 'proto2' || (syntax === 'proto3' && label.text === 'optional');
  if (legal) return undefined;
  const suggestion =
    syntax === 'proto3'
      ? 'Remove it; "optional" makes presence visible.'
      : label.text === 'optional'
        ? 'Remove it; fields have presence unless a feature says otherwise.'
        : 'Use features.field_presence = LEGACY_REQUIRED.';
  return diagnose('WM1042', label.origin, { label: label.text, syntax: named(syntax), suggestion });
}

function named(syntax: SyntaxName): string {
  return syntax === 'proto2' || syntax === 'proto3' ? syntax : `edition ${syntax}`;
}

const keyTypes = Object.entries(scalars)
  .filter(([, { mapKey }]) => mapKey)
  .map(([name]) => name);

function checkMap(field: FieldDecl, place: Place): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const key = field.mapKey!;
  if (!keyTypes.includes(key.text)) {
    diagnostics.push(diagnose('WM1037', key.origin, { type: key.text, types: keyTypes.join(', ') }));
  }
  const problem =
    place === 'extend'
      ? 'an extension'
      : field.oneof !== undefined
        ? 'a member of a oneof'
        : field.label === undefined
          ? undefined
          : `"${field.label.text}"`;
  // A label inside a oneof has its own report.
  if (problem !== undefined)
    diagnostics.push(diagnose('WM1038', field.name.origin, { name: field.name.text, problem }));
  return diagnostics;
}
