/** naming-style and enum-value-prefix: how protobuf's style guide wants names written. */
import type { Origin } from '../../ir/origin.ts';
import { protoStyles, strayUnderscore, type StyledKind } from '../../ir/proto-style.ts';
import { rule } from '../rule.ts';
import { listed, ownEnums, ownFiles } from '../walk.ts';
import { upperSnake } from '../words.ts';

interface Named {
  readonly name: string;
  readonly origin: Origin;
}

export const namingStyle = rule({
  name: 'naming-style',
  code: 'WM7103',
  about: 'Names of .proto declarations that do not follow the style guide.',
  check(protocol, report) {
    for (const file of ownFiles(protocol)) {
      const say = (kind: StyledKind, what: string, names: readonly Named[]): void => {
        const { pattern, style } = protoStyles[kind];
        const odd = names.filter(({ name }) => !pattern.test(name) || strayUnderscore.test(name));
        if (odd.length === 0) return;
        report(odd[0]!.origin, { what, style: `are not ${style}`, names: listed(odd.map(({ name }) => name)) });
      };
      if (file.package !== '') say('package', 'Parts of the package', [{ name: file.package, origin: file.origin }]);
      say('message', 'Messages', file.messages);
      say('enum', 'Enums', file.enums);
      say('service', 'Services', file.services);
      for (const { name, fields, oneofs } of file.messages) {
        say('field', `Fields of the message "${name}"`, fields);
        say('oneof', `Oneofs of the message "${name}"`, oneofs);
      }
      for (const { name, values } of file.enums) say('enum value', `Values of the enum "${name}"`, values);
      for (const { name, methods } of file.services) say('method', `Methods of the service "${name}"`, methods);
    }
  },
});

export const enumValuePrefix = rule({
  name: 'enum-value-prefix',
  code: 'WM7102',
  about: 'Values of .proto enums that do not begin with the name of their enum.',
  check(protocol, report) {
    for (const { name, values } of ownEnums(protocol)) {
      const prefix = `${upperSnake(name)}_`;
      const odd = values.filter((value) => !value.name.startsWith(prefix));
      if (odd.length === 0) continue;
      report(odd[0]!.origin, { name, prefix, names: listed(odd.map((value) => value.name)) });
    }
  },
});
