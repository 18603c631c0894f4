/** Takes two JSON values of a message, gives the first place where they mean something else. Free: order of names, spelling of numbers, digits of fraction. */
import type { ElementType, FieldInfo, MessageInfo, Schema } from './schema.ts';
import { isNumber, isObject, sameJson, sameNumber, type ExactJson } from './json-text.ts';
import { escapePointer, show, type Difference } from './value.ts';
import { writtenDuration, writtenTimestamp } from './well-known-text.ts';

/** A pair of values at a place. */
interface Pair {
  readonly expected: ExactJson | undefined;
  readonly actual: ExactJson | undefined;
  readonly path: string;
}

const parted = ({ expected, actual, path }: Pair, reason = 'The values differ.'): Difference => ({
  path,
  reason,
  expected: show(expected),
  actual: show(actual),
});

/** Compares what a writer printed for a message with what a default writer prints. */
export function differenceOfMessages(schema: Schema, message: MessageInfo, pair: Pair): Difference | undefined {
  const { expected, actual } = pair;
  switch (message.wellKnown) {
    case undefined:
      break;
    case 'timestamp':
      return sameText(pair, writtenTimestamp);
    case 'duration':
      return sameText(pair, writtenDuration);
    case 'wrapper':
      return differenceOfElements(schema, message.fields[0]!.type, pair);
    case 'any':
      return differenceOfAnys(schema, message, pair);
    case 'struct':
    case 'value':
    case 'list-value':
    case 'field-mask':
    case 'empty':
      return sameJson(asDoubles(expected), asDoubles(actual)) ? undefined : parted(pair);
    default:
      return message.wellKnown satisfies never;
  }
  return differenceOfRecords(pair, (name, inner) => {
    const field = message.byJsonName.get(name);
    return field === undefined ? parted(inner, 'No field has this name.') : differenceOfFields(schema, field, inner);
  });
}

/** Compares name by name. */
function differenceOfRecords(
  pair: Pair,
  inside: (name: string, inner: Pair) => Difference | undefined,
): Difference | undefined {
  const { expected, actual, path } = pair;
  if (!isObject(expected) || !isObject(actual)) return parted(pair);
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const inner: Pair = {
      expected: Object.hasOwn(expected, name) ? expected[name] : undefined,
      actual: Object.hasOwn(actual, name) ? actual[name] : undefined,
      path: `${path}/${escapePointer(name)}`,
    };
    if (inner.expected === undefined) return parted(inner, 'This is not to be there.');
    if (inner.actual === undefined) return parted(inner, 'This is missing.');
    const found = inside(name, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function differenceOfFields(schema: Schema, field: FieldInfo, pair: Pair): Difference | undefined {
  if (field.cardinality === 'map')
    return differenceOfRecords(pair, (_, inner) => differenceOfElements(schema, field.type, inner));
  if (field.cardinality === 'singular') return differenceOfElements(schema, field.type, pair);
  const { expected, actual, path } = pair;
  if (!Array.isArray(expected) || !Array.isArray(actual)) return parted(pair);
  if (expected.length !== actual.length) return parted(pair, 'The lengths differ.');
  for (const [i, item] of (expected as readonly ExactJson[]).entries()) {
    const found = differenceOfElements(schema, field.type, {
      expected: item,
      actual: actual[i] as ExactJson,
      path: `${path}/${i}`,
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function differenceOfElements(schema: Schema, type: ElementType, pair: Pair): Difference | undefined {
  const { expected, actual } = pair;
  if (type.kind === 'message') return differenceOfMessages(schema, schema.message(type.name), pair);
  if (isNumber(expected) && isNumber(actual)) {
    const single = type.kind === 'scalar' && type.info.scalar === 'float';
    const isFloat = type.kind === 'scalar' && type.info.family === 'float';
    const [a, b] = [expected, actual].map((value) =>
      single ? Math.fround(Number(value)) : isFloat ? Number(value) : value,
    );
    // JSON has one zero: a writer may print either sign.
    return sameNumber(a!, b!) || (Number(a) === 0 && Number(b) === 0) ? undefined : parted(pair);
  }
  return expected === actual ? undefined : parted(pair);
}

function differenceOfAnys(schema: Schema, message: MessageInfo, pair: Pair): Difference | undefined {
  const { expected, actual, path } = pair;
  if (!isObject(expected) || !isObject(actual)) return parted(pair);
  const [{ '@type': url, ...rest }, { '@type': actualUrl, ...actualRest }] = [expected, actual];
  if (url !== actualUrl) return parted({ expected: url, actual: actualUrl, path: `${path}/@type` });
  const name = typeof url === 'string' ? url.slice(url.lastIndexOf('/') + 1) : '';
  const inner = schema.findMessage(name);
  if (inner === undefined || inner === message) return sameJson(rest, actualRest) ? undefined : parted(pair);
  if (inner.wellKnown === undefined)
    return differenceOfMessages(schema, inner, { expected: rest, actual: actualRest, path });
  return differenceOfRecords({ expected: rest, actual: actualRest, path }, (_, value) =>
    differenceOfMessages(schema, inner, value),
  );
}

/** Equal in meaning, and in a form that a writer may print. */
function sameText(pair: Pair, read: (text: string) => bigint | undefined): Difference | undefined {
  const { expected, actual } = pair;
  if (typeof expected !== 'string' || typeof actual !== 'string') return parted(pair);
  return expected === actual || (read(expected) !== undefined && read(expected) === read(actual))
    ? undefined
    : parted(pair);
}

/** Numbers of a Struct are doubles, however many digits their text has. */
function asDoubles(value: ExactJson | undefined): ExactJson | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map((item) => asDoubles(item as ExactJson)!);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asDoubles(item)!]));
}
