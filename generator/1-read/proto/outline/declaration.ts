/** What may stand in a file and in a message alike: messages, enums and `extend` blocks. */
import { block } from './block.ts';
import type { Cursor } from './cursor.ts';
import type { ExtendDraft, MessageHead, ReadBody, Scope } from './draft.ts';
import { enumeration } from './enum.ts';
import { field } from './field.ts';

/** Reads such a declaration if one stands here. */
export function nested(cursor: Cursor, scope: Scope, body: ReadBody): boolean {
  const leading = cursor.leading(cursor.index);
  if (cursor.at('message') || cursor.at('enum')) {
    declare(cursor, scope, { visibility: undefined, leading, body });
    return true;
  }
  if (cursor.at('extend')) {
    extend(cursor, scope, body);
    return true;
  }
  for (const visibility of ['export', 'local'] as const) {
    // A word that is no keyword elsewhere: `export.Type field = 1;` is a field.
    if (!cursor.at(visibility) || !/^(?:message|enum)$/.test(cursor.peek(1).text)) continue;
    cursor.next();
    declare(cursor, scope, { visibility, leading, body });
    return true;
  }
  return false;
}

function declare(
  cursor: Cursor,
  scope: Scope,
  head: Pick<MessageHead, 'visibility' | 'leading'> & { readonly body: ReadBody },
): void {
  if (cursor.at('enum')) {
    scope.enums.push(enumeration(cursor, head.visibility, head.leading));
    return;
  }
  cursor.expect('message');
  const name = cursor.name('the name of the message');
  scope.messages.push(head.body(cursor, { ...head, name, group: false }));
}

function extend(cursor: Cursor, scope: Scope, body: ReadBody): void {
  cursor.expect('extend');
  const extendee = cursor.dottedName('the name of the message to extend');
  const draft: ExtendDraft = { kind: 'extend-decl', extendee, fields: [] };
  scope.extends.push(draft);
  block(cursor, `extend ${extendee.text}`, () =>
    field(cursor, { fields: draft.fields, messages: scope.messages, oneof: undefined, body }),
  );
}
