/** Variables that the message templates declare in functions where fields have variables of their own. */
import { runtimeNames } from '../runtime-names.ts';

const binaryLocals = [
  'pos',
  'end',
  'into',
  'start',
  'tag',
  'unknown',
  'message',
  'value',
  'values',
  'error',
  'undefined',
];

const jsonLocals = ['json', 'text', 'options', 'members', 'nested', 'inside', 'key', 'item', 'depth', 'report'];

/** What a field's variable must not be called. */
export const templateNames: readonly string[] = [...runtimeNames, ...binaryLocals, ...jsonLocals];
