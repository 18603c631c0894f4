/** Takes off a description what it says of the number beside it: its width, its unit. */

export interface Tail {
  readonly description: string;
  readonly width: 'int32' | 'int64' | 'uint32' | 'uint64' | undefined;
}

/** Descriptions longer than this are texts that say nothing of a number. In characters. */
const maxLength = 4000;

/** A width at the end, after a comma, a dot, a blank or nothing. */
export function widthTail(description: string): Tail {
  if (description.length > maxLength) return { description, width: undefined };
  const found = /^(.*?)(?:^|[\s,.;]+)(u?int(?:32|64))\.?$/s.exec(description);
  if (found === null) return { description, width: undefined };
  return { description: found[1]!.trim(), width: found[2] as Tail['width'] };
}

const units: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/\(\s*(?:milliseconds?|ms|in milliseconds)\s*\)|\bin milliseconds\b/i, 'ms'],
  [/\(\s*(?:seconds?|s|in seconds)\s*\)|\bin seconds\b/i, 's'],
  [/\(\s*(?:minutes?|min)\s*\)|\bin minutes\b/i, 'min'],
  [/\(\s*(?:hours?|h)\s*\)|\bin hours\b/i, 'h'],
  [/\bbytes\b/i, 'bytes'],
];

/** The unit that a description names: `(milliseconds)`, `in minutes`, `bytes`. */
export const unitOf = (description: string): string | undefined =>
  units.find(([pattern]) => pattern.test(description))?.[1];
