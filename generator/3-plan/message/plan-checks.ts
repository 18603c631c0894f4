/** Plans the validators of a message and of its fields: of values in memory, not of JSON. */
import type { Identifier, Literal } from '../../ir/printable.ts';
import type { Field, Message, ValueType } from '../../ir/protocol.ts';
import { type Int64Surface, type Scalar, scalars } from '../../ir/scalar.ts';
import type { Expression } from '../../ir/view/code.ts';
import type { FieldChecksView, MessageChecksView, OneofChecksView } from '../../ir/view/message-json-view.ts';
import type { FieldBase, FieldView, MemberView } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';
import { enumFamily } from '../enum.ts';
import { arrow, atom, call, code, infix, runtime } from './code.ts';

export function planMessageChecks(
  { fullName }: Message,
  members: readonly MemberView[],
  { unbounded, symbols }: PlanContext,
): MessageChecksView {
  const counted = unbounded.has(fullName);
  const depth = atom(code('depth'));
  const unknown = atom(code('value.$unknown'));
  const { name } = symbols.proto(fullName);
  const test = infix(
    '&&',
    ...(counted ? [infix('<', depth, runtime('maxValueDepth'))] : []),
    { ...call(runtime('isRecord'), atom(code('value'))), types: [{ kind: 'atom', text: name }] },
    ...members.map((member) =>
      member.kind === 'field'
        ? member.field.checks.test
        : call(
            atom(member.checks.name),
            atom(`value${member.access}` as Literal),
            ...(member.checks.counted ? [depth] : []),
          ),
    ),
    orAbsent(unknown, call(runtime('isListOf'), unknown, runtime('isBytes'))),
  );
  return { kind: 'checks', counted, test };
}

/**
 * @param message - Base name of the message.
 * @param key - The oneof's property.
 */
export function planOneofChecks(message: Identifier, key: string, fields: readonly FieldView[]): OneofChecksView {
  return {
    kind: 'checks',
    name: `is${message}$${key}` as Identifier,
    counted: fields.some(({ checks }) => checks.counted),
  };
}

function orAbsent(subject: Expression, test: Expression): Expression {
  return infix('||', infix('===', subject, atom(code('undefined'))), test);
}

export function planFieldChecks(field: Field, base: FieldBase, context: PlanContext): FieldChecksView {
  const value = planValue(field.shape.type, field.int64, context);
  const subject = atom(`value${base.oneof === undefined ? base.access : '.value'}` as Literal);
  const test = testOf(field, value, subject);
  const { type } = field.shape;
  const counted = type.kind === 'message' && context.unbounded.has(type.fullName);
  return base.optional && base.oneof === undefined
    ? {
        kind: 'checks',
        test: orAbsent(subject, test),
        counted,
        rule: call(runtime('optionalRule'), value.rule),
      }
    : { kind: 'checks', test, counted, rule: ruleOf(field, value) };
}

interface ValueChecks {
  readonly test: (subject: Expression) => Expression;
  readonly tester: Expression;
  readonly rule: Expression;
}

function planValue(type: ValueType, int64: Int64Surface, context: PlanContext): ValueChecks {
  switch (type.kind) {
    case 'scalar': {
      const base = scalarName(type.scalar, int64);
      return plain(runtime(`is${predicateName(type.scalar, int64)}`), runtime(`${base}Rule`));
    }
    case 'enum':
      return type.open ? plain(runtime('isInt32'), runtime('int32Rule')) : planClosed(type.fullName, context);
    case 'message':
      return planMessageValue(type.fullName, context);
    default:
      return type satisfies never;
  }
}

const plain = (tester: Expression, rule: Expression): ValueChecks => ({
  test: (subject) => call(tester, subject),
  tester,
  rule,
});

/** What the runtime's predicates call a scalar: `Int32` of `isInt32`. */
export function predicateName(scalar: Scalar, int64: Int64Surface): string {
  const name = scalarName(scalar, int64);
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}

/** What the runtime's rules call it: `int32` of `int32Rule`. */
function scalarName(scalar: Scalar, int64: Int64Surface): string {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'int':
      return signed ? 'int32' : 'uint32';
    case 'int64':
      if (int64 === 'number') return signed ? 'safeInt64' : 'safeUint64';
      return `${signed ? 'int64' : 'uint64'}${int64 === 'string' ? 'String' : ''}`;
    case 'float':
      return scalar;
    case 'bool':
      return 'boolean';
    case 'string':
    case 'bytes':
      return kind;
    default:
      return kind satisfies never;
  }
}

function planClosed(fullName: string, { symbols, imports }: PlanContext): ValueChecks {
  const { module, name } = symbols.proto(fullName);
  const names = atom(imports.add(module, enumFamily(name)[1]!, false));
  const test = (subject: Expression): Expression => call(runtime('isMember'), subject, names);
  return { test, tester: arrow('item', test), rule: call(runtime('memberRule'), names) };
}

function planMessageValue(fullName: string, { symbols, imports, unbounded }: PlanContext): ValueChecks {
  const { module, name } = symbols.proto(fullName);
  const own = (base: string): Expression => atom(imports.add(module, base, false));
  const rule = own(`explain${name}`);
  if (!unbounded.has(fullName)) return plain(own(`is${name}`), rule);
  const tester = own(`is${name}Within`);
  const test = (subject: Expression): Expression => call(tester, subject, atom(code('depth + 1')));
  return { test, tester: arrow('item', test), rule };
}

/** Key predicate and rule of a map; undefined where any text will do. */
function keyChecks(key: Scalar): { readonly tester: Expression; readonly rule: Expression } | undefined {
  const { kind, signed } = scalars[key];
  const [test, rule] =
    kind === 'bool'
      ? ['isBooleanKey', 'booleanKeyRule']
      : kind === 'int'
        ? signed
          ? ['isInt32Key', 'int32KeyRule']
          : ['isUint32Key', 'uint32KeyRule']
        : kind === 'int64'
          ? signed
            ? ['isInt64String', 'int64KeyRule']
            : ['isUint64String', 'uint64KeyRule']
          : [];
  return test === undefined || rule === undefined ? undefined : { tester: runtime(test), rule: runtime(rule) };
}

function testOf({ shape }: Field, value: ValueChecks, subject: Expression): Expression {
  switch (shape.kind) {
    case 'singular':
      return value.test(subject);
    case 'list':
      return call(runtime('isListOf'), subject, value.tester);
    case 'map': {
      const key = keyChecks(shape.key);
      return call(runtime('isMapOf'), subject, value.tester, ...(key === undefined ? [] : [key.tester]));
    }
    default:
      return shape satisfies never;
  }
}

function ruleOf({ shape }: Field, value: ValueChecks): Expression {
  switch (shape.kind) {
    case 'singular':
      return value.rule;
    case 'list':
      return call(runtime('listRule'), value.rule);
    case 'map': {
      const key = keyChecks(shape.key);
      return call(runtime('mapRule'), value.rule, ...(key === undefined ? [] : [key.rule]));
    }
    default:
      return shape satisfies never;
  }
}
