/** Links an enum and checks its values. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { SpecEnum, SpecEnumMember } from '../../ir/event-spec.ts';
import type { Enum, Member } from '../../ir/schema/event-spec.gen.ts';
import { common, namedCommon } from './common.ts';
import { below } from './context.ts';
import type { LinkContext } from './context.ts';

export function linkEnum(name: string, stated: Enum, context: LinkContext): SpecEnum {
  const pointer = below('/enums', name);
  const members = Object.entries(stated.members).flatMap(([member, value]) =>
    linkMember(
      { name: member, stated: value, kind: stated.values, pointer: below(pointer, 'members', member) },
      context,
    ),
  );
  reportDuplicates(name, members, context);
  return {
    kind: 'spec-enum',
    name,
    valueKind: stated.values,
    open: stated.open ?? true,
    members,
    ...namedCommon(stated, pointer, context),
  };
}

/** The member; none when its value is of no use. */
function linkMember(
  given: { readonly name: string; readonly stated: Member; readonly kind: Enum['values']; readonly pointer: string },
  context: LinkContext,
): readonly SpecEnumMember[] {
  const { name, kind, pointer } = given;
  const stated = typeof given.stated === 'object' ? given.stated : { value: given.stated };
  const value = stated.value ?? (kind === 'string' ? name : undefined);
  const match = stated.match ?? 'exact';
  const fits = kind === 'string' ? typeof value === 'string' : Number.isInteger(value) && match === 'exact';
  if (!fits) {
    const suggestion =
      kind === 'string' ? 'Put the value in quotes.' : 'Give it an integer; only strings are matched by their start.';
    context.report(
      diagnose('WM3105', context.source.placeOf(below(pointer, 'value')), { member: name, kind, suggestion }),
    );
  }
  if (!fits || value === undefined) return [];
  return [{ name, value, match, label: stated.label ?? '', ...common(stated, pointer, context) }];
}

function reportDuplicates(name: string, members: readonly SpecEnumMember[], context: LinkContext): void {
  const seen = new Map<string | number, SpecEnumMember>();
  for (const member of members) {
    const first = seen.get(member.value);
    if (first === undefined) seen.set(member.value, member);
    else {
      const related = [{ message: 'first given here', place: first.origin }];
      context.report(diagnose('WM3104', member.origin, { name, value: JSON.stringify(member.value), related }));
    }
  }
}
