/** WM2: names and features that do not resolve. */
import type { Entries } from '../entry.ts';

export const linkEntries = {
  WM2001: {
    severity: 'error',
    message: 'The type "{name}" is not defined here.',
    fix: '{suggestion}',
  },
  WM2002: {
    severity: 'error',
    message: '"{name}" is {kind}, not {role}.',
    fix: '{suggestion}',
  },
  WM2003: {
    severity: 'error',
    message: 'The {kind} "{name}" has the name of {other} in {scope}.',
    fix: 'Rename one of them; all that is declared in one scope shares its names, and enum values count to the scope around their enum.',
  },
  WM2004: {
    severity: 'error',
    message: 'The {kind} "{fullName}" is already defined in {file}.',
    fix: 'Rename one of them, or give the files different packages.',
  },
  WM2005: {
    severity: 'error',
    message: 'The map "{name}" needs the name "{entry}" for its entries, which {other} in {scope} has.',
    fix: 'Rename the map or the other declaration.',
  },
  WM2006: {
    severity: 'error',
    message: '"{name}" is also the name of a package, in {file}.',
    fix: 'Rename the declaration or the package.',
  },
  WM2009: {
    severity: 'error',
    message: 'The type "{name}" is not defined here: its first part leads to "{tried}", which does not exist.',
    fix: '{suggestion}',
  },
  WM2010: {
    severity: 'error',
    message: 'The type "{name}" is defined in "{path}", which this file does not import.',
    fix: 'Add import "{path}";',
  },
  WM2011: {
    severity: 'error',
    message: 'The type "{name}" is local to its file.',
    fix: 'Declare it with "export", or use another type.',
  },
  WM2020: {
    severity: 'error',
    message: 'Features cannot be set in {syntax}.',
    fix: 'Begin the file with edition = "2023"; or say it in the words of {syntax}.',
  },
  WM2021: {
    severity: 'error',
    message: 'The feature "{name}" is not known.',
    fix: '{suggestion}',
  },
  WM2022: {
    severity: 'error',
    message: 'The feature "{name}" cannot be {value}.',
    fix: '{suggestion}',
  },
  WM2023: {
    severity: 'error',
    message: 'The feature "{name}" cannot be set on {target}.',
    fix: 'Set it on {targets}.',
  },
  WM2024: {
    severity: 'error',
    message: 'The feature "{name}" exists since edition {since}; this file has {syntax}.',
    fix: 'Remove it, or begin the file with edition = "{since}";',
  },
  WM2030: {
    severity: 'warning',
    message: 'The option "{name}" {target} is not known.',
    fix: '{suggestion}',
  },
  WM2031: {
    severity: 'error',
    message: 'The option "{name}" takes {expected}, not {found}.',
    fix: 'Correct the value.',
  },
  WM2032: {
    severity: 'error',
    message: 'The option "{name}" is set twice.',
    fix: 'Keep one of them.',
  },
  WM2033: {
    severity: 'error',
    message: 'The option "{name}" extends {extendee}, so it cannot stand on {target}.',
    fix: 'Move it to a declaration of the right kind, or use another option.',
  },
  WM2040: {
    severity: 'error',
    message: 'The option "{name}" is not allowed {where}.',
    fix: '{suggestion}',
  },
  WM2041: {
    severity: 'error',
    message: 'The default of {what} cannot be chosen.',
    fix: 'Remove it.',
  },
  WM2042: {
    severity: 'error',
    message: 'The default must be {expected}, not {found}.',
    fix: '{suggestion}',
  },
  WM2043: {
    severity: 'error',
    message: 'This json_name is not legal: {problem}.',
    fix: 'Remove it, or give a name that JSON can hold.',
  },
  WM2045: {
    severity: 'error',
    message: 'The closed enum "{name}" cannot be the type of a field without presence.',
    fix: 'Make the field optional, or the enum open.',
  },
  WM2046: {
    severity: 'error',
    message: 'The first value of the open enum "{name}" must be 0.',
    fix: '{suggestion}',
  },
  WM2047: {
    severity: 'error',
    message: 'The {kind} "{name}" does not follow the naming style of this edition: {problem}.',
    fix: 'Rename it, or set features.enforce_naming_style = STYLE_LEGACY.',
  },
  WM2048: {
    severity: 'error',
    message: 'The enum "{name}" cannot be the type of the values of a map, since its first value is not 0.',
    fix: 'Put a value for 0 first, or wrap the enum in a message.',
  },
  WM2050: {
    severity: 'error',
    message: 'proto3 can extend option messages only, not "{name}".',
    fix: 'Declare the extension in a proto2 or edition file.',
  },
  WM2051: {
    severity: 'error',
    message: 'The extension number {number} is outside the extension ranges of "{name}".',
    fix: '{suggestion}',
  },
  WM2052: {
    severity: 'error',
    message: 'The extension number {number} of "{name}" is already taken by "{other}".',
    fix: 'Choose another number.',
  },
  WM2053: {
    severity: 'error',
    message: 'An extension of the message set "{name}" must be an optional message.',
    fix: 'Wrap the value in a message.',
  },
  WM2060: {
    severity: 'error',
    message: 'The {how} JSON name "{jsonName}" of "{name}" is also the {otherHow} JSON name of "{other}".',
    fix: 'Rename a field, or give one another json_name.',
  },
  WM2061: {
    severity: 'warning',
    message: 'The {how} JSON name "{jsonName}" of "{name}" is also the {otherHow} JSON name of "{other}".',
    fix: 'Rename a field, or give one another json_name.',
  },
  WM2062: {
    severity: 'error',
    message: 'The value "{name}" differs from "{other}" only in case, underscores and the name of the enum.',
    fix: 'Rename one of them; languages that shorten the names of values cannot tell them apart.',
  },
  WM2070: {
    severity: 'warning',
    message: 'The import "{path}" is not used.',
    fix: 'Remove it.',
  },
} as const satisfies Entries;
