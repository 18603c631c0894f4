/** Illegal values of event-spec types: of another type, with a property missing, with one too many. */
import type { ExactJson, JsonObject } from '../../reference/oracle/json-text.ts';
import type { ObjectType, Slot } from '../../reference/oracle/spec-types.ts';
import { plainObject, type TypeContext } from './plain.ts';

/** A name that no type of a protocol should have. */
export const strangerName = 'notInTheSpec';

/** Values of other types, of which those are given that the place does not accept. Null is left to each implementation. */
export function wrongOf({ types }: TypeContext, slot: Slot): readonly ExactJson[] {
  const candidates: readonly ExactJson[] = [true, 7, 1.5, 'text', '7', [], ['x'], {}, { a: 1 }, 2n ** 70n];
  return candidates.filter((value) => !types.accepts(slot, value));
}

/** Illegal values of an object type: each property wrong in turn, each required one missing, one too many where it is closed. */
export function brokenObjects(
  context: TypeContext,
  type: ObjectType,
): {
  readonly wrong: readonly JsonObject[];
  readonly missing: readonly JsonObject[];
  readonly extra: readonly JsonObject[];
} {
  const whole = plainObject(context, type, { depth: 0, all: true });
  const without = (name: string): JsonObject =>
    Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
  return {
    wrong: type.fields.flatMap((field) =>
      wrongOf(context, context.types.slotOf(field)).map((value) => ({ ...whole, [field.name]: value })),
    ),
    missing: type.fields
      .filter((field) => !context.types.accepts(context.types.slotOf(field), undefined))
      .map((field) => without(field.name)),
    extra: type.open ? [] : [{ ...whole, [strangerName]: 1 }],
  };
}
