/** WM7: what lint says of specs, by rule, and what becomes of suppressions. */
import type { Entries } from '../entry.ts';

export const lintEntries = {
  WM7001: {
    severity: 'warning',
    message: 'The {kind} "{name}" holds the same as "{other}".',
    fix: 'Use one of them in both places, or say in a suppression why they are to part one day.',
  },
  WM7002: {
    severity: 'warning',
    message: 'The {kind} "{name}" contradicts "{other}", which has the same name: {difference}.',
    fix: 'Make them agree, or give them names that tell them apart.',
  },
  WM7003: {
    severity: 'warning',
    message: 'The name "{name}" seems to be misspelt: {evidence}.',
    fix: 'Correct it to "{suggestion}" while nobody uses it; a name that travels stays as it is, with a suppression.',
  },
  WM7004: {
    severity: 'warning',
    message: 'The {kind} "{name}" is easily taken for "{other}".',
    fix: 'Rename one of them; where both are on the wire, say so in a suppression.',
  },
  WM7005: {
    severity: 'warning',
    message: 'The field "{name}" states no width, though "{sibling}" beside it is {width}.',
    fix: 'Say how wide it is: int32 or int64.',
  },
  WM7006: {
    severity: 'warning',
    message: '{what} as JavaScript numbers: {names}.',
    fix: 'JSON.parse rounds beyond 2^53: let them travel as strings, or read the JSON with the generated fromJsonString functions.',
  },
  WM7007: {
    severity: 'warning',
    message: '{what} is closed, yet {why}.',
    fix: 'Make it open, so that programs keep what they do not know.',
  },
  WM7008: {
    severity: 'warning',
    message: 'The field "{name}" counts {quantity} in an unstated unit.',
    fix: '{suggestion}',
  },
  WM7009: {
    severity: 'info',
    message: 'Nothing leads to {names}.',
    fix: 'Name them where they are meant, or take them out; types that only calls take or give may stay.',
  },
  WM7010: {
    severity: 'warning',
    message: 'The event "{name}" is missing from {what}, which lists {count} others.',
    fix: 'Add it there: code that goes by the list never hears of it.',
  },
  WM7011: {
    severity: 'warning',
    message: 'The value "{name}" of the enum "{enum}" looks like a placeholder for zero, and nothing says so.',
    fix: '{suggestion}',
  },
  WM7012: {
    severity: 'info',
    message: 'The fields of "{name}" are named in two ways: {some}, but {others}.',
    fix: 'Choose one for new fields; names that travel stay as they are.',
  },
  WM7101: {
    severity: 'info',
    message: 'The zero value of the enum "{name}" is "{value}": a field that is absent reads as that.',
    fix: 'Begin new enums with {suggestion} = 0, which means that nothing was said.',
  },
  WM7102: {
    severity: 'info',
    message: 'Values of the enum "{name}" do not begin with {prefix}: {names}.',
    fix: 'Values share the scope of their enum in C++: a prefix keeps them from clashing.',
  },
  WM7103: {
    severity: 'info',
    message: '{what} {style}: {names}.',
    fix: 'Style of new declarations; renaming old ones breaks source code and JSON.',
  },
  WM7104: {
    severity: 'info',
    message: 'The field numbers {numbers} of the message "{name}" are neither used nor reserved.',
    fix: 'If fields were deleted there, reserve their numbers, so that nothing else takes them.',
  },
  WM7105: {
    severity: 'warning',
    message: '{what} takes up {reserved}.',
    fix: 'Choose another: the old meaning still lives in stored data and old programs.',
  },
  WM7106: {
    severity: 'warning',
    message: 'The field "{name}" is required.',
    fix: 'A required field can never be taken away or added: make it optional and check it in the program.',
  },
  WM7107: {
    severity: 'warning',
    message: 'The file has no package.',
    fix: 'Give it one: without, its names clash with those of every other such file.',
  },
  WM7108: {
    severity: 'warning',
    message: '{user} uses "{name}", which is deprecated.',
    fix: 'Mark the user deprecated too, or use what took its place.',
  },
  WM7901: {
    severity: 'warning',
    message: 'This suppression of {rule} applies to nothing.',
    fix: 'Take it out: what it spoke of is gone, or is spelt otherwise.',
  },
  WM7902: {
    severity: 'error',
    message: 'This suppression gives no reason.',
    fix: 'Write -- and why it may stay behind the rule: wiremark-lint-disable-next-line {rule} -- the reason.',
  },
  WM7904: {
    severity: 'error',
    message: 'Lint cannot read this.',
    fix: 'Write wiremark-lint-disable-next-line RULE -- the reason, on a line of its own.',
  },
  WM7903: {
    severity: 'error',
    message: 'There is no rule "{rule}".',
    fix: '{suggestion}',
  },
} as const satisfies Entries;
