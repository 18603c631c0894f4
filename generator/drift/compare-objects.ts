/** Compares the fields of an object, and the names and arguments of events. */
import type { Row } from '../ir/schema/drift.gen.ts';
import { plainName } from './names.ts';
import type { SdkEvent, SdkMember, SdkType } from './sdk.ts';
import { fits, type Shape } from './shape.ts';
import type { SpecEvent, SpecField, SpecType } from './spec-types.ts';

/** Gives the shape of a declared type's text. */
type ShapeOf = (text: string) => Shape;

/** A name that differs in nothing but case and marks is the same field, renamed: JSON tells the two apart. */
export function compareObject(
  spec: SpecType & { readonly kind: 'object' },
  declared: readonly SdkType[],
  shapeOf: ShapeOf,
): Row[] {
  const theirs = declared.flatMap(({ members }) => members);
  return matched(spec.members, theirs).map(({ ours, other }): Row => {
    const left = ours && { name: ours.name, value: ours.type, ...optional(ours) };
    if (other === undefined) return { verdict: 'missing', ...(left && { spec: left }), note: '' };
    if (left === undefined) return { verdict: 'extra', declared: other, note: '' };
    const isSame = fits(ours!.shape, shapeOf(String(other.value)), ours!.int64);
    const presence = presenceNote(ours!, other);
    const verdict = !isSame ? 'retyped' : left.name !== other.name ? 'renamed' : presence === '' ? 'same' : 'presence';
    const notes = [isSame ? '' : roundingNote(ours!, other.value), presence].filter((note) => note !== '');
    return { verdict, spec: left, declared: other, note: notes.join('; ') };
  });
}

export function compareEvents(events: readonly SpecEvent[], declared: readonly SdkEvent[], shapeOf: ShapeOf): Row[] {
  return matched(events, declared).map(({ ours, other }): Row => {
    const left = ours === undefined ? undefined : { name: ours.name, value: list(ours.args.map(({ type }) => type)) };
    const right = other && { name: other.name, value: other.args ? list(other.args) : '', place: other.place };
    if (right === undefined) return { verdict: 'missing', ...(left && { spec: left }), note: '' };
    if (left === undefined) return { verdict: 'extra', declared: right, note: '' };
    const isSame = other!.args === undefined || sameArguments(ours!.args, other!.args, shapeOf);
    const verdict = !isSame ? 'retyped' : left.name === right.name ? 'same' : 'renamed';
    return { verdict, spec: left, declared: right, note: '' };
  });
}

const optional = ({ isOptional }: SpecField): { isOptional?: boolean } =>
  isOptional === undefined ? {} : { isOptional };

function presenceNote({ isOptional }: SpecField, other: SdkMember): string {
  if (isOptional === undefined || other.isOptional === undefined || isOptional === other.isOptional) return '';
  return isOptional ? 'the spec lets it be left out' : 'the spec requires it';
}

const list = (types: readonly string[]): string => `(${types.join(', ')})`;

const roundingNote = ({ shape }: SpecField, type: number | string): string =>
  shape.categories.has('int64') && type === 'number' ? 'a number rounds beyond 2^53' : '';

function sameArguments(ours: readonly SpecField[], theirs: readonly string[], shapeOf: ShapeOf): boolean {
  return ours.length === theirs.length && ours.every((each, at) => fits(each.shape, shapeOf(theirs[at]!), each.int64));
}

/** Both sides beside each other, exact names first; the spec's order, then what only the SDK has. */
function matched<A extends { readonly name: string }, B extends { readonly name: string }>(
  ours: readonly A[],
  theirs: readonly B[],
): { readonly ours: A | undefined; readonly other: B | undefined }[] {
  const left = new Map(theirs.map((each) => [each.name, each]));
  const exact = new Map(ours.flatMap((each) => (left.has(each.name) ? [[each, left.get(each.name)!] as const] : [])));
  for (const each of exact.keys()) left.delete(each.name);
  const near = new Map([...left.values()].map((each) => [plainName(each.name), each]));
  const rows = ours.map((each) => {
    const other = exact.get(each) ?? near.get(plainName(each.name));
    if (other !== undefined && !exact.has(each)) {
      near.delete(plainName(each.name));
      left.delete(other.name);
    }
    return { ours: each, other };
  });
  return [...rows, ...[...left.values()].map((other) => ({ ours: undefined, other }))];
}
