/** The descriptor of the protos and event specs of a folder, as `generate` writes it. */
import { glob } from 'tinyglobby';
import { hasErrors } from '../../../diagnostics/diagnostic.ts';
import { planDescriptor } from '../../3-plan/package/descriptor/descriptor.ts';
import { assignSymbols } from '../../3-plan/symbols.ts';
import type { Descriptor } from '../../ir/schema/descriptor.gen.ts';
import { loadProtocol } from '../../load-protocol.ts';

export async function descriptorOf(cwd: string): Promise<Descriptor> {
  const of = async (pattern: string): Promise<string[]> => (await glob(pattern, { cwd })).sort();
  const [protos, specs] = await Promise.all([of('*.proto'), of('*.spec.yaml')]);
  const options = { name: 'chat', int64: 'bigint', int64Of: {} } as const;
  const { value, diagnostics } = await loadProtocol({ cwd, roots: [], overlays: [], protos, specs, ...options });
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return planDescriptor(value.protocol, assignSymbols(value.protocol), {
    packageName: '@acme/chat',
    packageVersion: '1.0.0',
    generator: '0.0.0',
    emit: 'js',
  });
}
