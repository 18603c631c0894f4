/** WM6: faults of what the conformance kit is given. */
import type { Entries } from '../entry.ts';

export const kitEntries = {
  WM6001: {
    severity: 'error',
    message: 'The package "{name}" cannot be loaded: {problem}.',
    fix: 'Give the folder of a package that "wiremark generate" wrote, or the name of an installed one.',
  },
  WM6002: {
    severity: 'error',
    message: 'The descriptor of the package "{name}" is not one: at {path} it {problem}.',
    fix: 'Generate the package again with this version of wiremark.',
  },
  WM6003: {
    severity: 'error',
    message: 'The file "{path}" is not a valid {kind}: {problem}.',
    fix: 'Hold it against the JSON Schema "{schema}".',
  },
  WM6004: {
    severity: 'error',
    message: 'The package has no binding "{name}".',
    fix: 'Use one of: {known}.',
  },
  WM6005: {
    severity: 'error',
    message: 'No case is left to run: {problem}.',
    fix: 'Check --run, --skip and --shard; case ids have segments between "/", clause ids between ".".',
  },
  WM6006: {
    severity: 'error',
    message: '{problem}',
    fix: '{fix}',
  },
  WM6007: {
    severity: 'error',
    message: 'The reports cannot be merged: {problem}.',
    fix: 'Merge the reports of all shards of one run: same suite, package, role, seed and options.',
  },
  WM6008: {
    severity: 'error',
    message: 'There are two cases with the id "{id}".',
    fix: 'Give each case an id of its own.',
  },
  WM6009: {
    severity: 'error',
    message: 'The case "{id}" names the clause "{clause}", which does not exist.',
    fix: 'State the clause in spec/clauses, or correct its name.',
  },
  WM6010: {
    severity: 'error',
    message: 'The binding "{path}" does not fit the package: {problem}.',
    fix: 'Correct the file; spec/schema/binding.schema.json and conformance/bindings/README.md say what it may hold.',
  },
} as const satisfies Entries;
