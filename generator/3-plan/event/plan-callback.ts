/** Plans a callback: a function type. */
import type { SpecArgument, SpecCallback } from '../../ir/event-spec.ts';
import type { CallbackView } from '../../ir/view/event-view.ts';
import { Scope } from '../names.ts';
import { builtIn, unionType } from './build.ts';
import { argumentTags, declared } from './doc.ts';
import { slotOf } from './expressions.ts';
import type { SpecContext } from './spec-context.ts';
import { slotCodec } from './type-codec.ts';

export function planCallback(node: SpecCallback, context: SpecContext): CallbackView {
  const { name } = context.symbols.spec(context.spec.name, node.name);
  const scope = new Scope();
  return {
    kind: 'callback',
    name,
    type: {
      kind: 'function',
      members: trailingOptional(node.arguments).map(({ argument, optional }) => {
        const slot = slotOf(argument);
        const { type } = slotCodec(slot, context);
        return {
          key: scope.claim(argument.name),
          optional,
          type: slot.optional ? unionType([type, builtIn('undefined')]) : type,
        };
      }),
    },
    tags: argumentTags(node.arguments),
    ...declared(node),
  };
}

/** Arguments that may be left out: optional ones that no other follows. */
export function trailingOptional(
  args: readonly SpecArgument[],
): readonly { readonly argument: SpecArgument; readonly optional: boolean }[] {
  const lastRequired = args.findLastIndex((argument) => !slotOf(argument).optional);
  return args.map((argument, index) => ({ argument, optional: index > lastRequired }));
}
