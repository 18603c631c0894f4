/** Reads enumerations out of prose: `0 - Friend, 1 - Deleted`, `1 for public`, `roster - friend, group - group`. */

export interface ProseMember {
  readonly value: number | string;
  readonly text: string;
}

export interface ProseEnum {
  /** What stands before the first member. */
  readonly intro: string;
  readonly members: readonly ProseMember[];
  /** True where nothing but blanks parts the values: bars that were eaten with a table. */
  readonly isEaten: boolean;
}

/** Descriptions longer than this are texts, not enumerations. In characters. */
const maxLength = 4000;

const trimmed = (text: string): string => text.replace(/^[\s,;.|]+|[\s,;.|]+$/g, '');

/** `0 - a, 1 - b`, `0: a 1: b`, `1 for a, 0 for b`: two different numbers at least. */
export function numericEnum(description: string): ProseEnum | undefined {
  if (description.length > maxLength) return undefined;
  const marks = [...description.matchAll(/(?<![\w.-])(-?\d+)\s*(?:[-–—:=]|\bfor\b)\s+(?=\S)/g)];
  if (new Set(marks.map((mark) => mark[1])).size < 2 || new Set(marks.map((mark) => mark[1])).size < marks.length)
    return undefined;
  const intro = description.slice(0, marks[0]!.index).trim();
  if (intro !== '' && !/[:,：(]$/.test(intro)) return undefined;
  const members = marks.map((mark, at) => ({
    value: Number(mark[1]),
    text: trimmed(description.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? description.length)),
  }));
  if (members.some(({ text, value }) => text === '' || !Number.isSafeInteger(value))) return undefined;
  return { intro: intro.replace(/[:,：(]$/, '').trim(), members, isEaten: false };
}

/** `Kinds: a, b, c`, `Kinds: a - first, b - second`, `valued as a | b`, and with the bars eaten. */
export function textEnum(description: string): ProseEnum | undefined {
  if (description.length > maxLength) return undefined;
  const phrase = /^(.*?)[,;]?\s*(?:can be |is |are )?(?:valued as|one of):?\s+(.+)$/is.exec(description);
  if (phrase !== null) {
    const body = trimmed(phrase[2]!);
    const isEaten = !/[,|/]/.test(body);
    const values = body
      .split(isEaten ? /\s+/ : /\s*(?:,|\||\/|\bor\b)\s*/)
      .map((each) => each.replace(/^["'`]|["'`]$/g, ''));
    if (values.length >= 2 && values.every(isWord)) {
      return { intro: trimmed(phrase[1]!), members: values.map((value) => ({ value, text: '' })), isEaten };
    }
  }
  const colon = /^([^:]*):\s+(.+)$/s.exec(description);
  if (colon === null) return undefined;
  const parts = trimmed(colon[2]!).split(/\s*[,;|]\s*/);
  if (parts.length < 2) return undefined;
  const members = parts.map((part) => {
    const [, value, text] = /^["'`]?([\p{L}_][\p{L}\p{N}_-]*)["'`]?(?:\s+[-–—=]\s+(.+))?$/su.exec(part) ?? [];
    return { value: value ?? '', text: text?.trim() ?? '' };
  });
  // A list of bare words may be any sentence: three of them, or a word for a choice before the colon.
  const isList = members.every(({ text }) => text === '');
  const isChoice = /\b(types?|kinds?|values?|status(?:es)?|states?|modes?|options?)\s*$/i.test(colon[1]!);
  if (members.some(({ value }) => value === '') || (isList && !isChoice)) return undefined;
  if (!isList && members.some(({ text }) => text === '')) return undefined;
  if (new Set(members.map(({ value }) => value)).size < members.length) return undefined;
  return { intro: colon[1]!.trim(), members, isEaten: false };
}

const isWord = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);

export interface ProseValues {
  readonly values: readonly { readonly value: number | boolean; readonly description: string }[];
  readonly default: boolean | undefined;
}

/** `true - yes, false - no (default)`. */
export function booleanValues(description: string): ProseValues | undefined {
  const marks = [...description.matchAll(/(?<!\w)(true|false)\s*(?:[-–—:=]|\bmeans\b|\bfor\b)\s+/g)];
  if (marks.length !== 2 || marks[0]![1] === marks[1]![1]) return undefined;
  let preset: boolean | undefined;
  const values = marks.map((mark, at) => {
    const value = mark[1] === 'true';
    const text = description.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? description.length);
    const isDefault = /\(\s*default\s*\)/i.test(text);
    if (isDefault) preset = value;
    return { value, description: trimmed(text.replace(/\(\s*default\s*\)/i, '')) };
  });
  return { values, default: preset };
}

/** `0 or less means none, -1 means for good`: numbers that a sentence singles out. */
export function sentinels(description: string): ProseValues | undefined {
  if (description.length > maxLength) return undefined;
  const marks = [...description.matchAll(/(?<![\w.-])(-?\d+)(?:\s[^,;.]*?)?\smeans\s+([^,;.]+)/g)];
  if (marks.length === 0) return undefined;
  return {
    values: marks.map((mark) => ({ value: Number(mark[1]), description: mark[2]!.trim() })),
    default: undefined,
  };
}
