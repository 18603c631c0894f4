/** Plans the binary codec of a message and of its fields. */
import type { Field, Message } from '../../ir/protocol.ts';
import type { FieldBinaryView, MessageBinaryView } from '../../ir/view/message-binary-view.ts';
import type { FieldBase } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';

export function planFieldBinary(_field: Field, _base: FieldBase, _context: PlanContext): FieldBinaryView {
  return { kind: 'binary' };
}

export function planMessageBinary(_message: Message, _context: PlanContext): MessageBinaryView {
  return { kind: 'binary' };
}
