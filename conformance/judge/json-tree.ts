/**
 * Takes JSON text (RFC 8259), gives a tree in which nothing is lost: numbers keep their digits, and a key that stands
 * twice is an error. `JSON.parse` would round the one and swallow the other.
 */

export type JsonTree = null | boolean | string | JsonNumber | readonly JsonTree[] | ReadonlyMap<string, JsonTree>;

/** A number as it is spelt. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Levels that are read: beyond any codec's own limit, which is 100 (protobuf.dev, Encoding, "Nesting"). */
const maxDepth = 1000;

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const word = /true|false|null/y;

/** @throws SyntaxError - With the offset, when the text is not JSON or names a key twice. */
export function parseTree(text: string): JsonTree {
  const reader = { text, at: 0 };
  const tree = readValue(reader, 0);
  skip(reader);
  if (reader.at < text.length) throw fault(reader, 'text after the value');
  return tree;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): JsonTree {
  if (depth > maxDepth) throw fault(reader, `nesting deeper than ${maxDepth} levels`);
  skip(reader);
  switch (reader.text[reader.at]) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    default: {
      const digits = match(reader, number);
      if (digits !== undefined) return new JsonNumber(digits);
      const literal = match(reader, word);
      if (literal === undefined) throw fault(reader, 'no value');
      return literal === 'null' ? null : literal === 'true';
    }
  }
}

function readObject(reader: Reader, depth: number): JsonTree {
  const members = new Map<string, JsonTree>();
  reader.at++;
  if (next(reader, '}')) return members;
  do {
    skip(reader);
    const start = reader.at;
    const key = readString(reader);
    if (members.has(key)) throw fault({ ...reader, at: start }, `the key ${JSON.stringify(key)} stands twice`);
    if (!next(reader, ':')) throw fault(reader, 'no ":"');
    members.set(key, readValue(reader, depth + 1));
  } while (next(reader, ','));
  if (!next(reader, '}')) throw fault(reader, 'an object without end');
  return members;
}

function readArray(reader: Reader, depth: number): JsonTree {
  const items: JsonTree[] = [];
  reader.at++;
  if (next(reader, ']')) return items;
  do items.push(readValue(reader, depth + 1));
  while (next(reader, ','));
  if (!next(reader, ']')) throw fault(reader, 'an array without end');
  return items;
}

function readString(reader: Reader): string {
  const quoted = match(reader, string);
  if (quoted === undefined) throw fault(reader, 'no string');
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

function skip(reader: Reader): void {
  match(reader, space);
}

function next(reader: Reader, mark: string): boolean {
  skip(reader);
  if (reader.text[reader.at] !== mark) return false;
  reader.at++;
  return true;
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

const fault = (reader: Reader, what: string): SyntaxError => new SyntaxError(`${what} at offset ${reader.at}`);

/** The tree as text again, keys sorted, for readers and for comparison line by line. */
export function printTree(tree: JsonTree, indent = ''): string {
  const inner = `${indent}  `;
  if (tree instanceof JsonNumber) return tree.text;
  if (tree instanceof Map) {
    if (tree.size === 0) return '{}';
    const members = [...tree]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${inner}${JSON.stringify(key)}: ${printTree(value, inner)}`);
    return `{\n${members.join(',\n')}\n${indent}}`;
  }
  if (Array.isArray(tree)) {
    if (tree.length === 0) return '[]';
    return `[\n${tree.map((item: JsonTree) => `${inner}${printTree(item, inner)}`).join(',\n')}\n${indent}]`;
  }
  return JSON.stringify(tree);
}
