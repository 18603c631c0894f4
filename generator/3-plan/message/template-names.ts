/** Variables that the message templates declare in functions where fields have variables of their own. */
import { runtimeNames } from '../runtime-names.ts';

const binaryLocals =
  'pos end into start stop tag upper message bytes options init item value error entry key known map number list i undefined'.split(
    ' ',
  );

const jsonLocals = ['json', 'text', 'options', 'members', 'nested', 'inside', 'key', 'item', 'depth', 'report'];

/** What a field's variable must not be called. */
export const templateNames: readonly string[] = [...runtimeNames, ...binaryLocals, ...jsonLocals];
