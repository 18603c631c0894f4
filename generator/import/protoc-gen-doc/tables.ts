/** Reads the tables of a protoc-gen-doc page: fields, values, extensions, methods and HTTP bindings. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type {
  EnumValueDraft,
  ExtensionDraft,
  FieldDraft,
  HttpBinding,
  LabelDraft,
  MethodDraft,
  TypeDraft,
} from '../proto/draft.ts';
import { gluedFields, gluedValues } from '../proto/glued.ts';
import { templateRemarks } from '../proto/remarks.ts';
import { placeIn, type ImportSource } from '../source.ts';
import type { Table, TableRow } from '../markdown/cells.ts';
import { anchorKey, type AnchorIndex } from './names.ts';
import { linkedText, plainName, plainText } from '../markdown/text.ts';

export interface TableContext {
  readonly source: ImportSource;
  readonly diagnostics: Diagnostic[];
  readonly index: AnchorIndex;
}

/** What a table holds, told by the heads of its columns, and which column is which; -1 for one that is not there. */
export interface Columns {
  readonly kind: 'fields' | 'enum' | 'extensions' | 'methods' | 'http' | 'scalars' | 'unknown';
  readonly of: (role: keyof typeof roles) => number;
}

/** Heads that templates give a column. */
const roles = {
  name: ['field', 'name', 'field name', 'extension', 'method name', 'method', 'value', 'member', 'rpc'],
  type: ['type', 'field type'],
  label: ['label', 'rule', 'cardinality'],
  description: ['description', 'descriptions', 'comment', 'comments', 'notes', 'doc'],
  number: ['number', 'tag', '#', 'no', 'no.', 'field number', 'id', 'enum value', 'value'],
  base: ['base', 'extends', 'extendee'],
  request: ['request type', 'request', 'input'],
  response: ['response type', 'response', 'output'],
  httpMethod: ['method', 'http method', 'verb'],
  pattern: ['pattern', 'path', 'url'],
  body: ['body'],
  default: ['default', 'default value'],
  oneof: ['oneof', 'one of'],
} as const satisfies Record<string, readonly string[]>;

export function columnsOf({ columns }: Table): Columns {
  const of = (role: keyof typeof roles): number => {
    const heads: readonly string[] = roles[role];
    return columns.findIndex(
      (column, at) => heads.includes(column) && !(role === 'number' && at === 0 && column === 'value'),
    );
  };
  const has = (role: keyof typeof roles): boolean => of(role) >= 0;
  const kind = (): Columns['kind'] => {
    if (columns[0]?.startsWith('.proto') === true) return 'scalars';
    if (has('pattern') && has('httpMethod')) return 'http';
    if (has('request') && has('response')) return 'methods';
    if (has('base')) return 'extensions';
    if (has('type') && has('name')) return 'fields';
    return has('number') && has('name') ? 'enum' : 'unknown';
  };
  return { kind: kind(), of };
}

const names = /^[A-Za-z_]\w*$/;

/** Rows whose first cell is a name; the others are reported. */
function* namedRows(table: Table, columns: Columns, context: TableContext): Generator<readonly [string, Row]> {
  for (const row of table.rows) {
    const cell = (role: keyof typeof roles): string => row.cells[columns.of(role)] ?? '';
    const name = linkedText(cell('name')).text;
    if (names.test(name)) yield [name, { row, cell }];
    else context.diagnostics.push(diagnose('WM8115', placeIn(context.source, row.line), { text: name }));
  }
}

interface Row {
  readonly row: TableRow;
  readonly cell: (role: keyof typeof roles) => string;
}

const originOf = ({ row }: Row): { readonly line: number; readonly endLine?: number } =>
  row.endLine > row.line ? { line: row.line, endLine: row.endLine } : { line: row.line };

export function readFields(table: Table, columns: Columns, context: TableContext): FieldDraft[] {
  return [...namedRows(table, columns, context)].map(([name, row]) => readField(name, row, context));
}

export function readExtensions(table: Table, columns: Columns, context: TableContext): ExtensionDraft[] {
  return [...namedRows(table, columns, context)].map(([name, row]) => ({
    ...readField(name, row, context),
    extendee: typeOf(row.cell('base'), context),
  }));
}

