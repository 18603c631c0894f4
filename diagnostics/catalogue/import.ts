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
  WM8006: {
    severity: 'error',
    message: 'The overlay decides about {overlay}, and the documents make {draft}.',
    fix: 'Give the overlay that belongs to these documents.',
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
  WM8201: {
    severity: 'warning',
    message: 'The type of "{name}" cannot be read: "{type}".',
    fix: 'Any value is taken; say in an overlay what it is.',
  },
  WM8202: {
    severity: 'warning',
    message: 'The type "{name}" is described nowhere, or is nothing that JSON can carry.',
    fix: 'Any value is taken; say in an overlay what it is.',
  },
  WM8203: {
    severity: 'warning',
    message: '"{name}" is described twice, and differently: {what}.',
    fix: 'The first is taken; decide in an overlay which one holds.',
  },
  WM8204: {
    severity: 'warning',
    message: 'The event "{event}" has a description of its own, but is missing from the union "{name}".',
    fix: 'The description counts; see whether the union is out of date.',
  },
  WM8205: {
    severity: 'info',
    message: 'These lines belong to no event, type or callback.',
    fix: '',
  },
  WM8206: {
    severity: 'warning',
    message: 'The values of "{name}" are words that nothing parts, and its type is said to be {type}.',
    fix: 'They are taken for what they read as; see whether bars between them got lost.',
  },
  WM8207: {
    severity: 'info',
    message: 'A colon follows the name "{name}"; it is not taken for a part of it.',
    fix: '',
  },
  WM8208: {
    severity: 'warning',
    message: '"{name}" counts milliseconds, but is said to be a string.',
    fix: 'It is left a string; if it holds digits, say so in an overlay.',
  },
  WM8209: {
    severity: 'warning',
    message: 'The name "{name}" and its description say the opposite of each other.',
    fix: 'The name is what programs use; decide in an overlay which one holds.',
  },
  WM8210: {
    severity: 'warning',
    message: 'The default {text} is no value of the type {type}.',
    fix: 'It is left out; say in an overlay what it is.',
  },
  WM8211: {
    severity: 'warning',
    message: 'The example shows something else than the table says of "{name}": {what}.',
    fix: 'The examples are taken, the table is the declared layer; decide in an overlay which one holds.',
  },
  WM8212: {
    severity: 'info',
    message: 'The value of "{name}" in this example is no literal; what it holds stays open.',
    fix: '',
  },
  WM8213: {
    severity: 'info',
    message: 'This example cannot be read as an object.',
    fix: 'Nothing is taken from it.',
  },
  WM8214: {
    severity: 'info',
    message: '"{name}" is a text without values; those of the events that are described are taken.',
    fix: '',
  },
  WM8215: {
    severity: 'info',
    message: 'Only the beginning of "{name}" is known: something is joined to it.',
    fix: '',
  },
  WM8301: {
    severity: 'warning',
    message: 'The syntax is broken here: {problem}',
    fix: 'What can be read around it is taken.',
  },
  WM8302: {
    severity: 'warning',
    message: 'This cannot be put into an event spec: {problem}.',
    fix: 'Nothing is taken from it; say in an overlay what it is.',
  },
} as const satisfies Entries;
