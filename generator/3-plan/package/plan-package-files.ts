/** Plans the files of a package that are not code of one source: descriptor, schemas, validators, arbitraries, README. */
import type { PlannedFile } from '../../ir/package-plan.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { PlanOptions } from '../options.ts';
import type { Symbols } from '../symbols.ts';
import { planDescriptor } from './descriptor/descriptor.ts';
import { schemaEntries } from './schema/entries.ts';
import { planSchemas, usedEntries } from './schema/plan-schemas.ts';
import { planValidators } from './validators/plan-validators.ts';

export async function planPackageFiles(
  protocol: Protocol,
  symbols: Symbols,
  options: PlanOptions,
): Promise<readonly PlannedFile[]> {
  const schemas = usedEntries(schemaEntries(symbols));
  return [
    { kind: 'json', path: 'descriptor.json', value: planDescriptor(protocol, symbols, options) },
    ...planSchemas(schemas, options.packageName),
    { kind: 'module', path: 'validators', view: await planValidators(schemas) },
  ];
}