function readField(name: string, given: Row, context: TableContext): FieldDraft {
  const { cell } = given;
  const label = plainName(cell('label')).toLowerCase();
  const takesDefault = label === 'optional' || label === 'required' || cell('base') !== '';
  const words = templateRemarks(plainText(cell('description')), takesDefault);
  const { description, commentedOut } = gluedFields(words.description);
  const map = /^`?map\s*(?:<|&lt;|\\<)\s*(\w+)\s*,\s*(.+?)\s*(?:>|&gt;)`?$/.exec(cell('type').trim());
  const type = typeOf(map === null ? cell('type') : map[2]!, context);
  const ofOneof = /^oneof\s+([A-Za-z_]\w*)$/.exec(label)?.[1];
  const oneof =
    ofOneof === undefined ? plainName(cell('oneof')) : plainName(cell('label')).slice('oneof '.length).trim();
  const stated = plainName(cell('default'));
  return {
    name,
    label: isLabel(label) ? label : '',
    type,
    mapKey: map?.[1],
    oneof: oneof === '' ? undefined : oneof,
    default: words.default ?? (stated === '' ? undefined : stated),
    number: fieldNumber(plainName(cell('number')), given, context),
    commentedOut,
    description,
    deprecated: words.deprecated,
    origin: originOf(given),
  };
}

const isLabel = (text: string): text is LabelDraft => ['', 'optional', 'required', 'repeated'].includes(text);

function fieldNumber(text: string, { row }: Row, { source, diagnostics }: TableContext): number | undefined {
  if (text === '') return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  diagnostics.push(diagnose('WM8111', placeIn(source, row.line, text), { number: text }));
  return undefined;
}

export function readEnum(table: Table, columns: Columns, context: TableContext): EnumValueDraft[] {
  return [...namedRows(table, columns, context)].flatMap(([name, row]) => {
    const text = plainName(row.cell('number'));
    const number = text === '' ? Number.NaN : Number(text);
    if (!Number.isInteger(number)) {
      const problem = `"${text}" is no number`;
      context.diagnostics.push(diagnose('WM8105', placeIn(context.source, row.row.line), { problem }));
      return [];
    }
    const words = templateRemarks(plainText(row.cell('description')), false);
    return [{ name, number, ...gluedValues(words.description), deprecated: words.deprecated, origin: originOf(row) }];
  });
}

/** Methods of one service: their table, and that of their HTTP bindings. */
export function readMethods(
  parts: readonly { readonly table: Table; readonly columns: Columns }[],
  context: TableContext,
): MethodDraft[] {
  const bindings = new Map<string, HttpBinding[]>();
  for (const { table, columns } of parts.filter((part) => part.columns.kind === 'http')) {
    let method = '';
    for (const { cells } of table.rows) {
      const cell = (role: keyof typeof roles): string => plainName(cells[columns.of(role)] ?? '');
      // The name stands once, before the first of its bindings.
      method = cell('name') === '' ? method : cell('name');
      const all = bindings.get(method) ?? [];
      bindings.set(method, [
        ...all,
        { method: cell('httpMethod').toUpperCase(), pattern: cell('pattern'), body: cell('body') },
      ]);
    }
  }
  return parts
    .filter((part) => part.columns.kind === 'methods')
    .flatMap(({ table, columns }) => [...namedRows(table, columns, context)])
    .map(([name, row]) => {
      const input = linkedText(row.cell('request'));
      const output = linkedText(row.cell('response'));
      const words = templateRemarks(plainText(row.cell('description')), false);
      return {
        name,
        input: typeOf(row.cell('request'), context),
        output: typeOf(row.cell('response'), context),
        clientStreaming: isStream(input),
        serverStreaming: isStream(output),
        http: bindings.get(name) ?? [],
        description: words.description,
        deprecated: words.deprecated,
        origin: originOf(row),
      };
    });
}

const isStream = ({ text, rest }: { readonly text: string; readonly rest: string }): boolean =>
  /^stream\b/.test(rest) || /^stream\s|\sstream$/.test(text);

/** `[Outer.Inner](#pkg-Outer-Inner)`, or the bare name. */
function typeOf(cell: string, { index }: TableContext): TypeDraft {
  const { text, target } = linkedText(cell);
  const long = text.replace(/^stream\s+|\s+stream$/g, '');
  if (target === '') return { long, full: undefined };
  const known = index.get(anchorKey(target));
  const dotted = target.replace(/-/g, '.');
  const full = known ?? (dotted === long || dotted.endsWith(`.${long}`) ? dotted : undefined);
  return { long, full };
}
