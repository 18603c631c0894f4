/** required-field, package-missing and deprecated-use: what protobuf's own guides advise against. */
import { rule } from '../rule.ts';
import { ownFiles, ownMessages, typeOf } from '../walk.ts';

export const requiredField = rule({
  name: 'required-field',
  code: 'WM7106',
  about: 'Required fields of .proto files.',
  check(protocol, report) {
    for (const { fields } of ownMessages(protocol)) {
      for (const { name, presence, origin } of fields) if (presence === 'required') report(origin, { name });
    }
  },
});

export const packageMissing = rule({
  name: 'package-missing',
  code: 'WM7107',
  about: '.proto files without a package.',
  check(protocol, report) {
    for (const file of ownFiles(protocol)) if (file.package === '') report(file.origin, {});
  },
});

export const deprecatedUse = rule({
  name: 'deprecated-use',
  code: 'WM7108',
  about: 'Fields and methods in use that hold something deprecated.',
  check(protocol, report) {
    const types = protocol.files.flatMap((file) => [...file.messages, ...file.enums]);
    const deprecated = new Set(types.filter((type) => type.deprecated).map(({ fullName }) => fullName));
    for (const message of ownMessages(protocol)) {
      for (const field of message.fields) {
        const name = typeOf(field);
        if (name === undefined || !deprecated.has(name) || field.deprecated || message.deprecated) continue;
        report(field.origin, { user: `The field "${field.name}"`, name });
      }
    }
    for (const { deprecated: over, methods } of ownFiles(protocol).flatMap(({ services }) => services)) {
      for (const method of methods) {
        const name = [method.input, method.output].find((each) => deprecated.has(each));
        if (name === undefined || over || method.deprecated) continue;
        report(method.origin, { user: `The method "${method.name}"`, name });
      }
    }
  },
});
