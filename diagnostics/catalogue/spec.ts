/** WM3: faults of event specs and overlays, and of any other document that a schema describes (WM300x, WM301x). */
import type { Entries } from '../entry.ts';

export const specEntries = {
  WM3001: {
    severity: 'error',
    message: 'The key "{key}" is not known here.',
    fix: '{suggestion}',
  },
  WM3002: {
    severity: 'error',
    message: 'The key "{key}" is missing.',
    fix: '{hint}',
  },
  WM3003: {
    severity: 'error',
    message: 'Expected {expected}, found {found}.',
    fix: '{hint}',
  },
  WM3004: {
    severity: 'error',
    message: 'Found {found}, which is not one of the values allowed here.',
    fix: '{suggestion}',
  },
  WM3005: {
    severity: 'error',
    message: '{found} does not have the form that is asked for.',
    fix: '{hint}',
  },
  WM3006: {
    severity: 'error',
    message: 'This {problem}.',
    fix: '{hint}',
  },
  WM3010: {
    severity: 'error',
    message: 'The text cannot be read: {problem}.',
    fix: 'Correct the syntax here.',
  },
  WM3011: {
    severity: 'error',
    message: 'The key "{key}" is written twice.',
    fix: 'Keep one, or give one of them another name.',
  },
  WM3012: {
    severity: 'error',
    message: 'The key "{key}" is refused.',
    fix: 'Use another name: this one reaches into the machinery of JavaScript objects.',
  },
  WM3013: {
    severity: 'error',
    message: 'Too much to read: {problem}.',
    fix: 'Write it flatter, or split the file.',
  },
  WM3014: {
    severity: 'error',
    message: 'JSON has no such thing: {problem}.',
    fix: 'Use plain strings, numbers, true, false, null, lists and mappings.',
  },
} as const satisfies Entries;
