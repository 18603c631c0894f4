/** All checks of one file's declarations that need nothing from other files; they run on broken files too. */
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../../ir/proto-source.ts';

export function check(_source: ProtoSource): Diagnostic[] {
  return [];
}
