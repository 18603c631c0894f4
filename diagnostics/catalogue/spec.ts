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
  WM3020: {
    severity: 'error',
    message: 'The type "{type}" cannot be read: {problem}.',
    fix: 'Write a type such as int64, list<string>, map<string, Meta>, "literal", A | B, or the name of a type.',
  },
  WM3101: {
    severity: 'error',
    message: 'The name "{name}" is not defined here.',
    fix: '{suggestion}',
  },
  WM3102: {
    severity: 'error',
    message: '"{name}" cannot be carried by {width}.',
    fix: 'Only an enum with integer values has a width, and it is an integer scalar such as int32.',
  },
  WM3103: {
    severity: 'error',
    message: 'The name "{name}" is given twice.',
    fix: 'Types, enums and callbacks share one set of names, and so do specs: rename one.',
  },
  WM3104: {
    severity: 'error',
    message: 'The value {value} is given twice in the enum "{name}".',
    fix: 'Give each member a value of its own.',
  },
  WM3105: {
    severity: 'error',
    message: 'The member "{member}" has no {kind} value.',
    fix: '{suggestion}',
  },
  WM3106: {
    severity: 'error',
    message: 'The variant "{name}" is not an object type of this spec.',
    fix: '{suggestion}',
  },
  WM3107: {
    severity: 'error',
    message: 'The variant "{name}" has no required field "{discriminant}" that is a literal.',
    fix: 'Give it one: a type such as "some-value", quotes included, and presence required.',
  },
  WM3108: {
    severity: 'error',
    message: 'Two variants of the union "{name}" have the {discriminant} {value}.',
    fix: 'A reader could not tell them apart: give each a value of its own.',
  },
  WM3109: {
    severity: 'error',
    message: 'The alias "{name}" leads in a circle.',
    fix: 'Let one of the aliases on the way stand for a real type.',
  },
  WM3110: {
    severity: 'error',
    message: 'No value of the type "{name}" can ever be complete: its required fields lead in a circle.',
    fix: 'Make one of the fields on the way optional, nullable or a list.',
  },
  WM3111: {
    severity: 'error',
    message: 'The argument "{name}" is required, but follows one that may be left out.',
    fix: 'Arguments are told apart by their position: make it optional too, or put it first.',
  },
  WM3112: {
    severity: 'error',
    message: '"{type}" can only be one of the alternatives for a whole field or argument.',
    fix: 'Write it as one alternative at the top, such as Meta | {type}, or use nullable and presence.',
  },
  WM3113: {
    severity: 'error',
    message: 'A map cannot have keys of type {key}.',
    fix: 'Use string, bool or an integer scalar.',
  },
  WM3114: {
    severity: 'error',
    message: 'The {what} "{name}" is not listed in this file.',
    fix: '{suggestion}',
  },
  WM3115: {
    severity: 'error',
    message: 'The lines {line}-{end} run backwards.',
    fix: 'Write the first line first.',
  },
  WM3116: {
    severity: 'error',
    message: 'The note is about "{about}", which this spec does not have.',
    fix: '{suggestion}',
  },
  WM3117: {
    severity: 'error',
    message: '"{name}" is required, yet undefined is one of its alternatives.',
    fix: 'Drop one of the two.',
  },
  WM3118: {
    severity: 'error',
    message: 'The value {value} does not fit the type of "{name}".',
    fix: 'Give a value that the type allows.',
  },
  WM3119: {
    severity: 'error',
    message: 'The pointers "{event}" and "{args}" get in each other\'s way.',
    fix: 'Neither may lie at or below the other.',
  },
  WM3120: {
    severity: 'warning',
    message: 'The derived {kind} "{name}" is used nowhere.',
    fix: 'Take it out, or name it where it is meant.',
  },
  WM3201: {
    severity: 'error',
    message: 'This decision no longer applies: there is no {what} "{name}".',
    fix: '{suggestion}',
  },
  WM3202: {
    severity: 'error',
    message: 'This decision no longer applies: {problem}.',
    fix: 'Correct it, or take it out.',
  },
  WM3203: {
    severity: 'error',
    message: 'This was decided before.',
    fix: 'Keep one of the two decisions.',
  },
} as const satisfies Entries;
