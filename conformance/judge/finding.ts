/** What the parts of the judge share. */
import type { Binding } from '../bindings/binding.ts';
import type { Payload } from '../model/fixture.gen.ts';
import type { Difference } from '../model/report.gen.ts';
import { isObject, parseExact, type ExactJson } from '../reference/oracle/json-text.ts';
import type { Oracle } from '../reference/oracle/oracle.ts';

/** What judging depends on beside the case. */
export interface JudgeContext {
  readonly oracle: Pick<Oracle, 'differenceOfBytes' | 'differenceOfText' | 'differenceOfArguments'>;
  /** Undefined for a codec. */
  readonly binding: Pick<Binding, 'read'> | undefined;
  /** What is wrong with a frame that nobody asked for; absent where frames are judged by what is expected alone. */
  readonly passive?: (frame: Payload) => string | undefined;
}

/** What differs at a step, before its place in the case is known. */
export type Finding = Omit<Difference, 'step'>;

/** Longest text of a side that a report keeps, in characters: enough to read, little enough for a thousand failures. */
const maxSide = 4000;

/** The whole of a side, for a reader to compare line by line: JSON indented and sorted by key, anything else as it is. */
export function sideOf(text: string): string {
  let shown = text;
  try {
    shown = indented(parseExact(text), '');
  } catch {
    // Not JSON: the letters are what matters.
  }
  return shown.length > maxSide ? `${shown.slice(0, maxSide)}…` : shown;
}

function indented(value: ExactJson, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item: ExactJson) => inner + indented(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (isObject(value)) {
    const names = Object.keys(value).sort();
    if (names.length === 0) return '{}';
    const members = names.map(
      (name) => `${inner}${JSON.stringify(name)}: ${indented(value[name] as ExactJson, inner)}`,
    );
    return `{\n${members.join(',\n')}\n${indent}}`;
  }
  if (typeof value === 'bigint') return String(value);
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

/** A difference that the oracle found, told in one sentence, with the whole of both sides. */
export function tell(found: Finding, sides: { readonly expected: string; readonly actual: string }): Finding {
  const where = found.path === '' ? '' : ` at ${found.path}`;
  return {
    reason: `${found.reason.replace(/\.$/, '')}${where}: ${found.expected} is due, ${found.actual} came.`,
    path: found.path,
    expected: sideOf(sides.expected),
    actual: sideOf(sides.actual),
  };
}
