/** Plans a message. */
import type { MessageView } from '../../ir/view/message-view.ts';
import type { Message } from '../../ir/protocol.ts';
import type { PlanContext } from '../context.ts';
import { comment, place } from '../text.ts';

export function planMessage(message: Message, context: PlanContext): MessageView {
  return {
    kind: 'message',
    name: context.symbols.proto(message.fullName).name,
    doc: comment(message.comment),
    deprecated: message.deprecated,
    origin: message.origin,
    place: place(message.origin),
  };
}
