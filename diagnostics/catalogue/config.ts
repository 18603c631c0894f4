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
  WM5003: {
    severity: 'error',
    message: 'There is no wiremark.config.(ts|mts|js|json|yaml) in "{folder}", and no file was named.',
    fix: 'Name the files to generate from, or write a configuration; "wiremark generate --help" shows both.',
  },
  WM5004: {
    severity: 'error',
    message: 'The configuration cannot be run: {problem}',
    fix: 'Correct the module; it must export the configuration by default.',
  },
  WM5005: {
    severity: 'error',
    message: 'There is no template "{name}".',
    fix: '{fix} "wiremark eject --list" shows all.',
  },
  WM5006: {
    severity: 'error',
    message: 'The file "{path}" is there already and differs.',
    fix: 'Give another folder with --templates, or replace it with --force.',
  },
} as const satisfies Entries;
