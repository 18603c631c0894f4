/** Proto enums inside event specs, as ProtoJSON has them: by name, or by number. */
import { JsonError } from './errors.ts';
import { checkInt32, stringToText } from './spec-scalar.ts';

type Members = Readonly<Record<string, number>>;
type Names = Readonly<Record<number, string | undefined>>;

/** The number of a member's name, or the number itself. @throws {JsonError} `unknown-value`, `wrong-type`, `out-of-range`. */
export function protoEnumFromJson(json: unknown, members: Members): number {
  if (typeof json !== 'string') return checkInt32(json);
  if (!Object.hasOwn(members, json)) throw new JsonError('unknown-value', 'no member of the enum has this name');
  return members[json]!;
}

/** The name of a member, or the number where it has none. */
export function protoEnumToJson(value: number, names: Names): string | number {
  return names[checkInt32(value)] ?? value;
}

export function protoEnumToText(value: number, names: Names): string {
  const json = protoEnumToJson(value, names);
  return typeof json === 'string' ? stringToText(json) : String(json);
}
