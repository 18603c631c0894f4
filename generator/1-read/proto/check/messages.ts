/** What a message as a whole may not be. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { MessageDecl, ProtoSource } from '../../../ir/proto-source.ts';
import { optionOf, isOptionTrue } from './flags.ts';

export function checkMessage(message: MessageDecl, source: ProtoSource): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const oneof of message.oneofs) {
    const empty = !message.fields.some((field) => field.oneof === oneof.name.text);
    if (empty && source.brokenWords === undefined) {
      diagnostics.push(diagnose('WM1046', oneof.name.origin, { name: oneof.name.text }));
    }
  }
  if (message.group && !/^[A-Z]/.test(message.name.text)) {
    diagnostics.push(diagnose('WM1045', message.name.origin, { name: message.name.text }));
  }
  if (isOptionTrue(message.options, 'message_set_wire_format')) {
    const option = optionOf(message.options, 'message_set_wire_format')!;
    if (source.syntax === 'proto3') diagnostics.push(diagnose('WM1047', option.origin, {}));
    for (const field of message.fields) {
      diagnostics.push(diagnose('WM1048', field.name.origin, { name: message.name.text }));
    }
  }
  const entry = optionOf(message.options, 'map_entry');
  if (entry !== undefined) diagnostics.push(diagnose('WM1049', entry.origin, {}));
  return diagnostics;
}
