/** EVENT_* and CALLBACK_NO_DELETE: events gone, renamed or sent the other way, and what they are called with. */
import type { SpecArgument, SpecEvent } from '../../ir/event-spec.ts';
import type { Check } from '../change.ts';
import { missing, paired } from '../sides.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import { checkArguments } from './arguments.ts';
import { named, specPairs } from './pairs.ts';
import { renamed } from './renamed.ts';

export const checkEvents: Check = (sides, report) => {
  for (const { before, after } of specPairs(sides)) {
    const where = `the spec ${after.name}`;
    const [old, now] = [named(before.events), named(after.events)];
    const gone = missing(old, now);
    const others = renamed(gone, missing(now, old), (a, b) => signature(a) === signature(b));
    for (const event of gone) {
      const other = others.get(event);
      if (other === undefined) {
        const values = { kind: 'event', name: event.name, where };
        report(['EVENT_NO_DELETE'], { before: event.origin, after: after.origin }, values);
      } else {
        const values = { kind: 'event', before: event.name, after: other.name, where };
        report(['EVENT_SAME_NAME'], { before: event.origin, after: other.origin }, values);
      }
    }
    for (const pair of paired(old, now)) {
      const what = `The event "${pair.after.name}"`;
      if (pair.before.direction !== pair.after.direction) {
        const at = { before: pair.before.origin, after: pair.after.origin };
        const values = { aspect: 'direction', before: pair.before.direction, after: pair.after.direction };
        report(['EVENT_SAME_DIRECTION'], at, { what, ...values });
      }
      checkArguments({ ...pair, what }, sides, report);
    }
    const [oldCallbacks, callbacks] = [named(before.callbacks), named(after.callbacks)];
    for (const { name, origin } of missing(oldCallbacks, callbacks)) {
      report(['CALLBACK_NO_DELETE'], { before: origin, after: after.origin }, { kind: 'callback', name, where });
    }
    for (const pair of paired(oldCallbacks, callbacks)) {
      checkArguments({ ...pair, what: `The callback "${pair.after.name}"` }, sides, report);
    }
  }
};

const signature = ({ arguments: args, direction }: SpecEvent): string =>
  `${direction}(${args.map(({ type }: SpecArgument) => showTypeExpr(type)).join(', ')})`;
