/** Arbitraries of scalars: one table for each of the two ways in which values are held in memory. */
import { scalars, type Int64Surface, type Scalar } from '../../../ir/scalar.ts';
import type { Expression } from '../../../ir/view/code.ts';
import { atom, verbatim } from '../../event/build.ts';
import { fc, type Arbitrary, type Builder } from './build.ts';

/** @param finite - JSON has neither NaN nor infinities: so it is in event specs, and in Value. */
export function scalarArbitrary(
  scalar: Scalar,
  { int64, finite }: { readonly int64: Int64Surface; readonly finite: boolean },
  build: Builder,
): Arbitrary {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'string':
      return build.leaf('text');
    case 'bytes':
      return build.leaf('bytes');
    case 'bool':
      return { code: fc(verbatim('fc.boolean')), deep: false };
    case 'float':
      if (scalar === 'float') return build.leaf(finite ? 'finiteFloat' : 'float');
      return build.leaf(finite ? 'finite' : 'double');
    case 'int':
      return build.leaf(signed ? 'int32' : 'uint32');
    case 'int64':
      return int64Arbitrary(signed, int64, build);
    default:
      return kind satisfies never;
  }
}

function int64Arbitrary(signed: boolean, surface: Int64Surface, build: Builder): Arbitrary {
  switch (surface) {
    case 'bigint':
      return build.leaf(signed ? 'int64' : 'uint64');
    case 'number':
      return build.leaf(signed ? 'safeInt64' : 'safeUint64');
    case 'string':
      return { code: asText(build.help(signed ? 'int64' : 'uint64')), deep: false };
    default:
      return surface satisfies never;
  }
}

/** Keys of a map: their values as decimal digits, or `true` and `false`. */
export function keyArbitrary(key: Scalar, build: Builder): Expression {
  const { code } = scalarArbitrary(key, { int64: 'bigint', finite: false }, build);
  return scalars[key].kind === 'string' ? code : asText(code);
}

/** The arbitrary with its values as text. */
function asText(code: Expression): Expression {
  return { kind: 'call', callee: atom(verbatim('asText')), types: [], args: [code] };
}
