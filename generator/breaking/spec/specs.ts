/** SPEC_NO_DELETE and BINDING_*: specs that are gone, and how events are framed. */
import type { Check } from '../change.ts';
import { missing, paired } from '../sides.ts';
import { named, specPairs } from './pairs.ts';

export const checkSpecs: Check = (sides, report) => {
  for (const { name, origin } of missing(sides.before.specs, sides.after.specs)) {
    const values = { kind: 'event spec', name, where: 'the protocol' };
    report(['SPEC_NO_DELETE'], { before: origin, after: undefined }, values);
  }
  for (const { before, after } of specPairs(sides)) {
    const [old, now] = [named(before.bindings), named(after.bindings)];
    for (const { name, origin } of missing(old, now)) {
      const values = { kind: 'binding', name, where: `the spec ${after.name}` };
      report(['BINDING_NO_DELETE'], { before: origin, after: after.origin }, values);
    }
    for (const pair of paired(old, now)) {
      const [was, is] = [pair.before, pair.after].map(({ event, args }) => `${event} and ${args}`);
      if (was === is) continue;
      const at = { before: pair.before.origin, after: pair.after.origin };
      const what = `The binding "${pair.after.name}"`;
      report(['BINDING_SAME_FRAME'], at, { what, aspect: 'frame', before: was!, after: is! });
    }
  }
};
