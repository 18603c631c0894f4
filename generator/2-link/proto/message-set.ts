/** Message sets: messages that hold extensions only, in a wire format of their own (descriptor.proto, MessageOptions). */
import type { MessageDecl } from '../../ir/proto-source.ts';
import { optionNamed } from './defaults.ts';

export function isMessageSet(decl: MessageDecl): boolean {
  const value = optionNamed(decl.options, 'message_set_wire_format')?.value;
  return value?.kind === 'word' && value.text === 'true';
}
