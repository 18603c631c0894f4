/** WM5: faults of the configuration and the command line. */
import type { Entries } from '../entry.ts';

export const configEntries = {
  WM5001: {
    severity: 'error',
    message: 'The file "{path}" does not exist or cannot be read.',
    fix: 'Check the spelling and the folder that the command runs in.',
  },
  WM5002: {
    severity: 'error',
    message: '{problem}',
    fix: '{fix}',
  },
} as const satisfies Entries;
