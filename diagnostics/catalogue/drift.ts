/** WM9: what stops a comparison of a spec with something outside it. What it finds is its result, and no diagnostic. */
import type { Entries } from '../entry.ts';

export const driftEntries = {
  WM9001: {
    severity: 'error',
    message: '"{path}" has no TypeScript declarations.',
    fix: 'Give the folder of the published package, as "npm pack" unpacks it, or the .d.ts files themselves.',
  },
  WM9002: {
    severity: 'error',
    message: 'The map names the type "{name}", which the package does not have.',
    fix: 'Types go by their names in the generated package. {near}',
  },
  WM9003: {
    severity: 'error',
    message: 'The map says that "{name}" is "{declared}", which none of the declarations has.',
    fix: 'Take the entry out, or correct the name. {near}',
  },
  WM9004: {
    severity: 'warning',
    message: '"{path}" is left out: {problem}.',
    fix: 'Give the files that matter one by one.',
  },
} as const satisfies Entries;
