/**
 * Changes members of mappings in a YAML or JSON text and leaves every other character as it is: comments, order, layout.
 * What is added in a block is YAML; what is added inside braces is JSON, which both languages read.
 */
import type { SourceDocument } from '../../../diagnostics/document.ts';
import type { DocumentNode } from '../../../diagnostics/document/node.ts';
import { stringifyDraft } from '../../import/yaml.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Change {
  /** Keys of the mapping, from the top; it must be there. */
  readonly at: readonly string[];
  readonly key: string;
  /** Undefined: the member goes. */
  readonly value: object | string | undefined;
  /** Member that a new one is put before; the end otherwise. */
  readonly before?: string;
}

/** @param changes - At most one for each member. */
export function editText(document: SourceDocument, changes: readonly Change[]): string {
  const { text, root } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify(change.at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  for (const group of groups.values()) {
    const node = nodeAt(root, group[0]!.at);
    if (text[node.start] !== '{') edits.push(...blockEdits(text, node, group));
    else edits.push(...(unfolded(text, node, group) ?? flowEdits(text, node, group)));
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let done = 0;
  for (const { start, end, text: added } of edits) {
    result += text.slice(done, start) + added.replaceAll('\n', eol);
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}

function nodeAt(root: DocumentNode, keys: readonly string[]): DocumentNode {
  let node = root;
  for (const key of keys) {
    const member = node.members?.get(key);
    if (member === undefined) throw new Error(`There is no "${key}" in the text.`);
    node = member.node;
  }
  return node;
}

function blockEdits(text: string, node: DocumentNode, changes: readonly Change[]): Edit[] {
  const members = node.members!;
  const [first] = [...members.values()];
  const indent = ' '.repeat(first!.keyStart - lineStart(text, first!.keyStart));
  return changes.map(({ key, value, before }): Edit => {
    const known = members.get(key);
    const added = value === undefined ? '' : indented(stringifyDraft({ [key]: value }), indent);
    if (known !== undefined) {
      return { start: lineStart(text, known.keyStart), end: lineAfter(text, lastOf(text, known.node)), text: added };
    }
    const next = before === undefined ? undefined : members.get(before);
    const at =
      next === undefined ? lineAfter(text, lastOf(text, node)) : aboveComments(text, lineStart(text, next.keyStart));
    const isInLine = at > 0 && text[at - 1] !== '\n';
    return { start: at, end: at, text: isInLine ? `\n${added.trimEnd()}` : added };
  });
}

/** A mapping that has a line of a block to itself, and gets more than fits there, becomes a block; nothing else does. */
function unfolded(text: string, node: DocumentNode, changes: readonly Change[]): Edit[] | undefined {
  const start = lineStart(text, node.start);
  const [, indent, key] = /^( *)([^\s#{}[\],][^#{}[\],]*): $/.exec(text.slice(start, node.start)) ?? [];
  const written = text.slice(node.start, node.end);
  const isAlone = /^\s*$/.test(text.slice(node.end, lineAfter(text, node.end)));
  const isPlain = changes.every(({ key: name, value }) => value !== undefined && !node.members!.has(name));
  if (indent === undefined || key === undefined || !isAlone || !isPlain || /[\n#]/.test(written)) return undefined;
  const members = [...node.members!.values()].map((member) => text.slice(member.keyStart, member.node.end));
  const added = changes.map((change) => stringifyDraft({ [change.key]: change.value }));
  const lines = `${members.map((member) => `${member}\n`).join('')}${added.join('')}`;
  return [{ start: node.start - 1, end: node.end, text: `\n${indented(lines, `${indent}  `)}`.trimEnd() }];
}

/** Inside braces: what stays keeps its separators, what is new stands behind the last that stays. */
function flowEdits(text: string, node: DocumentNode, changes: readonly Change[]): Edit[] {
  const changed = new Map(changes.map((change) => [change.key, change]));
  const members = [...node.members!].map(([key, member]) => ({ key, ...member }));
  const kept = members.filter(({ key }) => !changed.has(key) || changed.get(key)!.value !== undefined);
  const [first] = members;
  const margin = first === undefined ? '' : text.slice(lineStart(text, first.keyStart), first.keyStart);
  // Each member on a line of its own, or all on one.
  const [gap, depth] = first !== undefined && margin.trim() === '' ? [`\n${margin}`, 2] : [' ', 0];
  const json = (value: unknown): string => JSON.stringify(value, undefined, depth).replaceAll('\n', gap);
  const edits: Edit[] = [];
  for (const [at, member] of members.entries()) {
    const change = changed.get(member.key);
    if (change === undefined) continue;
    if (change.value !== undefined) {
      edits.push({ start: member.node.start, end: member.node.end, text: json(change.value) });
      continue;
    }
    const isBehind = members.slice(0, at).some((each) => kept.includes(each));
    const next = members[at + 1];
    const [start, end] = isBehind
      ? [members[at - 1]!.node.end, member.node.end]
      : [member.keyStart, next?.keyStart ?? member.node.end];
    edits.push({ start, end, text: '' });
  }
  const added = changes.filter(({ key, value }) => value !== undefined && !node.members!.has(key));
  const texts = added.map(({ key, value }) => `${JSON.stringify(key)}: ${json(value)}`);
  if (texts.length === 0) return edits;
  const last = kept.at(-1);
  const start = last === undefined ? node.start + 1 : last.node.end;
  const body = texts.join(`,${gap}`);
  return [{ start, end: start, text: last === undefined ? ` ${body} ` : `,${gap}${body}` }, ...edits];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line after this place begins; where the text ends, should there be none. */
function lineAfter(text: string, at: number): number {
  let end = at;
  if (end > 0 && text[end - 1] === '\n') {
    // A block of text takes the blank lines behind it: they part it from what follows.
    while (/\n\r?\n$/.test(text.slice(Math.max(0, end - 3), end))) end = text.lastIndexOf('\n', end - 2) + 1;
    return end;
  }
  const found = text.indexOf('\n', end);
  return found < 0 ? text.length : found + 1;
}

/** End of the last leaf: a block itself may end behind the comments that follow it. */
function lastOf(text: string, node: DocumentNode): number {
  if (/[[{]/.test(text[node.start] ?? '')) return node.end;
  const inner = node.items?.at(-1) ?? [...(node.members?.values() ?? [])].at(-1)?.node;
  // An alias stands for what is written elsewhere.
  return inner === undefined || inner.start < node.start || inner.end > node.end ? node.end : lastOf(text, inner);
}

/** Comments right above a member belong to it. */
function aboveComments(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.slice(above, start).trimStart().startsWith('#')) break;
    start = above;
  }
  return start;
}

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);
