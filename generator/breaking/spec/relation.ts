/** Compares two type expressions by the values they stand for. */
import type { EventSpec, SpecEnum, TypeExpr } from '../../ir/event-spec.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import type { Side } from '../sides.ts';

/** `narrowed`: every new value was legal before; `widened`: every old value still is; `other`: neither. */
export type Relation = 'same' | 'narrowed' | 'widened' | 'other';

/** A type in the version that it belongs to. */
export interface Placed {
  readonly expr: TypeExpr;
  readonly side: Side;
}

/** Types with a name are the same while their names are: what became of them is told where they are declared. */
export function relationOf(before: Placed, after: Placed): Relation {
  if (showTypeExpr(before.expr) === showTypeExpr(after.expr)) return 'same';
  const [oldTakesNew, newTakesOld] = [covers(before, after), covers(after, before)];
  if (oldTakesNew && newTakesOld) return 'same';
  return oldTakesNew ? 'narrowed' : newTakesOld ? 'widened' : 'other';
}

/** What a comparison may cost: how deep types nest, and how many are looked at in all. Beyond it the answer is no. */
interface Effort {
  readonly depth: number;
  readonly spent: { steps: number };
}
const maxDepth = 100;
/** Aliases of unions of aliases double with every level. */
const maxSteps = 10_000;

/** Is every value of `narrow` one of `wide`? Errs towards no. */
function covers(wide: Placed, narrow: Placed, effort: Effort = { depth: 0, spent: { steps: 0 } }): boolean {
  if (effort.depth > maxDepth || ++effort.spent.steps > maxSteps) return false;
  const deeper = { ...effort, depth: effort.depth + 1 };
  const [w, n] = [plain(wide), plain(narrow)];
  if (n.kind === 'union') return n.of.every((expr) => covers(wide, { ...narrow, expr }, deeper));
  if (w.kind === 'json') return n.kind !== 'undefined';
  if (w.kind === 'union') return w.of.some((expr) => covers({ ...wide, expr }, narrow, deeper));
  const inner = (a: TypeExpr, b: TypeExpr): boolean => covers({ ...wide, expr: a }, { ...narrow, expr: b }, deeper);
  switch (w.kind) {
    case 'json-object':
      return ['json-object', 'long-object', 'map', 'type', 'message'].includes(n.kind);
    case 'number':
      return n.kind === 'number' || numeric(n, narrow.side);
    case 'scalar':
      return coversScalar(w.scalar, n, narrow.side);
    case 'literal':
      return n.kind === 'literal' && w.value === n.value;
    case 'prefix':
      return (n.kind === 'literal' || n.kind === 'prefix') && String(n.value).startsWith(w.value);
    case 'list':
      return n.kind === 'list' && inner(w.of, n.of);
    case 'map':
      return n.kind === 'map' && w.key === n.key && inner(w.value, n.value);
    case 'type':
      return n.kind === 'type' && w.spec === n.spec && w.name === n.name;
    case 'spec-enum':
      return coversEnum(w, n, wide.side);
    case 'message':
    case 'enum':
      return n.kind === w.kind && w.fullName === n.fullName;
    case 'long-object':
    case 'undefined':
      return n.kind === w.kind;
    default:
      return w satisfies never;
  }
}

/** An alias is what it stands for; one that leads in a circle, a fault that linking reports, is any value. */
function plain({ expr, side }: Placed): TypeExpr {
  const seen = new Set<TypeExpr>();
  for (let current = expr; ;) {
    if (current.kind !== 'type') return current;
    const { spec, name } = current;
    const type = side.specs.get(spec)?.types.find((each) => each.name === name);
    if (type?.kind !== 'alias') return current;
    if (seen.has(type.type)) return { kind: 'json' };
    seen.add(type.type);
    current = type.type;
  }
}

function coversScalar(wide: Scalar, narrow: TypeExpr, side: Side): boolean {
  switch (narrow.kind) {
    case 'scalar':
      return wide === narrow.scalar || (isNumber(wide) && isNumber(narrow.scalar) && holds(wide, narrow.scalar));
    case 'literal':
      if (typeof narrow.value === 'string') return wide === 'string';
      return typeof narrow.value === 'boolean' ? wide === 'bool' : isNumber(wide);
    case 'prefix':
      return wide === 'string';
    case 'spec-enum':
      if (enumOf(narrow, side)?.valueKind === 'string') return wide === 'string';
      return narrow.width !== 'unknown' && isNumber(wide) && holds(wide, narrow.width);
    default:
      return false;
  }
}

function coversEnum(wide: TypeExpr & { kind: 'spec-enum' }, narrow: TypeExpr, side: Side): boolean {
  if (narrow.kind === 'spec-enum' && narrow.spec === wide.spec && narrow.name === wide.name) {
    return wide.width === narrow.width || wide.width === 'unknown';
  }
  const known = enumOf(wide, side);
  if (known === undefined) return false;
  const strings = known.valueKind === 'string';
  if (narrow.kind === 'literal') return known.open || known.members.some(({ value }) => value === narrow.value);
  return (
    known.open && strings && ((narrow.kind === 'scalar' && narrow.scalar === 'string') || narrow.kind === 'prefix')
  );
}

const enumOf = ({ spec, name }: { spec: string; name: string }, side: Side): SpecEnum | undefined =>
  (side.specs.get(spec) as EventSpec | undefined)?.enums.find((each) => each.name === name);

const isNumber = (scalar: Scalar): boolean => ['int', 'int64', 'float'].includes(scalars[scalar].kind);

function numeric(expr: TypeExpr, side: Side): boolean {
  if (expr.kind === 'scalar') return isNumber(expr.scalar);
  if (expr.kind === 'spec-enum') return enumOf(expr, side)?.valueKind === 'integer';
  return expr.kind === 'literal' && typeof expr.value === 'number';
}

/** The largest whole numbers that each kind of scalar holds, as powers of two. */
function bits(scalar: Scalar): number {
  const { kind, signed } = scalars[scalar];
  if (kind === 'float') return scalar === 'float' ? 24 : 53;
  return (kind === 'int64' ? 64 : 32) - (signed ? 1 : 0);
}

function holds(wide: Scalar, narrow: Scalar): boolean {
  if (scalars[narrow].kind === 'float' && scalars[wide].kind !== 'float') return false;
  if (scalars[narrow].signed && !scalars[wide].signed) return false;
  return bits(wide) >= bits(narrow);
}
