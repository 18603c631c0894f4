/** WM7: what lint says of specs, and what becomes of suppressions. */
import type { Entries } from '../entry.ts';

export const lintEntries = {
  WM7901: {
    severity: 'warning',
    message: 'This suppression of {rule} applies to nothing.',
    fix: 'Take it out: what it spoke of is gone, or is spelt otherwise.',
  },
  WM7902: {
    severity: 'error',
    message: 'This suppression gives no reason.',
    fix: 'Write -- and why it may stay behind the rule: wiremark-lint-disable-next-line {rule} -- the reason.',
  },
  WM7903: {
    severity: 'error',
    message: 'There is no rule "{rule}".',
    fix: '{suggestion}',
  },
} as const satisfies Entries;
