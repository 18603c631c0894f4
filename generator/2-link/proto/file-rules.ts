/** What a file as a whole may not say. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';
import { ownFeatures } from './features.ts';

export function checkFileFeatures(source: ProtoSource, diagnostics: Diagnostic[]): void {
  for (const { option, name, value } of ownFeatures(source.options)) {
    if (name !== 'field_presence' || value !== 'LEGACY_REQUIRED') continue;
    const details = { name: `features.${name}`, where: 'to be LEGACY_REQUIRED for a whole file', suggestion: '' };
    diagnostics.push(
      diagnose('WM2040', option.origin, { ...details, suggestion: 'Set it on the fields that need it.' }),
    );
  }
}
