/** WM1: faults of .proto sources as texts. */
import type { Entries } from '../entry.ts';

export const protoEntries = {
  WM1001: {
    severity: 'error',
    message: 'Expected {expected}, found {found}.',
    fix: 'Correct the syntax here; the rest of the file was read from the next declaration on.',
  },
} as const satisfies Entries;
