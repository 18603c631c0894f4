/** placeholder-zero: a zero value that is there for the language's sake, without a word that it means nothing. */
import { rule } from '../rule.ts';
import { ownEnums } from '../walk.ts';
import { wordsOf } from '../words.ts';

export const placeholderZero = rule({
  name: 'placeholder-zero',
  code: 'WM7011',
  about: 'A zero value that looks like a placeholder and is not marked as one.',
  check(protocol, report) {
    for (const { name, fullName, values } of ownEnums(protocol)) {
      const zero = values.find(({ number }) => number === 0);
      if (zero === undefined || !looksEmpty(zero.name, name)) continue;
      if (protocol.facts.get(`${fullName}.${zero.name}`)?.unspecified === true) continue;
      const suggestion = 'Name it ..._UNSPECIFIED, or mark it in an overlay (kind: unspecified).';
      report(zero.origin, { name: zero.name, enum: fullName, suggestion });
    }
    for (const { name, members } of protocol.specs.flatMap(({ enums }) => enums)) {
      const zero = members.find(({ value }) => value === 0 || value === '');
      if (zero === undefined || zero.description !== '' || !looksEmpty(zero.name, name)) continue;
      report(zero.origin, {
        name: zero.name,
        enum: name,
        suggestion: 'Describe it, so that readers know it means nothing.',
      });
    }
  },
});

/** `X_`, or the name of the enum again: a name such as X_UNKNOWN says what it is there for. */
function looksEmpty(value: string, owner: string): boolean {
  return value.endsWith('_') || wordsOf(value).join('') === wordsOf(owner).join('');
}
