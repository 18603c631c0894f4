/** WM4: faults found while planning, rendering or sealing a package. */
import type { Entries } from '../entry.ts';

export const packageEntries = {
  WM4001: {
    severity: 'error',
    message: 'Stale: {path} is {state}.',
    fix: 'Run "wiremark generate" and commit the result.',
  },
  WM4002: {
    severity: 'error',
    message: 'Something that was not generated is in the way: {path}.',
    fix: 'Move it away, or choose another folder for the package.',
  },
  WM4003: {
    severity: 'error',
    message: 'The symbolic link {path} leads out of the folder of the package, or nowhere.',
    fix: 'Remove the link: generated files are written inside the folder alone.',
  },
  WM4004: {
    severity: 'error',
    message: 'The package {folder} cannot be written: {problem}.',
    fix: 'Check the folder and its permissions; nothing was changed.',
  },
  WM4005: {
    severity: 'error',
    message: 'The template "{template}" cannot be rendered: {problem}',
    fix: 'Correct it, or take it out of the folder; "wiremark eject {template}" copies the original to a new one.',
  },
  WM4006: {
    severity: 'error',
    message: 'The plugin "{plugin}" {problem}.',
    fix: '{fix}',
  },
  WM4007: {
    severity: 'error',
    message: 'With the templates and plugins of this package, what is generated does not compile: {problem}',
    fix: 'Correct the templates or plugins; nothing was written.',
  },
} as const satisfies Entries;
