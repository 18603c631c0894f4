/** WM4: faults found while planning, rendering or sealing a package. */
import type { Entries } from '../entry.ts';

export const packageEntries = {
  WM4001: {
    severity: 'error',
    message: 'Stale: {path} is {state}.',
    fix: 'Run "wiremark generate" and commit the result.',
  },
} as const satisfies Entries;
