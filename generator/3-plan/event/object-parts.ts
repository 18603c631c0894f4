/** Parts of an object's functions that need more than its members' own code. */
import type { Identifier, Literal } from '../../ir/printable.ts';
import type { Expression } from '../../ir/view/code.ts';
import { atom, atomType, call, infix, typedCall, verbatim } from './build.ts';

/** Is `value` one? @param listed - The set of its members, when there must be no others. */
export function isTest({
  name,
  members,
  listed,
  recursive,
}: {
  readonly name: Identifier;
  readonly members: readonly { readonly is: Expression }[];
  readonly listed: Identifier | undefined;
  readonly recursive: boolean;
}): Expression {
  const value = atom(verbatim('value'));
  const tests = [
    ...(recursive ? [call('isShallow', atom(verbatim('depth')))] : []),
    typedCall('isObject', [atomType(name)], [value]),
    ...members.map(({ is }) => is),
    ...(listed === undefined ? [] : [call('hasOnly', value, atom(listed))]),
  ];
  return tests.length === 1 ? tests[0]! : infix('&&', ...tests);
}

/** Type of `createX`'s parameter: all members optional but those that only a caller can give. */
export function initWithout(name: Identifier, demanded: readonly Literal[]): Literal {
  const partial = `Partial<${name}>`;
  return (demanded.length === 0 ? partial : `${partial} & Pick<${name}, ${demanded.join(' | ')}>`) as Literal;
}
