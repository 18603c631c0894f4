/** Type expressions as the descriptor writes them: from proto value types, and from the expressions of event specs. */
import type { DocumentOrigin, Origin } from '../../../ir/origin.ts';
import type { ValueType } from '../../../ir/protocol.ts';
import type { TypeExpr } from '../../../ir/event-spec.ts';
import type { Origin as OriginEntry, TypeRef } from '../../../ir/schema/descriptor.gen.ts';

export function protoRef(type: ValueType): TypeRef {
  switch (type.kind) {
    case 'scalar':
      return { kind: 'scalar', scalar: type.scalar };
    case 'message':
      return { kind: 'message', name: type.fullName };
    case 'enum':
      return { kind: 'enum', name: type.fullName, width: 'int32' };
    default:
      return type satisfies never;
  }
}

export function specRef(type: TypeExpr): TypeRef {
  switch (type.kind) {
    case 'number':
    case 'json':
    case 'json-object':
    case 'long-object':
    case 'undefined':
      return { kind: type.kind };
    case 'scalar':
      return { kind: 'scalar', scalar: type.scalar };
    case 'literal':
      return { kind: 'literal', value: type.value };
    case 'prefix':
      return { kind: 'prefix', value: type.value };
    case 'list':
      return { kind: 'list', of: specRef(type.of) };
    case 'map':
      return { kind: 'map', key: type.key, value: specRef(type.value) };
    case 'union':
      return { kind: 'union', of: type.of.map(specRef) };
    case 'type':
      return { kind: 'type', name: type.name };
    case 'spec-enum':
      return { kind: 'enum', name: type.name, width: type.width };
    case 'message':
      return { kind: 'message', name: type.fullName };
    case 'enum':
      return { kind: 'enum', name: type.fullName, width: 'int32' };
    default:
      return type satisfies never;
  }
}

/** A place in a spec, with the line of the document that states the fact, where there is one. */
export function originEntry({ file, line, column }: Origin, source?: DocumentOrigin): OriginEntry {
  const place = { file, line, column };
  if (source === undefined) return place;
  const cited = { ...place, document: source.document, documentLine: source.line };
  return source.rule === undefined ? cited : { ...cited, rule: source.rule };
}
