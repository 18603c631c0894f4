/** Turns one row of a document into a field: its type, what its description says of the number, its values, its unit. */
import type { FieldPart } from '../events/draft.ts';
import { booleanValues, numericEnum, sentinels, textEnum, type ProseEnum } from '../events/prose.ts';
import { unitOf, widthTail } from '../events/tails.ts';
import type { DocRow } from './doclet.ts';
import type { Desk } from './desk.ts';
import { readJsdocType, type ReadType } from './type-text.ts';

/** An enumeration that a description holds; it gets its name when all are known. */
export interface FoundEnum {
  readonly row: DocRow;
  readonly drawn: ProseEnum;
  readonly width: string | undefined;
  /** Full rule, for the enum itself. */
  readonly rule: string;
}

export interface ReadField {
  readonly part: FieldPart;
  readonly found: FoundEnum | undefined;
}

/** @param about - `Type.field`, for notes. */
export function readField(row: DocRow, about: string, desk: Desk): ReadField {
  const type = readTypeOf(row, about, desk);
  const isNumber = type.text === 'number';
  const tail =
    isNumber || type.text === 'list<number>'
      ? widthTail(row.description)
      : { description: row.description, width: undefined };
  const found = enumOf(row, type, tail);
  const part: FieldPart = { type: type.text };
  let rule: string | undefined = found?.rule;
  let description = found === undefined ? tail.description : found.drawn.intro;
  if (found?.rule === 'eaten-pipes') desk.doubt('WM8206', { row, about }, { name: row.name, type: row.type });
  if (found === undefined && tail.width !== undefined) {
    part.type = isNumber ? tail.width : `list<${tail.width}>`;
    rule = tail.width.endsWith('64') ? 'int64-tail' : 'int32-tail';
  } else if (found === undefined) {
    const said = type.text === 'bool' ? booleanValues(description) : isNumber ? sentinels(description) : undefined;
    if (said !== undefined) {
      part.values = [...said.values];
      if (said.default !== undefined) part.default = said.default;
      rule = 'prose-values';
    }
  }
  if (rule !== undefined && rule !== 'prose-values') part.declared = declaredAs(row.type, type);
  else if (!type.isVerbatim) part.declared = { type: row.type, as: wholeText(type) };
  if (row.written !== undefined) {
    const declared = part.declared ?? row.type;
    part.declared = {
      ...(typeof declared === 'string' ? { type: declared } : declared),
      name: row.written.slice(row.written.lastIndexOf('.') + 1),
    };
    desk.doubt('WM8207', { row, about }, { name: row.written });
  }
  if (row.isOptional || type.isOptional) part.presence = 'optional';
  if (type.isNullable) part.nullable = true;
  const unit = isNumber || type.text === 'string' ? unitOf(description) : undefined;
  if (unit !== undefined && (isNumber || unit === 'ms')) part.unit = unit;
  if (unit === 'ms' && type.text === 'string') desk.doubt('WM8208', { row, about }, { name: row.name });
  setDefault(part, row, { about, desk });
  if (isSwapped(row)) desk.doubt('WM8209', { row, about }, { name: row.name });
  description = description.trim();
  if (description !== '') part.description = description;
  part.from = desk.cite(row.line, rule);
  return { part, found };
}

function enumOf(
  row: DocRow,
  type: ReadType,
  tail: { readonly description: string; readonly width: string | undefined },
): FoundEnum | undefined {
  const { description, width } = tail;
  if (type.text === 'number') {
    const numeric = numericEnum(description);
    if (numeric !== undefined)
      return { row, drawn: numeric, width, rule: width === undefined ? 'prose-enum' : 'int32-enum' };
    const eaten = textEnum(description);
    return eaten?.isEaten === true ? { row, drawn: eaten, width: undefined, rule: 'eaten-pipes' } : undefined;
  }
  if (type.text !== 'string') return undefined;
  const text = textEnum(description);
  return text === undefined
    ? undefined
    : { row, drawn: text, width: undefined, rule: text.isEaten ? 'eaten-pipes' : 'prose-enum' };
}

const wholeText = (type: ReadType): string =>
  [type.text, ...(type.isNullable ? ['null'] : []), ...(type.isOptional ? ['undefined'] : [])].join(' | ');

const declaredAs = (written: string, type: ReadType): NonNullable<FieldPart['declared']> =>
  type.isVerbatim ? written : { type: written, as: wholeText(type) };

/** The type of a row; what cannot be read is any value, and a doubt. */
export function readTypeOf(
  row: { readonly name: string; readonly type: string; readonly line: number },
  about: string,
  desk: Desk,
): ReadType {
  const type = readJsdocType(row.type, (name) => desk.typeNamed(name));
  if (type === undefined) {
    desk.doubt('WM8201', { row, about }, { name: row.name, type: row.type });
    return {
      text: 'json',
      isNullable: false,
      isOptional: false,
      unknown: [],
      isVerbatim: row.type === '',
      record: undefined,
    };
  }
  for (const name of type.unknown) {
    if (desk.isEvent(name)) continue;
    desk.doubt('WM8202', { row, about }, { name });
  }
  return type;
}

function setDefault(
  part: FieldPart,
  row: DocRow,
  { about, desk }: { readonly about: string; readonly desk: Desk },
): void {
  if (row.default === undefined) return;
  const text = row.default.trim();
  const quoted = /^(["'`])(.*)\1$/s.exec(text)?.[2];
  const value =
    quoted ?? (text === 'true' ? true : text === 'false' ? false : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  const isString = part.type === 'string';
  const fits =
    part.type === 'bool'
      ? typeof value === 'boolean'
      : isString || (typeof value === 'number' && part.type !== 'object');
  if (fits) part.default = isString ? String(quoted ?? text) : value;
  else desk.doubt('WM8210', { row, about }, { text, type: part.type });
}

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/(^|[_a-z])(start|begin)/i, /^(the )?end\b/i],
  [/(^|[_a-z])(end|stop)(?![a-z])/i, /^(the )?(start|begin)/i],
];

/** A name and a description that say the opposite of each other. */
const isSwapped = ({ name, description }: DocRow): boolean =>
  opposites.some(([inName, inWords]) => inName.test(name) && inWords.test(description));
