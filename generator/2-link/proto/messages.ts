/** Messages with all that is nested in them, outer before inner. */
import type { FieldDecl, MessageDecl } from '../../ir/proto-source.ts';
import type { Field, Message, NumberRange, Oneof, ProtoEnum } from '../../ir/protocol.ts';
import { int64At, type ScopeContext } from './context.ts';
import { linkEnum } from './enums.ts';
import { linkExtensions } from './extensions.ts';
import { featuresOf, type Features } from './features.ts';
import { linkField } from './fields.ts';
import { checkJsonNames } from './json-names.ts';
import { isMessageSet } from './message-set.ts';
import { checkName } from './naming-style.ts';
import { scoped } from './symbols.ts';

/** Highest field number: 2^29 - 1. */
export const maxFieldNumber = 536_870_911;
/** Highest number of an extension of a message set, whose type ids are int32. */
const maxMessageSetNumber = 2_147_483_646;

/** Lists that the declarations of a file are gathered in. */
export interface Gathered {
  readonly messages: Message[];
  readonly enums: ProtoEnum[];
  readonly extensions: Field[];
}

export function linkMessage(
  decl: MessageDecl,
  context: ScopeContext,
  into: Gathered & { readonly parent: string | undefined },
): void {
  const { source, diagnostics } = context;
  const fullName = scoped(context.scope, decl.name.text);
  const request = {
    syntax: source.syntax,
    target: 'message',
    options: decl.options,
    parent: context.features,
  } as const;
  const features = featuresOf(request, diagnostics);
  checkName('message', decl.name, { features, diagnostics });
  const inner: ScopeContext = { ...context, scope: fullName, features, int64: int64At(context, fullName) };
  const options = context.options.link(decl.options, { target: 'message', scope: context.scope });
  for (const options of new Set(decl.extensionRanges.map((range) => range.options))) {
    featuresOf({ syntax: source.syntax, target: 'extension range', options, parent: features }, diagnostics);
    context.options.link(options, { target: 'extension range', scope: fullName });
  }
  const messageSet = isMessageSet(decl);
  const oneofs = linkOneofs(decl, inner);
  const index = into.messages.length;
  // Outer before inner: the place is taken before the nested ones are linked.
  const message: Message = {
    kind: 'message',
    name: decl.name.text,
    fullName,
    file: source.path,
    parent: into.parent,
    fields: decl.fields.flatMap((field) => {
      const around = (field.oneof === undefined ? undefined : oneofs.features.get(field.oneof)) ?? features;
      return linkField(field, { context: inner, features: around, extendee: undefined }) ?? [];
    }),
    oneofs: oneofs.oneofs,
    extensionRanges: ranges(decl.extensionRanges, messageSet ? maxMessageSetNumber : maxFieldNumber),
    reservedRanges: ranges(decl.reservedRanges, maxFieldNumber),
    reservedNames: decl.reservedNames.map(({ text }) => text),
    messageSet,
    options,
    deprecated: options['deprecated'] === true,
    comment: decl.comment,
    origin: decl.name.origin,
  };
  into.messages[index] = message;
  checkJsonNames(decl, { features, diagnostics });
  for (const nested of decl.messages) linkMessage(nested, inner, { ...into, parent: fullName });
  for (const nested of decl.enums) into.enums.push(linkEnum(nested, inner, fullName));
  for (const nested of decl.extends) into.extensions.push(...linkExtensions(nested, inner));
}

function ranges(
  declared: readonly { readonly start: number; readonly end: number | 'max' }[],
  max: number,
): readonly NumberRange[] {
  return declared.map(({ start, end }) => ({ start, end: end === 'max' ? max : end }));
}

function linkOneofs(
  decl: MessageDecl,
  context: ScopeContext,
): { readonly oneofs: readonly Oneof[]; readonly features: ReadonlyMap<string, Features> } {
  const { source, diagnostics, scope } = context;
  const features = new Map<string, Features>();
  const oneofs = decl.oneofs.map((oneof): Oneof => {
    const name = oneof.name.text;
    const request = {
      syntax: source.syntax,
      target: 'oneof',
      options: oneof.options,
      parent: context.features,
    } as const;
    const own = featuresOf(request, diagnostics);
    features.set(name, own);
    checkName('oneof', oneof.name, { features: own, diagnostics });
    context.options.link(oneof.options, { target: 'oneof', scope });
    return {
      kind: 'oneof',
      name,
      fullName: scoped(scope, name),
      fields: decl.fields.filter((field: FieldDecl) => field.oneof === name).map((field) => field.name.text),
      comment: oneof.comment,
      origin: oneof.name.origin,
    };
  });
  return { oneofs, features };
}
