/** Turns property names back into map keys. Only what the reader would have written is a key: `1`, not `01` or `1.0`. */
import { refuse } from './output.ts';

export function intKey(key: string): number {
  const value = Number(key);
  if (String(value) !== key) refuse('a decimal integer as key', key);
  return value;
}

export function boolKey(key: string): boolean {
  if (key !== 'true' && key !== 'false') refuse("'true' or 'false' as key", key);
  return key === 'true';
}
