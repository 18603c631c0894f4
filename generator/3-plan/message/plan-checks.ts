/** Plans the validators of a message and of its fields. */
import type { Field, Message } from '../../ir/protocol.ts';
import type { FieldChecksView, MessageChecksView } from '../../ir/view/message-json-view.ts';
import type { FieldBase } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';

export function planFieldChecks(_field: Field, _base: FieldBase, _context: PlanContext): FieldChecksView {
  return { kind: 'checks' };
}

export function planMessageChecks(_message: Message, _context: PlanContext): MessageChecksView {
  return { kind: 'checks' };
}
