/** Fields, map fields and groups, in messages, oneofs and `extend` blocks. */
import type { FieldDecl, FieldLabel, MessageDecl, NameDecl, OptionDecl } from '../../../ir/proto-source.ts';
import { integerValue } from '../lex/literals.ts';
import { commentOf, Stumble, type Cursor } from './cursor.ts';
import type { FieldDraft, ReadBody } from './draft.ts';
import { inlineOptions } from './option.ts';

export interface FieldTarget {
  readonly fields: FieldDecl[];
  /** Where the message of a group goes. */
  readonly messages: MessageDecl[];
  readonly oneof: string | undefined;
  readonly body: ReadBody;
}

const labels: ReadonlySet<string> = new Set<FieldLabel>(['optional', 'required', 'repeated']);

/** Reads one field and registers it; a faulty number or option leaves the field registered. */
export function field(cursor: Cursor, target: FieldTarget): void {
  const leading = cursor.leading(cursor.index);
  const label = labels.has(cursor.peek().text) ? cursor.name('a label') : undefined;
  const head: Head = {
    leading,
    label: label === undefined ? undefined : { text: label.text as FieldLabel, origin: label.origin },
  };
  if (cursor.at('group') && cursor.peek(1).kind === 'word') group(cursor, target, head);
  else if (cursor.at('map') && cursor.peek(1).text === '<') mapField(cursor, target, head);
  else plainField(cursor, target, head);
}

interface Head {
  readonly leading: string;
  readonly label: FieldDecl['label'];
}

function plainField(cursor: Cursor, target: FieldTarget, head: Head): void {
  const type = cursor.dottedName('a declaration or the type of a field');
  const name = cursor.name('the name of the field');
  const draft = register(target, { ...head, type, name });
  numberAndOptions(cursor, draft);
  cursor.endStatement();
  draft.comment = commentOf(head.leading, cursor.trailing());
}

function mapField(cursor: Cursor, target: FieldTarget, head: Head): void {
  cursor.expect('map');
  cursor.expect('<');
  const mapKey = cursor.dottedName('the type of the keys');
  cursor.expect(',');
  const type = cursor.dottedName('the type of the values');
  cursor.expect('>');
  const name = cursor.name('the name of the field');
  const draft = register(target, { ...head, type, name, mapKey });
  numberAndOptions(cursor, draft);
  cursor.endStatement();
  draft.comment = commentOf(head.leading, cursor.trailing());
}

/** A group declares a message and a field of it at once; the field's name is the message's in lower case. */
function group(cursor: Cursor, target: FieldTarget, head: Head): void {
  cursor.expect('group');
  const type = cursor.name('the name of the group');
  const name: NameDecl = { text: type.text.toLowerCase(), origin: type.origin };
  const draft = register(target, { ...head, type, name });
  draft.group = true;
  try {
    numberAndOptions(cursor, draft);
  } catch (error) {
    // The body is worth reading even when the head is faulty.
    if (!(error instanceof Stumble) || !cursor.at('{')) throw error;
  }
  const message = target.body(cursor, { name: type, visibility: undefined, leading: head.leading, group: true });
  target.messages.push(message);
  draft.comment = message.comment;
}

function numberAndOptions(cursor: Cursor, draft: FieldDraft): void {
  if (cursor.accept('=') === undefined) cursor.fail('"=" and a field number');
  draft.number = numberOf(cursor, 'a field number');
  inlineOptions(cursor, draft.options as OptionDecl[]);
}

/** An integer, possibly negative. */
export function numberOf(
  cursor: Cursor,
  what: string,
): { readonly value: number; readonly origin: NameDecl['origin'] } {
  const first = cursor.peek();
  const sign = cursor.accept('-') === undefined ? 1n : -1n;
  if (cursor.peek().kind !== 'integer') cursor.fail(what);
  const value = integerValue(cursor.next().text);
  if (value === undefined) throw new Stumble();
  return { value: Number(sign * value), origin: cursor.span(first) };
}

function register(
  target: FieldTarget,
  parts: Head & { readonly type: NameDecl; readonly name: NameDecl; readonly mapKey?: NameDecl },
): FieldDraft {
  const draft: FieldDraft = {
    kind: 'field-decl',
    name: parts.name,
    label: parts.label,
    type: parts.type,
    mapKey: parts.mapKey,
    number: undefined,
    group: false,
    oneof: target.oneof,
    options: [],
    comment: parts.leading,
  };
  target.fields.push(draft);
  return draft;
}
