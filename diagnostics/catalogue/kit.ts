/** WM6: faults of what the conformance kit is given. */
import type { Entries } from '../entry.ts';

export const kitEntries = {
  WM6001: {
    severity: 'error',
    message: 'The package "{name}" cannot be loaded: {problem}.',
    fix: 'Give the folder of a package that "wiremark generate" wrote, or the name of an installed one.',
  },
} as const satisfies Entries;
