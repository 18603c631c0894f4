/** A generated package and the declarations of SDKs in, a report of where they part out. Nothing is printed here. */
import type { Descriptor } from '../ir/schema/descriptor.gen.ts';
import type { DriftReport, Row, SdkDrift, TypeDrift } from '../ir/schema/drift.gen.ts';
import { compareEnum } from './compare-enums.ts';
import { compareEvents, compareObject } from './compare-objects.ts';
import { declaredShapes } from './declared-shape.ts';
import { pairTypes, type Pair, type TypeMap } from './pair.ts';
import type { Sdk, SdkEvent } from './sdk.ts';
import type { Shape } from './shape.ts';
import { specTypes, type SpecEvent, type SpecTypes } from './spec-types.ts';

export async function driftOf(descriptor: Descriptor, sdks: readonly Sdk[], map: TypeMap): Promise<DriftReport> {
  const spec = specTypes(descriptor);
  const found: SdkDrift[] = [];
  for (const sdk of sdks) found.push(await compareSdk(spec, sdk, map));
  const { name, version } = descriptor.package;
  return { format: 1, package: { name, version }, sdks: found };
}

/** What a reader has to act upon; another spelling of the same name is told, but is no finding. */
export const isFinding = ({ verdict }: Row): boolean => verdict !== 'same' && verdict !== 'respelt';

async function compareSdk({ types, events }: SpecTypes, sdk: Sdk, map: TypeMap): Promise<SdkDrift> {
  const shapeOf = await declaredShapes(sdk);
  const compared = pairTypes(types, sdk, map).map((pair) => compareType(pair, shapeOf));
  const { name, version, files, unread } = sdk;
  return { name, version, files, unread, types: [...compared, ...eventsOf(events, sdk, shapeOf)] };
}

function compareType({ spec, declared, by }: Pair, shapeOf: (text: string) => Shape): TypeDrift {
  const names = declared.map(({ name }) => name);
  const head = { kind: spec.kind, name: spec.name, declared: names, pairedBy: by };
  const [first] = declared;
  if (first === undefined) return { ...head, rows: [{ verdict: 'missing', note: 'the SDK declares nothing like it' }] };
  const rows = spec.kind === 'enum' ? compareEnum(spec, declared) : compareObject(spec, declared, shapeOf);
  return { ...head, place: first.place, rows };
}

/** Part of the names that an enum must share with the events before it is taken for a list of them. */
const partShared = 0.5;

/** Events come from maps and listeners; where an SDK types neither, from an enum of their names. */
function eventsOf(events: readonly SpecEvent[], sdk: Sdk, shapeOf: (text: string) => Shape): TypeDrift[] {
  if (events.length === 0) return [];
  const head = { kind: 'events', name: 'events' } as const;
  if (sdk.events.length > 0) {
    const { place } = sdk.events[0]!;
    return [{ ...head, declared: [], pairedBy: 'name', place, rows: compareEvents(events, sdk.events, shapeOf) }];
  }
  const names = new Set(events.map(({ name }) => name));
  const sharing = sdk.types
    .filter(({ kind }) => kind === 'enum')
    .map((type) => ({ type, shared: type.members.filter(({ value }) => names.has(String(value))).length }))
    .sort((a, b) => b.shared - a.shared)[0];
  if (sharing === undefined || sharing.shared < sharing.type.members.length * partShared || sharing.shared === 0) {
    return [
      {
        ...head,
        declared: [],
        pairedBy: 'nothing',
        rows: [{ verdict: 'missing', note: 'the SDK declares no events' }],
      },
    ];
  }
  const { name, place, members } = sharing.type;
  const listed = members.map((member): SdkEvent => ({
    name: String(member.value),
    args: undefined,
    place: member.place,
  }));
  return [{ ...head, declared: [name], pairedBy: 'members', place, rows: compareEvents(events, listed, shapeOf) }];
}
