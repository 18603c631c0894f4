/** Warns of shapes that the spec names itself and then never uses. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { EventSpec } from '../../ir/event-spec.ts';
import { layersOf } from '../../ir/layers.ts';

export function checkUse(spec: EventSpec, report: (diagnostic: Diagnostic) => void): void {
  const layers = layersOf(spec);
  for (const { kind, name, origin } of [...spec.types, ...spec.enums]) {
    if (layers.has(name)) continue;
    report(diagnose('WM3120', origin, { kind: kind === 'spec-enum' ? 'enum' : kind, name }));
  }
}
