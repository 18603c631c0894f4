/** `extensions` and `reserved`: number ranges and names. */
import type { OptionDecl, RangeDecl } from '../../../ir/proto-source.ts';
import type { Cursor } from './cursor.ts';
import type { Ranges } from './draft.ts';
import { numberOf } from './field.ts';
import { inlineOptions, literal } from './option.ts';

/** `extensions 4, 10 to 20, 100 to max [options];` */
export function extensionRanges(cursor: Cursor, into: RangeDecl[]): void {
  cursor.expect('extensions');
  const options: OptionDecl[] = [];
  do into.push(range(cursor, options));
  while (cursor.accept(',') !== undefined);
  inlineOptions(cursor, options);
  cursor.endStatement();
}

/** `reserved 2, 9 to 11;`, `reserved "a", "b";` or, in editions, `reserved a, b;` */
export function reserved(cursor: Cursor, into: Ranges): void {
  cursor.expect('reserved');
  // A statement lists numbers or names, not both.
  const before = { names: into.names.length, ranges: into.ranges.length };
  do {
    const token = cursor.peek();
    const { names, ranges } = into;
    const [oldNames, oldRanges] = [names.length - before.names, ranges.length - before.ranges];
    if (oldRanges > 0 && token.kind !== 'integer' && !cursor.at('-')) cursor.fail('a number or a range');
    if (oldNames > 0 && token.kind !== 'string' && token.kind !== 'word') cursor.fail('a name');
    if (token.kind === 'string') {
      const origin = cursor.origin(cursor.next());
      into.names.push({ text: literal(cursor, token).text, origin, quoted: true });
    } else if (token.kind === 'word') {
      into.names.push({ ...cursor.name('a name'), quoted: false });
    } else {
      into.ranges.push(range(cursor, []));
    }
  } while (cursor.accept(',') !== undefined);
  cursor.endStatement();
}

function range(cursor: Cursor, options: readonly OptionDecl[]): RangeDecl {
  const first = cursor.peek();
  const start = numberOf(cursor, 'a number, a range or a name').value;
  let end: number | 'max' = start;
  if (cursor.accept('to') !== undefined) {
    end = cursor.accept('max') === undefined ? numberOf(cursor, 'a number or "max"').value : 'max';
  }
  return { start, end, options, origin: cursor.span(first) };
}
