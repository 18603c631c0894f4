/** Plans the ProtoJSON codec of a message and of its fields. */
import type { Field, Message } from '../../ir/protocol.ts';
import type { FieldJsonView, MessageJsonView } from '../../ir/view/message-json-view.ts';
import type { FieldBase } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';

export function planFieldJson(_field: Field, _base: FieldBase, _context: PlanContext): FieldJsonView {
  return { kind: 'json' };
}

export function planMessageJson(_message: Message, _context: PlanContext): MessageJsonView {
  return { kind: 'json' };
}
