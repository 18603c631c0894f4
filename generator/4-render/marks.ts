/**
 * Marks are how a template says "this name stems from there": control characters that no spec text can bring in
 * (3-plan/text.ts strips or escapes them) and that are taken out again here, leaving source map segments.
 */
import { GenMapping, addSegment, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { Origin } from '../ir/origin.ts';

const open = '\u0001';
const close = '\u0002';

const codeOpen = '\u0004';
const codeClose = '\u0005';

/** Stands for code that is printed once the line around it is known. */
export function codeMark(index: number): string {
  return `${codeOpen}${index}${codeClose}`;
}

/** Columns that code may take. */
export interface Room {
  /** Columns by which its line is indented. */
  readonly indent: number;
  /** Columns before it on its line, indent included. */
  readonly column: number;
  /** Columns behind it on its line. */
  readonly tail: number;
}

/** Puts code in the place of its marks, from the top down. */
export function placeCode(text: string, print: (index: number, room: Room) => string): string {
  const parts = text.split(codeOpen);
  const placed = [parts[0]!];
  // The line so far, kept apart: looking for it in all that was placed takes as long as all that was placed is.
  let line = lastLine(parts[0]!);
  for (const part of parts.slice(1)) {
    const end = part.indexOf(codeClose);
    const before = visible(line);
    const rest = part.slice(end + 1);
    const behind = visible(firstLine(rest));
    const indent = before.length - before.trimStart().length;
    const code = print(Number(part.slice(0, end)), { indent, column: before.length, tail: behind.length }) + rest;
    placed.push(code);
    line = code.includes('\n') ? lastLine(code) : line + code;
  }
  return placed.join('');
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The text without marks of origins. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u0001\d+\u0002/g, '');
}

/** Printed by a helper that has nothing to print: a line that holds only this vanishes. */
export const nothing = '\u0003';

export function mark(index: number): string {
  return `${open}${index}${close}`;
}

/** Takes out vanished lines, trailing space and runs of blank lines. Marks stay. One pass: texts of megabytes come here. */
export function tidy(text: string): string {
  const kept: string[] = [];
  let blank = false;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const whole = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    const line = withoutNothing(whole);
    if (line === undefined) continue;
    if (line === '') {
      blank = true;
      continue;
    }
    // No blank line at the top, behind an opening brace, or before a closing one.
    if (blank && kept.length > 0 && !kept.at(-1)!.endsWith('{') && !closing.test(line)) kept.push('');
    kept.push(line);
    blank = false;
  }
  kept.push('');
  return kept.length === 1 ? '\n' : kept.join('\n');
}

const closing = /^[ \t]*\}/;

/** The line without trailing space and marks of nothing; undefined when it held nothing else. */
function withoutNothing(line: string): string | undefined {
  const plain = line.includes(nothing) ? line.replaceAll(nothing, '') : line;
  let end = plain.length;
  while (end > 0 && (plain[end - 1] === ' ' || plain[end - 1] === '\t')) end--;
  return end === 0 && plain !== line ? undefined : plain.slice(0, end);
}

export interface MappedText {
  readonly text: string;
  /** Source map, version 3, as JSON text. */
  readonly map: string;
}

/**
 * @param text - Tidied text with marks.
 * @param file - Name of the generated file.
 * @param origins - What the marks' indices mean.
 * @param sources - Texts by `Origin.file`, embedded so that the map works without the sources at hand.
 */
export function takeMarks(
  text: string,
  { file, origins, sources }: { file: string; origins: readonly Origin[]; sources: ReadonlyMap<string, string> },
): MappedText {
  const map = new GenMapping({ file });
  const used = new Set<string>();
  const lines = text.split('\n').map((line, lineNumber) => {
    let at = line.indexOf(open);
    if (at < 0) return line;
    let plain = '';
    let start = 0;
    for (; at >= 0; at = line.indexOf(open, start)) {
      plain += line.slice(start, at);
      const end = line.indexOf(close, at);
      const origin = origins[Number(line.slice(at + 1, end))]!;
      used.add(origin.file);
      addSegment(map, lineNumber, plain.length, origin.file, origin.line - 1, origin.column - 1);
      start = end + 1;
    }
    return plain + line.slice(start);
  });
  for (const [source, content] of sources) if (used.has(source)) setSourceContent(map, source, content);
  return { text: lines.join('\n'), map: JSON.stringify(toEncodedMap(map)) };
}
