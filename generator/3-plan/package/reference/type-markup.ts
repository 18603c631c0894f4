/** Type expressions of event specs as a reader sees them: in the short form of specs, with links to what they name. */
import type { TypeExpr } from '../../../ir/event-spec.ts';
import type { Markup } from '../../../ir/printable.ts';
import { showTypeExpr } from '../../../ir/type-expr.ts';
import { join } from './ink.ts';
import type { ReferenceContext } from './context.ts';

export function exprMarkup(type: TypeExpr, context: Pick<ReferenceContext, 'ink' | 'places'>): Markup {
  const { ink, places } = context;
  const inner = (of: TypeExpr): Markup => exprMarkup(of, context);
  switch (type.kind) {
    case 'list':
      return join(ink.text('list<'), inner(type.of), ink.text('>'));
    case 'map':
      return join(ink.text(`map<${type.key},`), ' ' as Markup, inner(type.value), ink.text('>'));
    case 'union':
      return type.of.map(inner).join(` ${ink.text('|')} `) as Markup;
    case 'type':
    case 'spec-enum':
      return ink.link(showTypeExpr(type), places.spec(type.spec, type.name).place);
    case 'message':
    case 'enum':
      return ink.link(places.proto(type.fullName).name, places.proto(type.fullName).place);
    case 'scalar':
    case 'number':
    case 'json':
    case 'json-object':
    case 'long-object':
    case 'undefined':
    case 'literal':
    case 'prefix':
      return ink.text(showTypeExpr(type));
    default:
      return type satisfies never;
  }
}
