/** An extension as the descriptor lists it. */
import type { Protocol } from '../../../ir/protocol.ts';
import type { Extension } from '../../../ir/schema/descriptor.gen.ts';
import type { Symbols } from '../../symbols.ts';
import { fieldEntry } from './message.ts';

/** The extensions of all files, in the order of the sources. */
export function extensionEntries(protocol: Protocol, symbols: Symbols): Extension[] {
  return protocol.files.flatMap((file) => {
    const { path: module } = symbols.modules.find(({ holds }) => holds === file)!;
    return file.extensions.map((field) => ({
      name: field.fullName,
      extendee: field.extendee!,
      module,
      field: fieldEntry(field, symbols.extension(field.fullName).name),
    }));
  });
}
