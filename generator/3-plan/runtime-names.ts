/**
 * Names of the runtime library that templates use: generated names must differ from them, in modules and in functions.
 * A test holds the list against the templates.
 */
import { scalars } from '../ir/scalar.ts';

/** `readInt32`, `writeInt32`, `readInt64`, `readInt64Number`, `readInt64String`, ... */
const scalarFunctions = Object.entries(scalars).flatMap(([scalar, { kind }]) =>
  (kind === 'int64' ? ['', 'Number', 'String'] : ['']).flatMap((surface) => {
    const name = `${scalar[0]!.toUpperCase()}${scalar.slice(1)}${surface}`;
    return [`read${name}`, `write${name}`];
  }),
);

const binaryNames =
  'boolKey bytes closeEntry closeGroup closeMessage decode DecodeOptions emptyBytes encode endEntry endGroup endMessage ' +
  'inField intKey isFilled keepEnum keepUnknown keysOf missing openEntry openGroup openMessage openPacked position ' +
  'readLength readLooseString readPacked readTag setEntry skip startGroup startMessage writeUnknown writeVarint';

export const runtimeNames: readonly string[] = [...scalarFunctions, ...binaryNames.split(' ')];
