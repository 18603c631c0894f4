/** Finds what an SDK calls each type of the spec: by a person's map, by name, or by what the two hold. */
import { memberKeys, typeKey } from './names.ts';
import type { Sdk, SdkType } from './sdk.ts';
import type { SpecType } from './spec-types.ts';

export interface Pair {
  readonly spec: SpecType;
  /** Several, where a map says that they make up the one type together; empty when the SDK has none. */
  readonly declared: readonly SdkType[];
  readonly by: 'map' | 'name' | 'members' | 'nothing';
}

/** Name in the spec to the SDK's names. */
export type TypeMap = ReadonlyMap<string, readonly string[]>;

/**
 * What makes two types the same thing, whatever they are called. Objects share this part of the fields of the larger one;
 * enums agree in name and value in this part of the smaller, or share that part of its values and agree in a few.
 */
const partAlike = 0.6;
const minFields = 2;
const minAgreeing = 3;
const minAgreeingAmongValues = 5;

export function pairTypes(types: readonly SpecType[], sdk: Sdk, map: TypeMap): Pair[] {
  const taken = new Set<string>();
  const pairs = new Map<SpecType, Pair>();
  const take = (spec: SpecType, declared: readonly SdkType[], by: Pair['by']): void => {
    for (const each of declared) taken.add(each.name);
    pairs.set(spec, { spec, declared, by });
  };
  for (const spec of types) {
    const names = map.get(spec.name);
    if (names === undefined) continue;
    const declared = names.flatMap((name) =>
      best(
        spec,
        sdk.types.filter((each) => each.kind === spec.kind && each.name === name),
      ),
    );
    if (declared.length > 0) take(spec, declared, 'map');
  }
  for (const spec of types) {
    if (pairs.has(spec)) continue;
    const wanted = typeKey(spec.name);
    const same = sdk.types.filter(
      ({ kind, name }) => kind === spec.kind && typeKey(name) === wanted && !taken.has(name),
    );
    if (same.length > 0) take(spec, best(spec, same), 'name');
  }
  for (const spec of types) {
    if (pairs.has(spec)) continue;
    const alike = sdk.types.filter((each) => !taken.has(each.name) && isAlike(spec, each));
    if (alike.length > 0) take(spec, best(spec, alike), 'members');
  }
  return types.map((spec) => pairs.get(spec) ?? { spec, declared: [], by: 'nothing' });
}

/** Of several that would do, the one that agrees most; the first of equals. */
function best(spec: SpecType, candidates: readonly SdkType[]): SdkType[] {
  const [first, ...others] = candidates.map((declared) => ({ declared, score: agreeing(spec, declared) }));
  if (first === undefined) return [];
  return [others.reduce((top, each) => (each.score > top.score ? each : top), first).declared];
}

function isAlike(spec: SpecType, declared: SdkType): boolean {
  if (spec.kind !== declared.kind) return false;
  const sizes = [sizeOf(spec), declared.members.length];
  const score = agreeing(spec, declared);
  if (spec.kind === 'object') return score >= minFields && score >= Math.max(...sizes) * partAlike;
  const enough = Math.min(...sizes) * partAlike;
  if (score >= minAgreeing && score >= enough) return true;
  const values = new Set(declared.members.map(({ value }) => value));
  return score >= minAgreeingAmongValues && spec.members.filter(({ value }) => values.has(value)).length >= enough;
}

const sizeOf = (spec: SpecType): number =>
  spec.kind === 'enum' ? spec.members.filter(({ isPlaceholder }) => !isPlaceholder).length : spec.members.length;

/** How many members both have, by name and, in enums, by value. */
function agreeing(spec: SpecType, declared: SdkType): number {
  if (spec.kind === 'object') {
    const names = new Set(declared.members.map(({ name }) => name));
    return spec.members.filter(({ name }) => names.has(name)).length;
  }
  const namesOf = (members: readonly { readonly name: string }[]): string[] => members.map(({ name }) => name);
  const keys = memberKeys(declared.name, namesOf(declared.members));
  const known = new Set(declared.members.map(({ name, value }) => `${keys.get(name)} ${typeof value} ${value}`));
  const own = memberKeys(spec.name, namesOf(spec.members));
  return spec.members.filter(({ name, value }) => known.has(`${own.get(name)} ${typeof value} ${value}`)).length;
}
