/** Scalars in canonical form: anything of the type, and its edges more often than chance would give them. */
import type { Arbitrary } from 'fast-check';
import type { FastCheck } from './fast-check.ts';
import { scalarEdges } from '../cases/codec/scalar-edges.ts';
import type { ScalarInfo } from '../reference/oracle/scalars.ts';
import { canonicalFloat, type CanonicalValue } from '../reference/oracle/value.ts';

/** Edges stand for two in five values. */
export function scalarArbitrary(fc: FastCheck, info: ScalarInfo): Arbitrary<CanonicalValue> {
  return fc.oneof(
    { weight: 3, arbitrary: anyOf(fc, info) },
    { weight: 2, arbitrary: fc.constantFrom(...scalarEdges(info)) },
  );
}

function anyOf(fc: FastCheck, info: ScalarInfo): Arbitrary<CanonicalValue> {
  // JSON has one zero; negative zero has cases of its own.
  const float = (value: number): CanonicalValue => canonicalFloat(Object.is(value, -0) ? 0 : value);
  switch (info.family) {
    case 'int':
      return fc.bigInt({ min: info.min, max: info.max }).map((n) => (info.wide ? n.toString() : Number(n)));
    case 'float':
      return info.scalar === 'float' ? fc.float().map(float) : fc.double().map(float);
    case 'bool':
      return fc.boolean();
    case 'string':
      return fc.string({ unit: character(fc), maxLength: 40 });
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 }).map((bytes) => ({ b64: Buffer.from(bytes).toString('base64') }));
    default:
      return info.family satisfies never;
  }
}

/** Any character: half of them ASCII, no halves of surrogate pairs. The library's own unit for this takes seconds to set up. */
function character(fc: FastCheck): Arbitrary<string> {
  const ascii = fc.integer({ min: 0, max: 0x7f });
  const any = fc.integer({ min: 0, max: 0x10f7ff }).map((n) => (n < 0xd800 ? n : n + 0x800));
  return fc.oneof(ascii, any).map((point) => String.fromCodePoint(point));
}

/** Keys of a map, as they stand in canonical maps. */
export function keyArbitrary(fc: FastCheck, key: ScalarInfo): Arbitrary<string> {
  const hostile = key.family === 'string' ? [fc.constantFrom('__proto__', 'constructor', 'toString', '')] : [];
  return fc.oneof(scalarArbitrary(fc, key).map(String), ...hostile);
}
