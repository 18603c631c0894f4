/** Plans the files of a package that are not code of one source: descriptor, schemas, validators, arbitraries, README. */
import type { PlannedFile } from '../../ir/package-plan.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { Symbols } from '../symbols.ts';
import type { PlanOptions } from '../options.ts';

export function planPackageFiles(
  _protocol: Protocol,
  _symbols: Symbols,
  _options: PlanOptions,
): readonly PlannedFile[] {
  return [];
}
