/** Services and their methods. */
import type { NameDecl, ServiceDecl } from '../../../ir/proto-source.ts';
import { block } from './block.ts';
import { commentOf, type Cursor } from './cursor.ts';
import type { MethodDraft, ServiceDraft } from './draft.ts';
import { optionStatement } from './option.ts';

/** `service Name { ... }`, from the word `service` on. */
export function service(cursor: Cursor): ServiceDecl {
  const leading = cursor.leading(cursor.index);
  cursor.expect('service');
  const name = cursor.name('the name of the service');
  const draft: ServiceDraft = { kind: 'service-decl', name, options: [], methods: [], comment: leading };
  const trailing = block(cursor, `service ${name.text}`, () => {
    if (cursor.at('option')) optionStatement(cursor, draft.options);
    else if (cursor.at('rpc')) method(cursor, draft);
    else cursor.fail('"rpc", "option" or "}"');
  });
  draft.comment = commentOf(leading, trailing);
  return draft;
}

function method(cursor: Cursor, service: ServiceDraft): void {
  const leading = cursor.leading(cursor.index);
  cursor.expect('rpc');
  const name = cursor.name('the name of the method');
  const input = side(cursor);
  cursor.expect('returns');
  const output = side(cursor);
  const draft: MethodDraft = {
    kind: 'method-decl',
    name,
    input: input.type,
    output: output.type,
    clientStreaming: input.streaming,
    serverStreaming: output.streaming,
    options: [],
    comment: leading,
  };
  service.methods.push(draft);
  let trailing: string;
  if (cursor.at('{')) {
    trailing = block(cursor, `rpc ${name.text}`, () => optionStatement(cursor, draft.options));
  } else {
    cursor.endStatement();
    trailing = cursor.trailing();
  }
  draft.comment = commentOf(leading, trailing);
}

/** `(stream Type)`; in this place `stream` is a keyword always, so a message of that name is written `.stream`. */
function side(cursor: Cursor): { readonly type: NameDecl; readonly streaming: boolean } {
  cursor.expect('(');
  const streaming = cursor.accept('stream') !== undefined;
  const type = cursor.dottedName('the name of a message');
  cursor.expect(')');
  return { type, streaming };
}
