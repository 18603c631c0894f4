/** enum-zero-value: enums whose zero means something, so that absence cannot be told from it. */
import { rule } from '../rule.ts';
import { ownEnums } from '../walk.ts';
import { upperSnake, wordsOf } from '../words.ts';

/** Last words of names that say that nothing was said. */
const words = new Set(['unspecified', 'unknown', 'unset', 'undefined', 'invalid']);

export const enumZeroValue = rule({
  name: 'enum-zero-value',
  code: 'WM7101',
  about: 'Enums of .proto files whose zero value means something.',
  check(protocol, report) {
    for (const { name, fullName, values } of ownEnums(protocol)) {
      const zero = values.find(({ number }) => number === 0);
      if (zero === undefined || words.has(wordsOf(zero.name).at(-1) ?? '')) continue;
      if (protocol.facts.get(`${fullName}.${zero.name}`)?.unspecified === true) continue;
      report(zero.origin, { name, value: zero.name, suggestion: `${upperSnake(name)}_UNSPECIFIED` });
    }
  },
});
