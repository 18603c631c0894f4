/** duplicate-type: two types that hold the same, under two names. */
import type { Origin } from '../../ir/origin.ts';
import type { Field, Protocol } from '../../ir/protocol.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import { rule } from '../rule.ts';
import { objectsOf, ownEnums, ownMessages } from '../walk.ts';
import { upperSnake } from '../words.ts';

interface Shaped {
  readonly kind: string;
  readonly name: string;
  readonly origin: Origin;
  /** Members as text; two types with the same are duplicates. */
  readonly members: readonly string[];
}

export const duplicateType = rule({
  name: 'duplicate-type',
  code: 'WM7001',
  about: 'Two types with the same members under two names.',
  check(protocol, report) {
    const first = new Map<string, Shaped>();
    for (const each of shapes(protocol)) {
      // One member is no pattern.
      if (each.members.length < 2) continue;
      const key = `${each.kind} ${JSON.stringify([...each.members].sort())}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, each);
      else {
        const values = { kind: each.kind, name: each.name, other: other.name };
        report(each.origin, values, { message: 'the other', place: other.origin });
      }
    }
  },
});

function* shapes(protocol: Protocol): Iterable<Shaped> {
  for (const { fullName, origin, fields } of ownMessages(protocol)) {
    yield { kind: 'message', name: fullName, origin, members: fields.map(showField) };
  }
  for (const { fullName, name, origin, values } of ownEnums(protocol)) {
    const prefix = `${upperSnake(name)}_`;
    const members = values.map((value) => `${value.name.replace(prefix, '')} ${value.number}`);
    yield { kind: 'enum', name: fullName, origin, members };
  }
  for (const spec of protocol.specs) {
    for (const { name, origin, fields } of objectsOf(spec)) {
      const members = fields.map((field) => `${field.name} ${showTypeExpr(field.type)} ${field.presence}`);
      yield { kind: 'type', name, origin, members };
    }
    for (const { name, origin, members } of spec.enums) {
      yield {
        kind: 'enum',
        name,
        origin,
        members: members.map((each) => `${each.name} ${JSON.stringify(each.value)}`),
      };
    }
  }
}

function showField({ name, number, shape, presence }: Field): string {
  const type = shape.type.kind === 'scalar' ? shape.type.scalar : shape.type.fullName;
  return `${name} ${number} ${shape.kind} ${type} ${presence}`;
}
