/** Plans what an event spec exports: types, unions, callbacks, event map. Its enums are planned as any other. */
import type { EventSpec } from '../../ir/event-spec.ts';
import type { EventSpecViews } from '../../ir/view/event-view.ts';
import type { PlanContext } from '../context.ts';

export function planSpec(_spec: EventSpec, _context: PlanContext): readonly EventSpecViews[] {
  return [];
}
