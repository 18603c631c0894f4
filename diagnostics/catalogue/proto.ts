/** WM1: faults of .proto sources as texts. */
import type { Entries } from '../entry.ts';

export const protoEntries = {
  WM1001: {
    severity: 'error',
    message: 'Expected {expected}, found {found}.',
    fix: 'Correct the syntax here; the rest of the file was read from the next declaration on.',
  },
  WM1002: {
    severity: 'error',
    message: 'This string has no closing {quote}.',
    fix: 'Close it on the same line; a longer text is written as several strings in a row.',
  },
  WM1003: {
    severity: 'error',
    message: 'This comment has no closing "*/".',
    fix: 'Close it; comments do not nest.',
  },
  WM1004: {
    severity: 'error',
    message: 'Nothing can start with "{text}" here.',
    fix: 'Remove it; outside strings and comments only ASCII letters, digits and punctuation are legal.',
  },
  WM1005: {
    severity: 'error',
    message: 'The number "{text}" is not well formed: {problem}.',
    fix: 'Write it in decimal, as 0x and hexadecimal digits, or as 0 and octal digits.',
  },
  WM1006: {
    severity: 'info',
    message: 'More than {count} syntax errors in this file; the others are not listed.',
    fix: 'Check that this is a .proto file.',
  },
  WM1007: {
    severity: 'error',
    message: 'Expected ";" at the end of this statement.',
    fix: 'Add ";" here.',
  },
  WM1008: {
    severity: 'error',
    message: 'The escape "{text}" is not known.',
    fix: 'Use \\n \\r \\t \\a \\b \\f \\v \\\\ \\? \\\' \\", \\x and two hexadecimal digits, three octal digits, \\u and four or \\U and eight hexadecimal digits.',
  },
  WM1009: {
    severity: 'error',
    message: 'Messages are nested deeper than {limit} levels.',
    fix: 'Declare the inner messages at the top of the file.',
  },
  WM1010: {
    severity: 'info',
    message: 'The file states no syntax, so it is read as proto2.',
    fix: 'Begin it with syntax = "proto2"; or syntax = "proto3"; or edition = "2023";',
  },
  WM1011: {
    severity: 'error',
    message: 'The {keyword} statement is not the first statement of the file.',
    fix: 'Move it to the top; there can be only one.',
  },
  WM1012: {
    severity: 'error',
    message: 'The file has a second package statement.',
    fix: 'Keep one of them.',
  },
  WM1013: {
    severity: 'error',
    message: 'The {keyword} "{text}" is not known.',
    fix: 'Use {choices}.',
  },
  WM1020: {
    severity: 'error',
    message: 'The import "{path}" is not found in: {roots}.',
    fix: '{suggestion}',
  },
  WM1021: {
    severity: 'error',
    message: 'The import path "{path}" is not legal: {problem}.',
    fix: 'Write it relative to an import root, with "/" between folders.',
  },
  WM1022: {
    severity: 'error',
    message: 'The file has {bytes} bytes; at most {limit} are read.',
    fix: 'Check that this is a .proto file; split it if it is.',
  },
  WM1023: {
    severity: 'error',
    message: 'The file is not UTF-8.',
    fix: 'Save it as UTF-8.',
  },
  WM1024: {
    severity: 'error',
    message: 'Files import one another in a circle: {cycle}.',
    fix: 'Move what both need into a file of its own.',
  },
} as const satisfies Entries;
