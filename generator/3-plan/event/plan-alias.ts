/** Plans a name for a type expression: its functions are those of what it stands for. */
import type { SpecAlias } from '../../ir/event-spec.ts';
import type { AliasView } from '../../ir/view/event-view.ts';
import { atom, verbatim } from './build.ts';
import { declared } from './doc.ts';
import { usualInt64 } from './expressions.ts';
import type { SpecContext } from './spec-context.ts';
import { codecOf } from './type-codec.ts';

export function planAlias(node: SpecAlias, context: SpecContext): AliasView {
  const { name } = context.symbols.spec(context.spec.name, node.name);
  const { rule, recursive } = context.locals.get(node.name)!;
  const codec = codecOf({ type: node.type, int64: usualInt64 }, context);
  const json = atom(verbatim('json'));
  const value = atom(verbatim('value'));
  return {
    kind: 'alias',
    name,
    ruleName: rule,
    recursive,
    plain: context.graph.isPlainType(node.name),
    type: codec.type,
    jsonType: codec.json,
    fromJson: codec.fromJson(json),
    toJson: codec.toJson(value),
    toText: codec.toText(value),
    is: codec.is(value),
    rule: codec.rule,
    ...declared(node),
  };
}
