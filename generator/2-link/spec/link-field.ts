/** Links a field of an object: its type, presence, values, and the layers beside the interpreted one. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Declared, Observed, SpecField, SpecPresence, TypeExpr } from '../../ir/event-spec.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Declared as StatedDeclared, Field, Observed as StatedObserved } from '../../ir/schema/event-spec.gen.ts';
import { common, int64Ways } from './common.ts';
import { below } from './context.ts';
import type { LinkContext } from './context.ts';
import { resolveAlternatives, resolveType } from './resolve-type.ts';

export interface FieldPlace {
  /** Name of the object type. */
  readonly type: string;
  /** Name on the wire. */
  readonly name: string;
  /** Pointer to the field. */
  readonly pointer: string;
  /** Presence where the field states none. */
  readonly presence: SpecPresence;
}

export function linkField(given: Field, place: FieldPlace, context: LinkContext): SpecField {
  const { name, pointer } = place;
  const stated = typeof given === 'string' ? { type: given } : given;
  const { type, nullable, absent } = resolveType(typeof given === 'string' ? pointer : below(pointer, 'type'), context);
  const facts = common(stated, pointer, context);
  if (absent && stated.presence === 'required') context.report(diagnose('WM3117', facts.origin, { name }));
  const values = stated.values ?? [];
  for (const [index, { value }] of values.entries()) checkValue(value, ['values', index, 'value']);
  if (stated.default !== undefined) checkValue(stated.default, ['default']);
  return {
    name,
    type,
    presence: absent ? 'optional' : (stated.presence ?? place.presence),
    nullable: nullable || (stated.nullable ?? false),
    unit: stated.unit,
    values,
    default: stated.default,
    int64: int64Ways(stated.int64, `${place.type}.${name}`, context),
    declared: linkDeclared(
      stated.declared,
      { pointer: below(pointer, 'declared'), line: facts.source?.line ?? 0 },
      context,
    ),
    observed: linkObserved(stated.observed, below(pointer, 'observed'), context),
    ...facts,
  };

  function checkValue(value: string | number | boolean, keys: readonly (string | number)[]): void {
    if (fits(value, type)) return;
    const place = context.source.placeOf(below(pointer, ...keys));
    context.report(diagnose('WM3118', place, { value: JSON.stringify(value), name }));
  }
}

function linkDeclared(
  stated: StatedDeclared | undefined,
  { pointer, line }: { readonly pointer: string; readonly line: number },
  context: LinkContext,
): Declared | undefined {
  if (stated === undefined) return undefined;
  const { type, as, name } =
    typeof stated === 'string' ? { type: stated } : { as: undefined, name: undefined, ...stated };
  const at = typeof stated === 'string' ? pointer : below(pointer, as === undefined ? 'type' : 'as');
  const alternatives = resolveAlternatives(at, context);
  const expr: TypeExpr = alternatives.length === 1 ? alternatives[0]! : { kind: 'union', of: alternatives };
  return { type, expr, name, line };
}

function linkObserved(stated: StatedObserved | undefined, pointer: string, context: LinkContext): Observed | undefined {
  if (stated === undefined) return undefined;
  const types = resolveAlternatives(below(pointer, 'type'), context);
  const absent = stated.absent ?? types.some(({ kind }) => kind === 'undefined');
  return { types, absent, count: stated.count, note: stated.note ?? '' };
}

/** Could the value be of the type? Names are taken at their word. */
function fits(value: string | number | boolean, type: TypeExpr): boolean {
  switch (type.kind) {
    case 'scalar': {
      const { kind } = scalars[type.scalar];
      if (kind === 'bool') return typeof value === 'boolean';
      if (kind === 'string' || kind === 'bytes') return typeof value === 'string';
      return typeof value === 'number' && (kind === 'float' || Number.isInteger(value));
    }
    case 'number':
      return typeof value === 'number';
    case 'literal':
      return type.value === value;
    case 'prefix':
      return typeof value === 'string' && value.startsWith(type.value);
    case 'union':
      return type.of.some((each) => fits(value, each));
    case 'spec-enum':
      return (type.width === 'string') === (typeof value === 'string') && typeof value !== 'boolean';
    case 'enum':
      return typeof value !== 'boolean';
    case 'json':
    case 'type':
      return true;
    case 'json-object':
    case 'long-object':
    case 'undefined':
    case 'list':
    case 'map':
    case 'message':
      return false;
    default:
      return type satisfies never;
  }
}
