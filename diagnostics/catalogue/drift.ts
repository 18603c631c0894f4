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
  WM9005: {
    severity: 'warning',
    message: 'The event "{name}" was observed, but "{path}" does not have it.',
    fix: 'Describe it in the spec first: what it carries is written only beside what is declared.',
  },
  WM9006: {
    severity: 'warning',
    message: 'The observed layer of "{name}" rests on the evidence "{evidence}" and stays as it is.',
    fix: 'Say --force to replace it, or --evidence {evidence} if these observations are the same evidence anew.',
  },
  WM9007: {
    severity: 'error',
    message: 'The layout of "{path}" is one in which nothing can be changed safely.',
    fix: 'Write its sections as plain blocks, without aliases in them.',
  },
  WM9008: {
    severity: 'error',
    message: 'The evidence cannot be called "{name}".',
    fix: 'Lower-case letters, digits and hyphens make a name, beginning with a letter.',
  },
} as const satisfies Entries;
