/** WM2: names and features that do not resolve. */
import type { Entries } from '../entry.ts';

export const linkEntries = {
  WM2001: {
    severity: 'error',
    message: 'The type "{name}" is not defined here.',
    fix: '{suggestion}',
  },
} as const satisfies Entries;
