/**
 * Reads YAML 1.2 into a tree with offsets: one document, JSON values only. Aliases are followed, within bounds; what JSON
 * cannot say (tags, dates, NaN, keys that are not plain) is a fault.
 */
import type * as Yaml from 'yaml';
import type { CST, Document, Node, Pair, Scalar, YAMLError } from 'yaml';
import { exactInteger, isRefusedKey, maxDepth } from './node.ts';
import type { DocumentMember, DocumentNode, ParsedText, TextFault } from './node.ts';

/**
 * Nodes that a document may have once every alias is replaced by what it stands for. Thirty short lines of nested aliases
 * mean billions of nodes to anyone who walks the value; an honest spec stays below a hundred thousand.
 */
const maxExpanded = 1_000_000;

export async function parseYamlText(text: string): Promise<ParsedText> {
  const yaml = await import('yaml');
  // Composing recurses, and a stack that is nearly used up ends the process inside a regular expression: measure first.
  const tokens = [...new yaml.Parser().parse(text)];
  const deep = findTooDeep(tokens);
  if (deep !== undefined) return { root: undefined, faults: [deep] };
  const composer = new yaml.Composer({ intAsBigInt: true, uniqueKeys: false, stringKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const document = documents[0]!;
  const faults = [...document.errors, ...document.warnings].map(syntaxFault);
  const second = documents[1];
  if (second !== undefined) {
    const [start = 0] = second.range;
    faults.push({ kind: 'syntax', what: 'a second document begins here', start, end: start });
  }
  if (faults.length > 0) return { root: undefined, faults };
  const builder = new Builder(yaml, document as Document.Parsed);
  const root = builder.build(document.contents as Node | null, 0);
  return { root, faults: builder.faults };
}

function syntaxFault(error: YAMLError): TextFault {
  // The library ends some messages with a hint in a second line, and some with a full stop.
  const what = error.message
    .split('\n')[0]!
    .replace(/\.$/, '')
    .replace(/^Missing closing (["'])quote$/, 'a $1 is never closed');
  return { kind: 'syntax', what, start: error.pos[0], end: error.pos[1] };
}

/** The first place that nests deeper than `maxDepth`, found without recursion. */
function findTooDeep(tokens: readonly CST.Token[]): TextFault | undefined {
  const pending: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) {
      const start = 'offset' in token ? token.offset : 0;
      return { kind: 'limit', what: `nesting deeper than ${maxDepth} levels`, start, end: start + 1 };
    }
    if (token.type === 'document' && token.value !== undefined) pending.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key != null) pending.push({ token: key, depth: depth + 1 });
      if (value != null) pending.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

class Builder {
  readonly faults: TextFault[] = [];
  readonly #yaml: typeof Yaml;
  readonly #document: Document.Parsed;
  /** What each anchored node became, and how many nodes that is; `building` while inside it. */
  readonly #built = new Map<Node, { readonly node: DocumentNode; readonly size: number } | 'building'>();
  /** Anchors met so far: an alias means the last one of its name before it (YAML 1.2.2, section 7.1). */
  readonly #anchors = new Map<string, Node>();
  #size = 0;

  constructor(yaml: typeof Yaml, document: Document.Parsed) {
    this.#yaml = yaml;
    this.#document = document;
  }

  build(node: Node | null, depth: number): DocumentNode {
    if (node === null) {
      const [start = 0] = this.#document.range ?? [];
      return leaf(null, start, start);
    }
    this.#size++;
    const [start = 0, end = start] = node.range ?? [];
    if (this.#yaml.isAlias(node)) return this.#alias(node.source, start, end);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) {
      this.#anchors.set(anchor, node);
      this.#built.set(node, 'building');
    }
    const before = this.#size;
    const built = this.#collection(node, depth, { start, end }) ?? leaf(this.#scalar(node as Scalar), start, end);
    if (anchor !== undefined) this.#built.set(node, { node: built, size: this.#size - before + 1 });
    return built;
  }

  #collection(node: Node, depth: number, range: { start: number; end: number }): DocumentNode | undefined {
    if (depth > maxDepth) {
      this.#fault('limit', `nesting deeper than ${maxDepth} levels`, range);
      return leaf(null, range.start, range.end);
    }
    if (this.#yaml.isSeq(node)) {
      const items = node.items.map((item) => this.build(item as Node | null, depth + 1));
      return { value: items.map((item) => item.value), ...range, members: undefined, items };
    }
    return this.#yaml.isMap(node) ? this.#map(node.items as Pair[], depth, range) : undefined;
  }

  #map(pairs: readonly Pair[], depth: number, range: { start: number; end: number }): DocumentNode {
    const members = new Map<string, DocumentMember>();
    const value: Record<string, unknown> = {};
    for (const pair of pairs) {
      const keyNode = pair.key as Node | null;
      const [start = range.start, end = start] = keyNode?.range ?? [];
      if (!this.#yaml.isScalar(keyNode)) {
        this.#fault('not-json', 'a key that is not plain text', { start, end });
        continue;
      }
      const key = typeof keyNode.value === 'string' ? keyNode.value : (keyNode.source ?? '');
      const node = this.build(pair.value as Node | null, depth + 1);
      const known = members.get(key);
      if (isRefusedKey(key)) this.#fault('refused-key', key, { start, end });
      else if (known !== undefined) {
        const first = { start: known.keyStart, end: known.keyEnd };
        this.faults.push({ kind: 'duplicate-key', what: key, start, end, first });
      } else {
        // A value that is left out has no place of its own: its key stands for it.
        const placed = pair.value !== null && node.end > node.start ? node : { ...node, start, end };
        members.set(key, { keyStart: start, keyEnd: end, node: placed });
        value[key] = node.value;
      }
    }
    return { value, ...range, members, items: undefined };
  }

  #alias(name: string, start: number, end: number): DocumentNode {
    const target = this.#anchors.get(name);
    const built = target === undefined ? undefined : this.#built.get(target);
    if (built === 'building') this.#fault('limit', `"*${name}" stands inside what it refers to`, { start, end });
    else if (built === undefined) this.#fault('syntax', `"*${name}" refers to no anchor before it`, { start, end });
    else if (this.#size + built.size > maxExpanded) {
      if (!this.faults.some((fault) => fault.kind === 'limit')) {
        this.#fault('limit', `aliases that stand for more than ${maxExpanded} nodes`, { start, end });
      }
    } else {
      this.#size += built.size;
      return { ...built.node, start, end };
    }
    return leaf(null, start, end);
  }

  #scalar(node: Scalar): unknown {
    const { value } = node;
    const [start = 0, end = start] = node.range ?? [];
    if (typeof value === 'bigint') return exactInteger(String(value));
    if (typeof value === 'number' && !Number.isFinite(value))
      this.#fault('not-json', `the number ${value}`, { start, end });
    else if (value !== null && typeof value === 'object') this.#fault('not-json', 'a tagged value', { start, end });
    else return value;
    return null;
  }

  #fault(kind: TextFault['kind'], what: string, range: { start: number; end: number }): void {
    this.faults.push({ kind, what, ...range });
  }
}

function leaf(value: unknown, start: number, end: number): DocumentNode {
  return { value, start, end, members: undefined, items: undefined };
}
