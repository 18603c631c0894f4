/** Plans how one value (a field's, a list item's, a map value's) is read from and written to ProtoJSON. */
import type { Identifier, Literal } from '../../ir/printable.ts';
import type { ValueType } from '../../ir/protocol.ts';
import { type Int64Surface, type Scalar, scalars } from '../../ir/scalar.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import type { PlanContext } from '../context.ts';
import { enumFamily } from '../enum.ts';
import { type Atom, arrow, atom, call, code, fixedType, runtime } from './code.ts';
import { predicateName } from './plan-checks.ts';
import { readsWithOptions } from './well-known.ts';

export interface JsonValuePlan {
  readonly type: TypeCode;
  /** Reads an expression. `options` and `nested` are in scope. */
  readonly read: (json: Expression) => Expression;
  /** The same as a function, for lists and maps, and what else they are to give it: `options` or `nested`. */
  readonly reader: Expression;
  readonly readerOptions: Atom | undefined;
  /** Writes an expression as JSON text. `inside` is in scope where messages may nest without end. */
  readonly write: (value: Expression) => Expression;
  readonly writer: Expression;
  /** Reads and writes a list of such values, where the runtime has a function for it. */
  readonly readList: ((json: Expression) => Expression) | undefined;
  readonly writeList: ((list: Expression) => Expression) | undefined;
  /** What null stands for in a field with implicit presence, as JSON. */
  readonly zero: Literal;
  /** null is a value of its own. */
  readonly nullable: boolean;
}

/** The enum whose one value is null. Source: the comments of google/protobuf/struct.proto. */
const nullValueName = 'google.protobuf.NullValue';

/** The message that may be null. */
const valueName = 'google.protobuf.Value';

export function planJsonValue(type: ValueType, int64: Int64Surface, context: PlanContext): JsonValuePlan {
  switch (type.kind) {
    case 'scalar':
      return planScalar(type.scalar, int64);
    case 'enum':
      return type.fullName === nullValueName ? planNullValue() : planEnumValue(type.fullName, type.open, context);
    case 'message':
      return planMessageValue(type.fullName, context);
    default:
      return type satisfies never;
  }
}

function planScalar(scalar: Scalar, int64: Int64Surface): JsonValuePlan {
  const { base, type, zero } = scalarJson(scalar, int64);
  const lower = `${base[0]!.toLowerCase()}${base.slice(1)}`;
  const [reader, writer] = [runtime(`as${base}`), runtime(`${lower}Text`)];
  const { kind } = scalars[scalar];
  const plain = kind === 'int' || scalar === 'double';
  return {
    type,
    read: (json) => call(reader, json),
    reader,
    readerOptions: undefined,
    write: (value) => call(writer, value),
    writer,
    readList: plain ? (json) => call(runtime(`as${base}List`), json) : undefined,
    writeList: plain
      ? (list) => call(runtime(`${lower}ListText`), list)
      : kind === 'int64'
        ? (list) => call(runtime('integersText'), list, runtime(`is${predicateName(scalar, int64)}`))
        : undefined,
    zero,
    nullable: false,
  };
}

/** Part of the names of the runtime's functions, the type in JSON, and a JSON value that is read as zero. */
function scalarJson(
  scalar: Scalar,
  int64: Int64Surface,
): { readonly base: string; readonly type: TypeCode; readonly zero: Literal } {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'int':
      return { base: signed ? 'Int32' : 'Uint32', type: fixedType('number'), zero: code('0') };
    case 'int64': {
      const surface = int64 === 'bigint' ? '' : int64 === 'number' ? 'Number' : 'String';
      return { base: `${signed ? 'Int64' : 'Uint64'}${surface}`, type: fixedType('string'), zero: code('0') };
    }
    case 'float': {
      const type: TypeCode = { kind: 'runtime', name: 'JsonFloat', args: [] };
      return { base: scalar === 'float' ? 'Float' : 'Double', type, zero: code('0') };
    }
    case 'bool':
      return { base: 'Bool', type: fixedType('boolean'), zero: code('false') };
    case 'string':
      return { base: 'String', type: fixedType('string'), zero: code("''") };
    case 'bytes':
      return { base: 'Bytes', type: fixedType('string'), zero: code("''") };
    default:
      return kind satisfies never;
  }
}

function planEnumValue(fullName: string, open: boolean, { symbols, imports }: PlanContext): JsonValuePlan {
  const { module, name } = symbols.proto(fullName);
  const members = atom(imports.add(module, name, false));
  const names = atom(imports.add(module, enumFamily(name)[1]!, false));
  const read = (json: Expression): Expression =>
    call(runtime(open ? 'asEnum' : 'asClosedEnum'), json, members, atom(code('options')));
  const write = (value: Expression): Expression => call(runtime('enumText'), value, names);
  const namesType: TypeCode = { kind: 'atom', text: `keyof typeof ${members.text}` as Literal };
  return {
    type: open ? { kind: 'union', of: [namesType, fixedType('number')] } : namesType,
    read,
    reader: arrow('item', read),
    readerOptions: undefined,
    write,
    writer: arrow('item', write),
    readList: undefined,
    writeList: undefined,
    zero: code('0'),
    nullable: false,
  };
}

function planNullValue(): JsonValuePlan {
  return {
    type: fixedType('null'),
    read: (json) => call(runtime('asNullValue'), json),
    reader: runtime('asNullValue'),
    readerOptions: undefined,
    write: () => atom(code("'null'")),
    writer: { kind: 'arrow', parameters: [], body: atom(code("'null'")) },
    readList: undefined,
    writeList: undefined,
    zero: code('null'),
    nullable: true,
  };
}

function planMessageValue(fullName: string, context: PlanContext): JsonValuePlan {
  const { symbols, imports, unbounded, messages } = context;
  const { module, name } = symbols.proto(fullName);
  const own = (base: string, type: boolean): Identifier => imports.add(module, base, type);
  const reader = atom(own(`fromJson${name}`, false));
  const plainWriter = atom(own(`writeJson${name}`, false));
  const readerOptions = readsWithOptions(messages.get(fullName)!)
    ? atom(unbounded.has(fullName) ? code('nested') : code('options'))
    : undefined;
  const write = (value: Expression): Expression =>
    unbounded.has(fullName) ? call(plainWriter, value, atom(code('inside'))) : call(plainWriter, value);
  return {
    type: { kind: 'atom', text: own(`${name}Json`, true) },
    read: (json) => call(reader, json, ...(readerOptions === undefined ? [] : [readerOptions])),
    reader,
    readerOptions,
    write,
    writer: unbounded.has(fullName) ? arrow('item', write) : plainWriter,
    readList: undefined,
    writeList: undefined,
    zero: code('undefined'),
    nullable: fullName === valueName,
  };
}
