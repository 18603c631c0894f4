/** `extend` blocks, and what holds between extensions and the messages that they extend. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { ExtendDecl, FieldDecl } from '../../ir/proto-source.ts';
import type { Field } from '../../ir/protocol.ts';
import type { ScopeContext } from './context.ts';
import { linkField } from './fields.ts';
import { isMessageSet } from './message-set.ts';
import type { MessageSymbol } from './symbols.ts';

export function linkExtensions(decl: ExtendDecl, context: ScopeContext): readonly Field[] {
  const { resolver, scope, features } = context;
  const extendee = resolver.message(decl.extendee, scope, 'a message that can be extended');
  if (extendee !== undefined) checkExtendee(decl, extendee, context);
  return decl.fields.flatMap((field) => {
    if (extendee !== undefined) checkRange(field, extendee, context);
    const linked = linkField(field, { context, features, extendee: extendee?.fullName ?? '' });
    if (linked === undefined) return [];
    if (extendee !== undefined && isMessageSet(extendee.decl)) checkMember(linked, extendee, context);
    return linked;
  });
}

function checkMember(field: Field, set: MessageSymbol, context: ScopeContext): void {
  if (field.shape.kind === 'singular' && field.shape.type.kind === 'message') return;
  context.diagnostics.push(diagnose('WM2053', field.origin, { name: set.fullName }));
}

/** proto3 keeps extensions for custom options: protobuf.dev/programming-guides/proto3#customoptions. */
function checkExtendee(decl: ExtendDecl, extendee: MessageSymbol, context: ScopeContext): void {
  if (context.source.syntax !== 'proto3' || /^google\.protobuf\.\w+Options$/.test(extendee.fullName)) return;
  context.diagnostics.push(diagnose('WM2050', decl.extendee.origin, { name: extendee.fullName }));
}

function checkRange(field: FieldDecl, extendee: MessageSymbol, context: ScopeContext): void {
  if (field.number === undefined || extendee.source.brokenWords !== undefined) return;
  const { value, origin } = field.number;
  const { extensionRanges } = extendee.decl;
  if (extensionRanges.some(({ start, end }) => value >= start && (end === 'max' || value <= end))) return;
  const listed = extensionRanges.map(({ start, end }) => (start === end ? `${start}` : `${start} to ${end}`));
  const suggestion =
    listed.length === 0 ? 'It declares no extension range.' : `Its extension ranges are ${listed.join(', ')}.`;
  const related = [{ message: 'the extended message', place: extendee.name.origin }];
  context.diagnostics.push(diagnose('WM2051', origin, { number: value, name: extendee.fullName, suggestion, related }));
}
