/** conflicting-type: types of one name, in two files or specs, that contradict each other. */
import type { Origin } from '../../ir/origin.ts';
import type { Protocol } from '../../ir/protocol.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import { rule } from '../rule.ts';
import { objectsOf, ownEnums, ownMessages, typeOf } from '../walk.ts';
import { upperSnake } from '../words.ts';

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly origin: Origin;
  /** What each member stands for, by a name that is comparable across sources. */
  readonly members: ReadonlyMap<string, string>;
}

export const conflictingType = rule({
  name: 'conflicting-type',
  code: 'WM7002',
  about: 'Types of one name whose members of one name differ.',
  check(protocol, report) {
    const known = new Map<string, Named[]>();
    for (const each of named(protocol)) {
      const key = `${each.kind} ${each.shortName.toLowerCase()}`;
      const others = known.get(key) ?? [];
      known.set(key, [...others, each]);
      for (const other of others) {
        const difference = differenceOf(other, each);
        if (difference === undefined) continue;
        const values = { kind: each.kind, name: each.name, other: other.name, difference };
        report(each.origin, values, { message: 'the other', place: other.origin });
      }
    }
  },
});

/** The first member that both have and that means two things. */
function differenceOf(before: Named, after: Named): string | undefined {
  for (const [name, value] of after.members) {
    const other = before.members.get(name);
    if (other !== undefined && other !== value) return `"${name}" is ${value} here and ${other} there`;
  }
  return undefined;
}

function* named(protocol: Protocol): Iterable<Named> {
  // Nested declarations live in the scope of their message: two called Status say nothing of each other.
  for (const { fullName, name, origin, fields } of ownMessages(protocol).filter(({ parent }) => parent === undefined)) {
    const members = new Map(
      fields.map((field): [string, string] => [
        field.name,
        `${field.shape.kind === 'singular' ? '' : `${field.shape.kind} of `}${typeOf(field)?.split('.').at(-1) ?? ('scalar' in field.shape.type ? field.shape.type.scalar : '')}`,
      ]),
    );
    yield { kind: 'message', name: fullName, shortName: name, origin, members };
  }
  for (const { fullName, name, origin, values } of ownEnums(protocol).filter(({ parent }) => parent === undefined)) {
    const prefix = `${upperSnake(name)}_`;
    const members = new Map(values.map((value) => [value.name.replace(prefix, ''), String(value.number)]));
    yield { kind: 'enum', name: fullName, shortName: name, origin, members };
  }
  for (const spec of protocol.specs) {
    for (const { name, origin, fields } of objectsOf(spec)) {
      const members = new Map(fields.map((field) => [field.name, showTypeExpr(field.type)]));
      yield { kind: 'type', name: `${spec.name}.${name}`, shortName: name, origin, members };
    }
    for (const each of spec.enums) {
      const members = new Map(each.members.map((member) => [member.name, JSON.stringify(member.value)]));
      yield { kind: 'enum', name: `${spec.name}.${each.name}`, shortName: each.name, origin: each.origin, members };
    }
  }
}
