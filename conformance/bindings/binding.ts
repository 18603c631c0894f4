/** How events are framed: the bindings of a descriptor, as functions between an event and the text of a frame. */
import type { Binding as BindingSpec, Descriptor } from '../model/descriptor.gen.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { isObject, parseExact, printExact, type ExactJson } from '../reference/oracle/json-text.ts';

/** An event as a frame names it. */
export interface FramedEvent {
  /** Wire name of the event, or full name of the message. */
  readonly event: string;
  /** JSON text of the array of arguments. */
  readonly args: string;
}

/** A frame read: the event, or what is wrong with the frame. */
export type ReadFrame =
  | { readonly kind: 'event'; readonly event: FramedEvent }
  | { readonly kind: 'malformed'; readonly problem: string };

export interface Binding {
  readonly name: string;
  read(frame: Payload): ReadFrame;
  /**
   * @param event - Wire name of the event, or full name of the message.
   * @param args - JSON text of the array of arguments; its digits stand in the frame as they are.
   */
  write(event: string, args: string): Payload;
}

/** The binding of that name; the first one that fits the package when the name is empty; undefined when there is none. */
export function bindingOf(descriptor: Descriptor, name: string): Binding | undefined {
  const wanted = descriptor.events.length > 0 ? 'json-envelope' : 'message-envelope';
  const spec =
    name === ''
      ? (descriptor.bindings.find((one) => one.kind === wanted) ?? descriptor.bindings[0])
      : descriptor.bindings.find((one) => one.name === name);
  return spec && envelope(spec);
}

/** Both kinds of envelope hold a name and a content, each at its pointer, and nothing else. */
function envelope(spec: BindingSpec): Binding {
  const [name, content] = spec.kind === 'json-envelope' ? [spec.event, spec.args] : [spec.message, spec.value];
  const places = { name: segments(name), content: segments(content), list: spec.kind === 'json-envelope' };
  return {
    name: spec.name,
    read: (frame) => readEnvelope(frame, places),
    write: (event, args) => ({ text: writeEnvelope(event, args, places) }),
  };
}

interface Places {
  readonly name: readonly string[];
  readonly content: readonly string[];
  /** The content is the list of arguments, not the one argument itself. */
  readonly list: boolean;
}

function readEnvelope(frame: Payload, { name, content, list }: Places): ReadFrame {
  const malformed = (problem: string): ReadFrame => ({ kind: 'malformed', problem });
  if ('hex' in frame) return malformed('the frame is binary, not text');
  let tree: ExactJson;
  try {
    tree = parseExact(frame.text);
  } catch (error) {
    return malformed(`the frame is not JSON: ${(error as Error).message}`);
  }
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
