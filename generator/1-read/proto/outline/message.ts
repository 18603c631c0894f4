/** Messages and what stands in them. */
import { diagnose } from '../../../../diagnostics/diagnostic.ts';
import type { MessageDecl } from '../../../ir/proto-source.ts';
import { block } from './block.ts';
import { commentOf, type Cursor } from './cursor.ts';
import { messageDraft, type MessageDraft, type MessageHead, type OneofDraft } from './draft.ts';
import { nested } from './declaration.ts';
import { field } from './field.ts';
import { optionStatement } from './option.ts';
import { extensionRanges, reserved } from './ranges.ts';

/** Messages inside messages; protoc stops at 32, and every later stage recurses this deep. */
export const maxNesting = 200;

/** From `{` to `}`; also the body of a group. */
export function messageBody(cursor: Cursor, head: MessageHead): MessageDecl {
  const draft = messageDraft(head.name, head.visibility, head.leading);
  draft.group = head.group;
  if (cursor.depth >= maxNesting) {
    cursor.add(diagnose('WM1009', head.name.origin, { limit: maxNesting }));
    cursor.recover(cursor.index);
    return draft;
  }
  cursor.depth++;
  const kind = head.group ? 'group' : 'message';
  const trailing = block(cursor, `${kind} ${head.name.text}`, () => statement(cursor, draft));
  cursor.depth--;
  draft.comment = commentOf(head.leading, trailing);
  return draft;
}

function statement(cursor: Cursor, draft: MessageDraft): void {
  if (nested(cursor, draft, messageBody)) return;
  const { text } = cursor.peek();
  // `oneof`, `reserved` and the like are names too: what follows tells.
  if (text === 'option') return optionStatement(cursor, draft.options);
  if (text === 'oneof') return oneof(cursor, draft);
  if (text === 'extensions') return extensionRanges(cursor, draft.extensionRanges);
  if (text === 'reserved') return reserved(cursor, { ranges: draft.reservedRanges, names: draft.reservedNames });
  field(cursor, { fields: draft.fields, messages: draft.messages, oneof: undefined, body: messageBody });
}

function oneof(cursor: Cursor, draft: MessageDraft): void {
  const leading = cursor.leading(cursor.index);
  cursor.expect('oneof');
  const name = cursor.name('the name of the oneof');
  const one: OneofDraft = { kind: 'oneof-decl', name, options: [], comment: leading };
  draft.oneofs.push(one);
  const target = { fields: draft.fields, messages: draft.messages, oneof: name.text, body: messageBody };
  const trailing = block(cursor, `oneof ${name.text}`, () => {
    if (cursor.at('option')) optionStatement(cursor, one.options);
    else field(cursor, target);
  });
  one.comment = commentOf(leading, trailing);
}
