/** Enums and their values. */
import type { EnumDecl, Visibility } from '../../../ir/proto-source.ts';
import { block } from './block.ts';
import { commentOf, type Cursor } from './cursor.ts';
import { enumDraft, type EnumDraft, type EnumValueDraft } from './draft.ts';
import { numberOf } from './field.ts';
import { inlineOptions, optionStatement } from './option.ts';
import { reserved } from './ranges.ts';

/** `enum Name { ... }`, from the word `enum` on. */
export function enumeration(cursor: Cursor, visibility: Visibility, leading: string): EnumDecl {
  cursor.expect('enum');
  const name = cursor.name('the name of the enum');
  const draft = enumDraft(name, visibility, leading);
  const trailing = block(cursor, `enum ${name.text}`, () => statement(cursor, draft));
  draft.comment = commentOf(leading, trailing);
  return draft;
}

function statement(cursor: Cursor, draft: EnumDraft): void {
  // A value may be called `option` or `reserved`: then "=" follows.
  const names = cursor.peek(1).text === '=';
  if (cursor.at('option') && !names) optionStatement(cursor, draft.options);
  else if (cursor.at('reserved') && !names) {
    reserved(cursor, { ranges: draft.reservedRanges, names: draft.reservedNames });
  } else value(cursor, draft);
}

function value(cursor: Cursor, draft: EnumDraft): void {
  const leading = cursor.leading(cursor.index);
  const name = cursor.name('the name of an enum value');
  const one: EnumValueDraft = { kind: 'enum-value-decl', name, number: undefined, options: [], comment: leading };
  draft.values.push(one);
  if (cursor.accept('=') === undefined) cursor.fail('"=" and a number');
  one.number = numberOf(cursor, 'an integer');
  inlineOptions(cursor, one.options);
  cursor.endStatement();
  one.comment = commentOf(leading, cursor.trailing());
}
