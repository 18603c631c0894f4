/** JSON envelopes: an object with a name and a content, each at its pointer, and nothing else. */
import type { Binding as BindingSpec } from '../model/descriptor.gen.ts';
import { isObject, parseExact, printExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { byWebSocket, malformed, type Binding, type ReadFrame } from './binding.ts';
import { damagedJson } from './damaged-json.ts';
import { readJsonFrame } from './json-frame.ts';

/** @param spec - As a descriptor states it, or a file; its codec is not looked at. */
export function jsonEnvelope(spec: EnvelopeSpec): Binding {
  const list = spec.kind === 'json-envelope';
  const [name, content] = list ? [spec.event, spec.args] : [spec.message, spec.value];
  const places = { name: segments(name), content: segments(content), list };
  return {
    name: spec.name,
    carrier: byWebSocket,
    carries: list ? 'events' : 'messages',
    read: (frame) => readJsonFrame(frame, (tree) => readEnvelope(tree, places)),
    write: (event, args) => ({ text: writeEnvelope(event, args, places) }),
    damaged: damagedJson,
  };
}

type EnvelopeSpec = (
  | Omit<Extract<BindingSpec, { kind: 'json-envelope' }>, 'codec' | 'description'>
  | Omit<Extract<BindingSpec, { kind: 'message-envelope' }>, 'description'>
) & { readonly name: string };

interface Places {
  readonly name: readonly string[];
  readonly content: readonly string[];
  /** The content is the list of arguments, not the one argument itself. */
  readonly list: boolean;
}

function readEnvelope(tree: ExactJson, { name, content, list }: Places): ReadFrame {
  const event = at(tree, name);
  const value = at(tree, content);
  if (typeof event !== 'string') return malformed(`there is no name at "${pointer(name)}"`);
  if (value === undefined) return malformed(`there is nothing at "${pointer(content)}"`);
  if (list && !Array.isArray(value)) return malformed(`"${pointer(content)}" is not an array`);
  const surplus = surplusMember(tree, [name, content], '');
  if (surplus !== undefined) return malformed(`"${surplus}" does not belong to the envelope`);
  return { kind: 'event', event: { event, args: printExact(list ? value : [value]) } };
}

function writeEnvelope(event: string, args: string, { name, content, list }: Places): string {
  const value = list ? args : printExact((parseExact(args) as readonly ExactJson[])[0] ?? null);
  const root = new Map<string, Node>();
  place(root, name, JSON.stringify(event));
  place(root, content, value);
  return print(root);
}

type Node = string | Map<string, Node>;

function place(root: Map<string, Node>, path: readonly string[], text: string): void {
  let node = root;
  for (const key of path.slice(0, -1)) {
    const inner = node.get(key);
    const next = inner instanceof Map ? inner : new Map<string, Node>();
    node.set(key, next);
    node = next;
  }
  node.set(path.at(-1) ?? '', text);
}

const print = (node: Node): string =>
  typeof node === 'string'
    ? node
    : `{${[...node].map(([key, value]) => `${JSON.stringify(key)}:${print(value)}`).join(',')}}`;

/** RFC 6901. */
const segments = (text: string): readonly string[] =>
  text
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const pointer = (path: readonly string[]): string =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function at(tree: ExactJson, path: readonly string[]): ExactJson | undefined {
  let node: ExactJson | undefined = tree;
  for (const key of path)
    node = node !== undefined && isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  return node;
}

/** A member of the envelope that is on no path; undefined when there is none. */
function surplusMember(tree: ExactJson, paths: readonly (readonly string[])[], prefix: string): string | undefined {
  if (!isObject(tree)) return undefined;
  for (const [key, value] of Object.entries(tree)) {
    const inner = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
    const here = `${prefix}${pointer([key])}`;
    if (inner.length === 0) return here;
    if (inner.some((path) => path.length === 0)) continue;
    const deeper = surplusMember(value, inner, here);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
