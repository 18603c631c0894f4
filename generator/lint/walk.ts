/** What rules go through: the declarations of the sources that were asked for, not of what these import. */
import type { EventSpec, SpecArgument, SpecField, SpecObject, TypeExpr } from '../ir/event-spec.ts';
import type { Field, Message, ProtoEnum, ProtoFile, Protocol } from '../ir/protocol.ts';

export const ownFiles = ({ files }: Protocol): readonly ProtoFile[] => files.filter(({ requested }) => requested);

export const ownMessages = (protocol: Protocol): readonly Message[] =>
  ownFiles(protocol).flatMap((file) => file.messages);

export const ownEnums = (protocol: Protocol): readonly ProtoEnum[] => ownFiles(protocol).flatMap((file) => file.enums);

export const objectsOf = ({ types }: EventSpec): readonly SpecObject[] =>
  types.filter((type) => type.kind === 'object');

/** Every expression of a spec's interpreted layer, with what has it. */
export function* expressionsOf(
  spec: EventSpec,
): Iterable<{ readonly of: SpecField | SpecArgument | EventSpec['types'][number]; readonly expr: TypeExpr }> {
  for (const type of spec.types) {
    if (type.kind === 'alias') yield { of: type, expr: type.type };
    if (type.kind === 'object') for (const field of type.fields) yield { of: field, expr: field.type };
  }
  for (const { arguments: args } of [...spec.events, ...spec.callbacks]) {
    for (const argument of args) yield { of: argument, expr: argument.type };
  }
}

/** The expression and all inside it. */
export function* parts(expr: TypeExpr): Iterable<TypeExpr> {
  yield expr;
  if (expr.kind === 'list') yield* parts(expr.of);
  if (expr.kind === 'map') yield* parts(expr.value);
  if (expr.kind === 'union') for (const each of expr.of) yield* parts(each);
}

/** Full name of the message or enum that a field holds; undefined for a scalar. */
export function typeOf({ shape }: Field): string | undefined {
  return shape.type.kind === 'scalar' ? undefined : shape.type.fullName;
}

/** Names in a message: the first few, and how many more there are. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
