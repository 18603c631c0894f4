/** Compares the members of an enum by value and by name. */
import type { Row } from '../ir/schema/drift.gen.ts';
import { memberKeys } from './names.ts';
import type { SdkMember, SdkType } from './sdk.ts';
import type { SpecEnumMember, SpecType } from './spec-types.ts';

type SpecEnum = SpecType & { readonly kind: 'enum' };

/**
 * The same name at another value is renumbered; the same value under another name is renamed, unless that name is known
 * elsewhere. Rows stand in the order of the spec; what only the SDK has comes last.
 */
export function compareEnum(spec: SpecEnum, declared: readonly SdkType[]): Row[] {
  const keyOf = memberKeys(
    spec.name,
    spec.members.map(({ name }) => name),
  );
  const byKey = new Map(spec.members.map((member) => [keyOf.get(member.name)!, member]));
  const byValue = new Map(spec.members.map((member) => [member.value, member]));
  const known: { readonly member: SdkMember; readonly twin: SpecEnumMember | undefined }[] = declared.flatMap(
    (type) => {
      const keys = memberKeys(
        type.name,
        type.members.map(({ name }) => name),
      );
      return type.members.map((member) => ({ member, twin: byKey.get(keys.get(member.name)!) }));
    },
  );
  const rows = new Map<SpecEnumMember, Row[]>();
  const extra: Row[] = [];
  const add = (to: SpecEnumMember, row: Row): void => void rows.set(to, [...(rows.get(to) ?? []), row]);
  for (const { member, twin } of known) {
    if (twin === undefined) continue;
    const [ours, theirs] = [{ name: twin.name, value: twin.value }, member];
    if (twin.value !== member.value) {
      const holder = byValue.get(member.value);
      const note = holder === undefined ? '' : `${member.value} is ${holder.name}`;
      add(twin, { verdict: 'renumbered', spec: ours, declared: theirs, note });
    } else
      add(twin, { verdict: twin.name === member.name ? 'same' : 'respelt', spec: ours, declared: theirs, note: '' });
  }
  const paired = new Set(rows.keys());
  for (const { member, twin } of known) {
    if (twin !== undefined) continue;
    const holder = byValue.get(member.value);
    if (holder !== undefined && !paired.has(holder)) {
      const ours = { name: holder.name, value: holder.value };
      add(holder, { verdict: 'renamed', spec: ours, declared: member, note: '' });
    } else extra.push({ verdict: 'extra', declared: member, note: noteOf(member, holder, spec) });
  }
  const listed = spec.members.flatMap((member): readonly Row[] => {
    const found = rows.get(member);
    if (found !== undefined) return found;
    if (member.isPlaceholder) return [];
    const other = known.find(({ member: theirs }) => theirs.value === member.value)?.member;
    const note = other === undefined ? '' : `${member.value} is ${other.name} there`;
    return [{ verdict: 'missing', spec: { name: member.name, value: member.value }, note }];
  });
  return [...listed, ...extra];
}

function noteOf(member: SdkMember, holder: SpecEnumMember | undefined, spec: SpecEnum): string {
  if (holder !== undefined) return `${member.value} is ${holder.name}`;
  const silenced = typeof member.value === 'number' ? spec.commentedOut.get(member.value) : undefined;
  return silenced === undefined ? '' : `commented out in the source, as ${silenced}`;
}
