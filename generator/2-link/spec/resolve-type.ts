/** Resolves the names of a type expression, and takes `null` and `undefined` out of it. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { nearest, suggest } from '../../../diagnostics/suggest.ts';
import type { TypeExpr } from '../../ir/event-spec.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Scalar } from '../../ir/scalar.ts';
import type { TypeSyntax } from '../../ir/spec-source.ts';
import type { LinkContext } from './context.ts';

export interface ResolvedType {
  readonly type: TypeExpr;
  /** `null` was an alternative. */
  readonly nullable: boolean;
  /** `undefined` was an alternative beside others. */
  readonly absent: boolean;
}

/** The type of a field or argument at a pointer; alternatives `null` and `undefined` at its top become properties. */
export function resolveType(pointer: string, context: LinkContext): ResolvedType {
  const syntax = context.source.types.get(pointer);
  // Read and linked by one list of places: a missing one is a fault of ours, and harmless as "any".
  if (syntax === undefined) return { type: { kind: 'json' }, nullable: false, absent: false };
  const alternatives = syntax.kind === 'union' ? syntax.of : [syntax];
  const rest = alternatives.filter(({ kind }) => kind !== 'null' && kind !== 'undefined');
  const nullable = alternatives.some(({ kind }) => kind === 'null');
  if (rest.length === 0) {
    if (nullable) context.report(diagnose('WM3112', syntax.origin, { type: 'null' }));
    return { type: { kind: 'undefined' }, nullable: false, absent: false };
  }
  const types = rest.map((each) => resolve(each, context));
  const type: TypeExpr = types.length === 1 ? types[0]! : { kind: 'union', of: types };
  return { type, nullable, absent: alternatives.some(({ kind }) => kind === 'undefined') };
}

/** As `resolveType`, keeping `undefined` among the alternatives: the observed layer lists what was seen. */
export function resolveAlternatives(pointer: string, context: LinkContext): readonly TypeExpr[] {
  const syntax = context.source.types.get(pointer);
  if (syntax === undefined) return [];
  return (syntax.kind === 'union' ? syntax.of : [syntax]).map((each) =>
    each.kind === 'undefined' ? { kind: 'undefined' } : resolve(each, context),
  );
}

function resolve(syntax: TypeSyntax, context: LinkContext): TypeExpr {
  switch (syntax.kind) {
    case 'scalar':
      return { kind: 'scalar', scalar: syntax.scalar };
    case 'number':
    case 'json':
    case 'json-object':
    case 'long-object':
      return { kind: syntax.kind };
    case 'null':
    case 'undefined':
      context.report(diagnose('WM3112', syntax.origin, { type: syntax.kind }));
      return { kind: 'undefined' };
    case 'literal':
    case 'prefix':
      return syntax.kind === 'literal'
        ? { kind: 'literal', value: syntax.value }
        : { kind: 'prefix', value: syntax.value };
    case 'list':
      return { kind: 'list', of: resolve(syntax.of, context) };
    case 'map':
      if (!scalars[syntax.key].mapKey) context.report(diagnose('WM3113', syntax.origin, { key: syntax.key }));
      return { kind: 'map', key: syntax.key, value: resolve(syntax.value, context) };
    case 'union':
      return { kind: 'union', of: syntax.of.map((each) => resolve(each, context)) };
    case 'name':
      return resolveName(syntax, context);
    default:
      return syntax satisfies never;
  }
}

function resolveName(
  { name, width, origin }: Extract<TypeSyntax, { readonly kind: 'name' }>,
  context: LinkContext,
): TypeExpr {
  const named = context.names.find(name);
  if (named === undefined && context.options.unread.has(name.slice(name.lastIndexOf('.') + 1))) return { kind: 'json' };
  if (named === undefined || named.kind === 'callback') {
    const suggestion =
      named !== undefined ? 'A function does not travel; name a type or an enum.' : suggestName(name, context);
    context.report(diagnose('WM3101', origin, { name, suggestion }));
    return { kind: 'json' };
  }
  if (width === undefined) return named.expr;
  if (named.kind !== 'enum' || !named.numeric || !isIntegerWidth(width)) {
    context.report(diagnose('WM3102', origin, { name, width }));
    return named.expr;
  }
  return named.expr.kind === 'spec-enum' ? { ...named.expr, width } : named.expr;
}

/** A name of the spec, or a word that is a type by itself. */
function suggestName(name: string, { names }: LinkContext): string {
  const builtIn = [...Object.keys(scalars), 'boolean', 'number', 'json', 'object', 'long', 'undefined', 'null'];
  const meant = nearest(name, [...names.known, ...builtIn]);
  return meant === undefined ? suggest(name, names.known) : suggest(name, [meant]);
}

const isIntegerWidth = (width: Scalar): boolean => ['int', 'int64'].includes(scalars[width].kind);
