/** WM3: faults of event specs and overlays. */
import type { Entries } from '../entry.ts';

export const specEntries = {
  WM3001: {
    severity: 'error',
    message: 'The key "{key}" is not known here.',
    fix: '{suggestion}',
  },
} as const satisfies Entries;
