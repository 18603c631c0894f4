/** Arguments of an event in short, for a table: `meta: Meta, more?: string`. */
import type { Argument, TypeRef } from '../../../ir/schema/descriptor.gen.ts';
import { codeSpan } from './markdown.ts';

/** A code span; nothing when there are no arguments. */
export function argumentsText(args: readonly Argument[]): string {
  if (args.length === 0) return '';
  const parts = args.map(({ name, type, presence, nullable }) => {
    const mark = presence === 'required' ? '' : '?';
    return `${name}${mark}: ${typeText(type)}${nullable ? ' | null' : ''}`;
  });
  return codeSpan(parts.join(', '));
}

function typeText(type: TypeRef): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'number':
    case 'undefined':
      return type.kind;
    case 'json':
      return 'any';
    case 'json-object':
      return 'object';
    case 'long-object':
      return 'Long';
    case 'literal':
      return JSON.stringify(type.value);
    case 'prefix':
      return `${JSON.stringify(type.value)}…`;
    case 'list':
      return type.of.kind === 'union' ? `(${typeText(type.of)})[]` : `${typeText(type.of)}[]`;
    case 'map':
      return `{ [key: ${type.key}]: ${typeText(type.value)} }`;
    case 'union':
      return type.of.map(typeText).join(' | ');
    case 'message':
    case 'enum':
    case 'type':
      return type.name.slice(type.name.lastIndexOf('.') + 1);
    default:
      return type satisfies never;
  }
}
