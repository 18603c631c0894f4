/** The events that a package's clients and servers exchange under a binding: those of its spec, or its messages, each an event of one argument. */
import { elementEdges, plainMessage } from '../codec/edges.ts';
import type { Binding } from '../../bindings/binding.ts';
import type { Event } from '../../model/descriptor.gen.ts';
import { printExact, type ExactJson } from '../../reference/oracle/json-text.ts';
import { messageToJson } from '../../reference/oracle/to-json.ts';
import { scalars } from '../../reference/oracle/scalars.ts';
import type { CanonicalMessage } from '../../reference/oracle/value.ts';
import { wrongOf } from '../types/broken.ts';
import { plainOf, type TypeContext } from '../types/plain.ts';
import { variantsOf, type VariantKind } from '../types/variants.ts';
import { holding } from '../codec/rules/field-subject.ts';

/** Arguments of an event, as JSON text of an array, and what they show. */
export interface ArgumentList {
  readonly kind: VariantKind;
  readonly args: string;
}

export interface KitEvent {
  readonly name: string;
  /** The plainest legal arguments. */
  readonly plain: string;
  /** Number of arguments. */
  readonly count: number;
  /** Legal arguments, each different from the plain ones in one place. */
  variants(): readonly ArgumentList[];
  /** Arguments that are of another type than the event asks for. */
  wrong(): readonly string[];
}

/** @param binding - What it carries is what an event is. */
export function kitEvents(context: TypeContext, { carries }: Pick<Binding, 'carries'>): readonly KitEvent[] {
  const { descriptor } = context.types;
  if (carries !== 'events') {
    return descriptor.messages
      .filter((message) => !message.messageSet && (carries === 'messages' || carries.includes(message.name)))
      .map((message) => ofMessage(context, message.name));
  }
  return descriptor.events
    .filter((event) => event.direction !== 'client-to-server')
    .map((event) => ofEvent(context, event));
}

/** Trailing arguments that are absent are left out; others that are stand as null. */
function printed(values: readonly (ExactJson | undefined)[]): string {
  let end = values.length;
  while (end > 0 && values[end - 1] === undefined) end--;
  return printExact(values.slice(0, end).map((value) => value ?? null));
}

function ofEvent(context: TypeContext, event: Event): KitEvent {
  const slots = context.types.argumentsOf(event);
  const plain = slots.map((slot) => plainOf(context, slot));
  const replaced = (i: number, value: ExactJson | undefined): string => printed(plain.with(i, value));
  return {
    name: event.name,
    plain: printed(plain),
    count: slots.length,
    variants: () =>
      slots.flatMap((slot, i): ArgumentList[] => [
        ...variantsOf(context, slot).map(({ kind, value }): ArgumentList => ({ kind, args: replaced(i, value) })),
        ...(i === slots.length - 1 && context.types.accepts(slot, undefined)
          ? [{ kind: 'presence', args: replaced(i, undefined) } as const]
          : []),
      ]),
    wrong: () => slots.flatMap((slot, i) => wrongOf(context, slot).map((value) => replaced(i, value))),
  };
}

function ofMessage({ schema }: TypeContext, name: string): KitEvent {
  const message = schema.message(name);
  const print = (value: CanonicalMessage): string => printExact([messageToJson(schema, message, value)]);
  const own = message.wellKnown !== undefined;
  return {
    name,
    plain: print(own ? {} : plainMessage(schema, message)),
    count: 1,
    variants: () => {
      if (own) return [];
      const lists = message.fields.flatMap((info) => {
        const kind =
          info.type.kind === 'enum' ? 'enum' : info.type.kind === 'scalar' && info.type.info.wide ? 'int64' : 'value';
        const subject = { schema, message, field: info.name, info };
        return elementEdges(schema, info.type).map((value): ArgumentList => ({
          kind,
          args: print(holding(subject, value)),
        }));
      });
      return [{ kind: 'presence', args: '[{}]' }, ...lists];
    },
    wrong: () => {
      const bad = message.fields
        .filter((field) => field.type.kind === 'scalar' && field.cardinality === 'singular')
        .map(
          (field) =>
            `[{${JSON.stringify(field.jsonName)}:${field.type.kind === 'scalar' && field.type.info === scalars.bool ? '"true"' : '{}'}}]`,
        );
      return own ? [] : [...bad, '[7]', '["text"]', '[[]]', '[true]', '[{"noSuchField":1}]'];
    },
  };
}
