/** ARGUMENT_*: what an event or a callback is called with, place by place. */
import type { SpecArgument } from '../../ir/event-spec.ts';
import type { Origin } from '../../ir/origin.ts';
import type { Report } from '../change.ts';
import type { Sides } from '../sides.ts';
import { compareMember, type MemberRules } from './member.ts';

interface Called {
  readonly arguments: readonly SpecArgument[];
  readonly origin: Origin;
}

const rules = {
  type: 'ARGUMENT_SAME_TYPE',
  narrowed: 'ARGUMENT_NO_NARROW',
  widened: 'ARGUMENT_NO_WIDEN',
  presence: 'ARGUMENT_SAME_PRESENCE',
  travel: 'ARGUMENT_SAME_INT64',
  surface: 'ARGUMENT_SAME_INT64_SURFACE',
} as const satisfies MemberRules;

/** @param what - How messages name the event or callback. */
export function checkArguments(
  { before, after, what }: { readonly before: Called; readonly after: Called; readonly what: string },
  sides: Sides,
  report: Report,
): void {
  for (const [index, old] of before.arguments.entries()) {
    const now = after.arguments[index];
    if (now === undefined) {
      const values = { kind: 'argument', name: old.name, where: lower(what) };
      report(['ARGUMENT_NO_DELETE'], { before: old.origin, after: after.origin }, values);
      continue;
    }
    const at = { before: old.origin, after: now.origin };
    if (old.name !== now.name) {
      report(['ARGUMENT_SAME_NAME'], at, { what: lower(what), before: old.name, after: now.name });
    }
    compareMember(
      { before: old, after: now, what: `The argument "${now.name}" of ${lower(what)}`, rules },
      sides,
      report,
    );
  }
  for (const { name, origin } of after.arguments.slice(before.arguments.length)) {
    report(['ARGUMENT_NO_ADD'], { before: before.origin, after: origin }, { what, name });
  }
}

const lower = (what: string): string => what.replace(/^The/, 'the');
