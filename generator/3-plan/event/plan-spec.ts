/** Plans what an event spec exports: types, unions, callbacks, event map. Its enums are planned as any other. */
import type { EventSpec, SpecType } from '../../ir/event-spec.ts';
import type { EventSpecViews } from '../../ir/view/event-view.ts';
import type { PlanContext } from '../context.ts';
import { planAlias } from './plan-alias.ts';
import { planCallback } from './plan-callback.ts';
import { planEventMap } from './plan-event-map.ts';
import { planObject } from './plan-object.ts';
import { planUnion } from './plan-union.ts';
import { type SpecContext, specContext } from './spec-context.ts';
import { codecOf } from './type-codec.ts';

export function planSpec(spec: EventSpec, plan: PlanContext): readonly EventSpecViews[] {
  const context = specContext(spec, plan, codecOf);
  return [
    ...spec.types.map((node) => planType(node, { ...context, owner: node.name })),
    ...spec.callbacks.map((node) => planCallback(node, context)),
    ...(spec.events.length === 0 ? [] : [planEventMap(spec, context)]),
  ];
}

function planType(node: SpecType, context: SpecContext): EventSpecViews {
  switch (node.kind) {
    case 'object':
      return planObject(node, context);
    case 'union':
      return planUnion(node, context);
    case 'alias':
      return planAlias(node, context);
    default:
      return node satisfies never;
  }
}
