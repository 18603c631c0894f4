/** WM8: doubts and faults of documents that are imported. What is written beside them is a draft. */
import type { Entries } from '../entry.ts';

export const importEntries = {
  WM8001: {
    severity: 'error',
    message: 'This is none of the documents that can be imported.',
    fix: 'Say with --from which it is: {readers}.',
  },
  WM8002: {
    severity: 'error',
    message: 'Nothing was found here that {reader} can read.',
    fix: 'Check that it is the right document, or say with --from what it is.',
  },
  WM8003: {
    severity: 'error',
    message: 'The documents make two kinds of draft: "{first}" a {firstKind}, "{second}" a {secondKind}.',
    fix: 'Import them one kind at a time.',
  },
  WM8004: {
    severity: 'error',
    message: '"{path}" is there already.',
    fix: 'Choose another folder with --out, or replace it with --force.',
  },
  WM8005: {
    severity: 'error',
    message: 'The document cannot be read: {problem}.',
    fix: 'Give the document as the tool wrote it.',
  },
  WM8101: {
    severity: 'warning',
    message: 'The document does not give the number of {fields}.',
    fix: 'Give the numbers in an overlay (--overlay) or with --numbers FILE.proto; 0 stands for them until then.',
  },
  WM8102: {
    severity: 'warning',
    message: 'What describes "{beside}" is commented-out source: {texts}.',
    fix: 'It is kept apart, in the overlay: no member of the draft, though it may be on the wire.',
  },
  WM8103: {
    severity: 'warning',
    message: 'The type "{name}" is described in none of the documents.',
    fix: 'Import the document that describes it too, or declare it by hand.',
  },
  WM8104: {
    severity: 'warning',
    message: '"{name}" is described twice, and not in the same way.',
    fix: 'The first is taken; take out the one that is wrong.',
  },
  WM8105: {
    severity: 'warning',
    message: 'This row cannot be read: {problem}.',
    fix: 'Nothing is taken from it; add by hand what it means.',
  },
  WM8106: {
    severity: 'info',
    message: 'Whether this file is proto2 or proto3 is not said; {taken} is taken, because {reason}.',
    fix: 'Correct the first line of the draft if that is wrong.',
  },
  WM8107: {
    severity: 'warning',
    message: 'The package of "{name}" is not said.',
    fix: 'Add the package by hand; names without one stand as they are.',
  },
  WM8108: {
    severity: 'info',
    message: '"{name}" is 0 and only its enum\'s name: a placeholder, it seems.',
    fix: '',
  },
  WM8109: {
    severity: 'info',
    message: 'The description says that "{name}" is {status}; that is a remark, its number stays legal.',
    fix: '',
  },
  WM8110: {
    severity: 'warning',
    message: 'The description names several defaults; none is taken.',
    fix: 'Decide which one holds, in an overlay.',
  },
  WM8111: {
    severity: 'warning',
    message: '"{number}" is no field number.',
    fix: 'Give the number in an overlay or with --numbers FILE.proto.',
  },
  WM8112: {
    severity: 'warning',
    message: '{where} has no "{name}" in {message}, which the document describes.',
    fix: 'Its number stays missing; see whether the two are of the same version.',
  },
  WM8113: {
    severity: 'info',
    message: '{where} has "{name}" in {message}, which the document does not describe.',
    fix: '',
  },
  WM8114: {
    severity: 'warning',
    message: 'This section cannot be told for a message, an enum or a service.',
    fix: 'Nothing is taken from it; add by hand what it means.',
  },
  WM8115: {
    severity: 'warning',
    message: '"{text}" is no name.',
    fix: 'Nothing is taken from this row; add by hand what it means.',
  },
  WM8116: {
    severity: 'warning',
    message: 'The document gives "{name}" the number {number}, {where} gives it {other}.',
    fix: 'The number of the document is taken; see which of the two is out of date.',
  },
  WM8117: {
    severity: 'warning',
    message: 'The default {text} does not fit the type {type}.',
    fix: 'It is left out; add by hand what it means.',
  },
  WM8118: {
    severity: 'warning',
    message: 'The message "{name}" is not described, though a type inside it is.',
    fix: 'It stands in the draft without fields; add them by hand.',
  },
} as const satisfies Entries;
