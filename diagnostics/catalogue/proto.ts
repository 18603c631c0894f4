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
  WM1025: {
    severity: 'error',
    message: '"{path}" is no set of file descriptors.',
    fix: 'Write one with "buf build -o {path}" or "protoc -o {path} --include_imports --include_source_info".',
  },
  WM1030: {
    severity: 'error',
    message: 'The field number {number} is not positive.',
    fix: 'Choose a number from 1 on; {free} is free.',
  },
  WM1031: {
    severity: 'error',
    message: 'The field number {number} is one of {start} to {end}, which protobuf keeps for itself.',
    fix: 'Choose another number; {free} is free.',
  },
  WM1032: {
    severity: 'error',
    message: 'The field number {number} is greater than {max}, the highest there is.',
    fix: 'Choose another number; {free} is free.',
  },
  WM1033: {
    severity: 'error',
    message: 'The field number {number} is already taken by "{other}" of "{scope}".',
    fix: 'Choose another number; {free} is free.',
  },
  WM1034: {
    severity: 'error',
    message: 'The field number {number} is reserved in "{scope}".',
    fix: 'Choose another number; {free} is free.',
  },
  WM1035: {
    severity: 'error',
    message: 'The field name "{name}" is reserved in "{scope}".',
    fix: 'Choose another name.',
  },
  WM1036: {
    severity: 'error',
    message: 'The field number {number} lies in an extension range of "{scope}".',
    fix: 'Choose another number; {free} is free.',
  },
  WM1037: {
    severity: 'error',
    message: 'The keys of a map cannot be of type "{type}".',
    fix: 'Use one of {types}.',
  },
  WM1038: {
    severity: 'error',
    message: 'The map "{name}" cannot be {problem}.',
    fix: 'Declare it as a plain field of the message; a map is repeated by nature.',
  },
  WM1039: {
    severity: 'error',
    message: 'This extension number is not legal: {problem}.',
    fix: 'Choose a number from an extension range of the extended message.',
  },
  WM1040: {
    severity: 'error',
    message: 'The field "{name}" has no label, which proto2 demands.',
    fix: 'Write "optional", "repeated" or "required" before its type.',
  },
  WM1041: {
    severity: 'error',
    message: 'A member of the oneof "{oneof}" cannot be {label}.',
    fix: 'Remove the label; wrap a list in a message.',
  },
  WM1042: {
    severity: 'error',
    message: 'There are no "{label}" fields in {syntax}.',
    fix: '{suggestion}',
  },
  WM1043: {
    severity: 'error',
    message: 'An extension cannot be required.',
    fix: 'Make it optional.',
  },
  WM1044: {
    severity: 'error',
    message: 'There are no groups in {syntax}.',
    fix: 'Declare a message and a field of it; in an edition features.message_encoding = DELIMITED encodes it alike.',
  },
  WM1045: {
    severity: 'error',
    message: 'The name of the group "{name}" does not begin with a capital letter.',
    fix: 'Capitalise it; the field gets the name in lower case.',
  },
  WM1046: {
    severity: 'error',
    message: 'The oneof "{name}" has no member.',
    fix: 'Add a field or remove the oneof.',
  },
  WM1047: {
    severity: 'error',
    message: 'There are no message sets in proto3.',
    fix: 'Use google.protobuf.Any, or declare the message in a proto2 file.',
  },
  WM1048: {
    severity: 'error',
    message: 'The message set "{name}" cannot have fields.',
    fix: 'Declare extensions of it instead.',
  },
  WM1049: {
    severity: 'error',
    message: 'map_entry cannot be set by hand.',
    fix: 'Declare a map<key, value> field.',
  },
  WM1051: {
    severity: 'error',
    message: 'There are no extension ranges in proto3.',
    fix: 'Use google.protobuf.Any, or declare the message in a proto2 or edition file.',
  },
  WM1052: {
    severity: 'error',
    message: 'The range {range} ends before it starts.',
    fix: 'Swap the two numbers.',
  },
  WM1053: {
    severity: 'error',
    message: 'The range {range} goes beyond {start} to {end}.',
    fix: 'Keep it within these numbers; "max" stands for the highest.',
  },
  WM1054: {
    severity: 'error',
    message: 'The range {range} overlaps {other}.',
    fix: 'Let each number stand in one range only.',
  },
  WM1055: {
    severity: 'error',
    message: 'Reserved names are quoted in {syntax}.',
    fix: 'Write {name}.',
  },
  WM1056: {
    severity: 'error',
    message: 'Reserved names are not quoted in edition {syntax}.',
    fix: 'Write {name}.',
  },
  WM1057: {
    severity: 'error',
    message: 'The name "{name}" is reserved twice in "{scope}".',
    fix: 'Keep one of them.',
  },
  WM1058: {
    severity: 'warning',
    message: 'The reserved name "{name}" is not an identifier, so nothing could have it.',
    fix: 'Correct or remove it.',
  },
  WM1060: {
    severity: 'error',
    message: 'The enum "{name}" has no value.',
    fix: 'Add one, first of all for 0.',
  },
  WM1061: {
    severity: 'error',
    message: 'The enum number {number} does not fit int32.',
    fix: 'Choose a number from {start} to {end}.',
  },
  WM1062: {
    severity: 'error',
    message: 'The value "{name}" has the number {number} of "{other}".',
    fix: 'Choose another number, or set option allow_alias = true; if both names are meant.',
  },
  WM1063: {
    severity: 'error',
    message: 'The enum "{name}" allows aliases but has none.',
    fix: 'Remove option allow_alias.',
  },
  WM1064: {
    severity: 'error',
    message: 'The value name "{name}" is reserved in "{scope}".',
    fix: 'Choose another name.',
  },
  WM1065: {
    severity: 'error',
    message: 'The value number {number} is reserved in "{scope}".',
    fix: 'Choose another number.',
  },
  WM1070: {
    severity: 'error',
    message: 'The import "{path}" stands twice.',
    fix: 'Remove one of them.',
  },
  WM1071: {
    severity: 'error',
    message: '"import option" exists since edition 2024.',
    fix: 'Use a plain import, or begin the file with edition = "2024";',
  },
  WM1073: {
    severity: 'error',
    message: 'The import "{path}" stands after an option import.',
    fix: 'Move option imports to the end of the imports.',
  },
  WM1074: {
    severity: 'error',
    message: 'There are no weak imports since edition 2024.',
    fix: 'Use a plain import or an option import.',
  },
  WM1072: {
    severity: 'error',
    message: 'The word "{word}" before a declaration exists since edition 2024.',
    fix: 'Remove it, or begin the file with edition = "2024";',
  },
} as const satisfies Entries;
