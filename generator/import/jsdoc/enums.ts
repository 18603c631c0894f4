/** Names the enumerations that descriptions hold: one enum for those that say the same, however often they stand. */
import type { EnumPart, FieldPart, From, SpecDraft } from '../events/draft.ts';
import { memberName, pascal, unique } from '../events/names.ts';
import { alsoFrom } from './desk.ts';
import type { FoundEnum } from './fields.ts';

/** An enumeration, the field that carries it, and the type that has the field. */
export interface PlacedEnum {
  readonly found: FoundEnum;
  readonly owner: string;
  readonly part: FieldPart;
}

/** What makes two enumerations the same: their field, their values, and their words. */
const sameness = ({ found: { row, drawn } }: PlacedEnum): string =>
  JSON.stringify([
    lastName(row.name),
    drawn.members
      .map(({ value, text }) => [value, text.toLowerCase().replace(/\s+/g, ' ')])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ]);

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1).replace(/\[\]$/, '');

/** Adds the enums to the draft, and makes them the types of their fields. */
export function nameEnums(placed: readonly PlacedEnum[], draft: SpecDraft): void {
  const groups = new Map<string, PlacedEnum[]>();
  for (const each of placed) {
    const key = sameness(each);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [each]);
    else alike.push(each);
  }
  const perField = new Map<string, number>();
  for (const [first] of groups.values()) {
    const field = lastName(first!.found.row.name);
    perField.set(field, (perField.get(field) ?? 0) + 1);
  }
  for (const all of groups.values()) {
    const { owner, found } = all[0]!;
    const field = lastName(found.row.name);
    const alone = pascal(field);
    const taken = {
      has: (name: string) => draft.enums.has(name) || draft.types.has(name) || draft.callbacks.has(name),
    };
    const isAlone = perField.get(field) === 1 && !taken.has(alone);
    const name = unique(isAlone ? alone : `${pascal(owner)}${alone}`, taken);
    draft.enums.set(name, enumOf(all));
    for (const { part, found: each } of all) part.type = each.width === undefined ? name : `${name}<${each.width}>`;
  }
}

function enumOf(all: readonly PlacedEnum[]): EnumPart {
  const { found } = all[0]!;
  const { intro, members: drawn } = found.drawn;
  const isInteger = drawn.every(({ value }) => typeof value === 'number');
  const members: EnumPart['members'] = new Map();
  for (const { value, text } of isInteger ? [...drawn].sort((a, b) => Number(a.value) - Number(b.value)) : drawn) {
    const name = unique(memberName(text, value), members);
    members.set(name, { ...(value === name ? {} : { value }), ...(text === '' ? {} : { description: text }) });
  }
  let from: From | undefined;
  for (const { part } of all) {
    for (const each of [part.from].flat()) {
      if (each === undefined) continue;
      from = alsoFrom(from, from === undefined ? each : withoutRule(each));
    }
  }
  return {
    values: isInteger ? 'integer' : 'string',
    standing: 'derived',
    ...(intro === '' ? {} : { description: intro }),
    ...(from === undefined ? {} : { from }),
    members,
  };
}

/** The line alone: the rule stands with the first. */
function withoutRule(from: number | string): number | string {
  if (typeof from === 'number') return from;
  const line = from.replace(/ .*$/, '');
  return /^\d+$/.test(line) ? Number(line) : line;
}
