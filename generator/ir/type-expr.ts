/** Type expressions of event specs as text: the short form that a spec writes them in. */
import type { TypeExpr } from './event-spec.ts';

export function showTypeExpr(expr: TypeExpr): string {
  switch (expr.kind) {
    case 'scalar':
      return expr.scalar;
    case 'number':
    case 'json':
    case 'undefined':
      return expr.kind;
    case 'json-object':
      return 'object';
    case 'long-object':
      return 'long';
    case 'literal':
      return JSON.stringify(expr.value);
    case 'prefix':
      return `${JSON.stringify(expr.value)}*`;
    case 'list':
      return `list<${showTypeExpr(expr.of)}>`;
    case 'map':
      return `map<${expr.key}, ${showTypeExpr(expr.value)}>`;
    case 'union':
      return expr.of.map(showTypeExpr).join(' | ');
    case 'type':
      return expr.name;
    case 'spec-enum':
      return expr.width === 'unknown' ? expr.name : `${expr.name}<${expr.width}>`;
    case 'message':
    case 'enum':
      return expr.fullName;
    default:
      return expr satisfies never;
  }
}
