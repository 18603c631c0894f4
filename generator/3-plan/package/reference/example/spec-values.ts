/** Arbitraries of what an event spec describes, in its JSON, for examples: types, arguments, and frames of events. */
import type { Arbitrary } from 'fast-check';
import type { EventSpec, SpecEvent, SpecType, TypeExpr } from '../../../../ir/event-spec.ts';
import { envelopeOf, pointerSteps } from '../../../event/envelope.ts';
import { alternativesOf, slotOf, usualInt64, type Int64 } from '../../../event/expressions.ts';
import { heightsOf } from '../../arbitraries/heights.ts';
import { NoExample, type MessageExamples } from './messages.ts';
import { listExample, mapExample, objectExample, scalarExample, textExample, type FastCheck } from './values.ts';

export interface SpecExamples {
  type(node: SpecType, spec: EventSpec): Arbitrary<unknown>;
  /** A frame, as the first binding has it. */
  frame(event: SpecEvent, spec: EventSpec): Arbitrary<unknown>;
}

/** Types in types: below, only what must be there is. */
const deepest = 2;

export function specExamples(
  fc: FastCheck,
  { specs, messages }: { readonly specs: readonly EventSpec[]; readonly messages: MessageExamples },
): SpecExamples {
  const heights = heightsOf(specs);
  const slot = (node: Parameters<typeof slotOf>[0], depth: number): Arbitrary<unknown> => {
    const { type, int64 } = slotOf(node);
    return expr(type, int64, depth);
  };
  /** May it be left out where room is short? */
  const isDeep = (type: TypeExpr): boolean =>
    type.kind === 'type' ||
    type.kind === 'message' ||
    (type.kind === 'list' && isDeep(type.of)) ||
    (type.kind === 'map' && isDeep(type.value)) ||
    (type.kind === 'union' && type.of.some(isDeep));
  const expr = (type: TypeExpr, int64: Int64, depth: number): Arbitrary<unknown> => {
    switch (type.kind) {
      case 'scalar': {
        const wide = int64.travel === 'string' ? 'text' : int64.surface === 'number' ? 'safe' : 'number';
        return scalarExample(fc, type.scalar, wide);
      }
      case 'number':
        return fc.integer({ min: 0, max: 9999 });
      case 'json':
        return textExample(fc);
      case 'json-object':
        return objectExample(fc, [['key', textExample(fc)]]);
      case 'long-object':
        return fc.constant({ low: 1, high: 2097152, unsigned: false });
      case 'literal':
        return fc.constant(type.value);
      case 'prefix':
        return textExample(fc).map((rest) => `${type.value}${rest}`);
      case 'list':
        return depth >= deepest && isDeep(type.of) ? fc.constant([]) : listExample(fc, expr(type.of, int64, depth));
      case 'map':
        return depth >= deepest && isDeep(type.value)
          ? fc.constant({})
          : mapExample(fc, type.key, expr(type.value, int64, depth));
      case 'union': {
        const choices = type.of.filter(({ kind }) => kind !== 'undefined');
        const [lowest] = choices.toSorted((a, b) => heights.of(a) - heights.of(b));
        if (lowest === undefined) throw new NoExample('an empty union');
        return expr(depth < deepest ? choices[0]! : lowest, int64, depth);
      }
      case 'type': {
        const spec = specs.find(({ name }) => name === type.spec);
        const node = spec?.types.find(({ name }) => name === type.name);
        if (spec === undefined || node === undefined || !Number.isFinite(heights.of(type))) {
          throw new NoExample(type.name);
        }
        return ofType(node, spec, depth + 1);
      }
      case 'spec-enum': {
        const node = specs.find(({ name }) => name === type.spec)?.enums.find(({ name }) => name === type.name);
        const values = (node?.members ?? []).map(({ value, match }) => (match === 'prefix' ? `${value}...` : value));
        if (values.length > 0) return fc.constantFrom(...values);
        return node?.valueKind === 'integer' ? fc.constant(0) : textExample(fc);
      }
      case 'message':
        return messages.message(type.fullName, depth + 1);
      case 'enum':
        return messages.enum(type.fullName);
      case 'undefined':
        throw new NoExample('undefined');
      default:
        return type satisfies never;
    }
  };
  const ofType = (node: SpecType, spec: EventSpec, depth: number): Arbitrary<unknown> => {
    switch (node.kind) {
      case 'object': {
        const shown = node.fields.filter((field) => {
          const { type, optional } = slotOf(field);
          return !optional || (alternativesOf(type).length > 0 && (depth < deepest || !isDeep(type)));
        });
        return objectExample(
          fc,
          shown.map((field) => [field.name, slot(field, depth)] as const),
        );
      }
      case 'alias':
        return expr(node.type, usualInt64, depth);
      case 'union': {
        const types = node.variants.map(({ value, type: name }) => ({
          value,
          type: { kind: 'type', spec: spec.name, name } as const,
        }));
        const [lowest] = types.toSorted((a, b) => heights.of(a.type) - heights.of(b.type));
        const chosen = depth < deepest ? types[0] : lowest;
        if (chosen === undefined) throw new NoExample(node.name);
        const made = expr(chosen.type, usualInt64, depth);
        return made.map((one) => {
          const said = new Map(Object.entries(one as object)).get(node.discriminant) as string | number | undefined;
          // A variant that says itself how its discriminant goes on has said more than the union does.
          const own = said !== undefined && String(said).startsWith(String(chosen.value)) ? said : chosen.value;
          return Object.fromEntries([
            [node.discriminant, own],
            ...Object.entries({ ...(one as object), [node.discriminant]: own }),
          ]);
        });
      }
      default:
        return node satisfies never;
    }
  };
  return {
    type: (node, spec) => ofType(node, spec, 0),
    frame(event, spec) {
      const { event: namePlace, args: argsPlace } = envelopeOf(spec);
      const args = fc.tuple(...event.arguments.map((argument) => slot(argument, 0)));
      return args.map((values) => {
        const frame = {};
        place(frame, pointerSteps(namePlace), event.name);
        place(frame, pointerSteps(argsPlace), values);
        return frame;
      });
    },
  };
}

/** Puts a value where a pointer leads, with objects on the way. */
function place(object: object, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) return;
  const there: unknown = Object.getOwnPropertyDescriptor(object, step)?.value;
  const inner = rest.length === 0 ? value : (there ?? {});
  Object.defineProperty(object, step, { value: inner, enumerable: true, configurable: true, writable: true });
  if (rest.length > 0) place(inner as object, rest, value);
}
