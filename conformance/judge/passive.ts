/**
 * Takes any frame, says what is wrong with it: the binding must read it, its event must be one of the spec, and what of it
 * is a protobuf message must be one that a conformant writer could have written.
 */
import type { Binding } from '../bindings/binding.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { faultOfBytes } from '../reference/oracle/fault-of-bytes.ts';
import { faultOfJson } from '../reference/oracle/fault-of-json.ts';
import { parseExact, type ExactJson } from '../reference/oracle/json-text.ts';
import type { Oracle } from '../reference/oracle/oracle.ts';

/** @returns A function that gives the problem, or undefined for a legal frame. */
export const passiveCheck =
  (oracle: Pick<Oracle, 'types' | 'schema'>, binding: Pick<Binding, 'read' | 'messages'>) =>
  (frame: Payload): string | undefined => {
    const read = binding.read(frame);
    if (read.kind === 'malformed') return read.problem;
    for (const { type, bytes } of binding.messages?.(frame) ?? []) {
      const fault = faultOfBytes(oracle.schema, type, bytes);
      if (fault !== undefined) return `"${type}" is not written as it must be: ${fault}`;
    }
    const { event: name, args } = read.event;
    const list = parseExact(args) as readonly ExactJson[];
    const event = oracle.types.event(name);
    if (event === undefined) return faultOfMessage(oracle, name, list);
    const slots = oracle.types.argumentsOf(event);
    if (list.length > slots.length) return `"${name}" has ${slots.length} arguments, not ${list.length}`;
    const wrong = slots.findIndex((slot, i) => !oracle.types.accepts(slot, list[i]));
    return wrong < 0 ? undefined : `argument ${wrong + 1} of "${name}" is not what the spec asks for`;
  };

function faultOfMessage(
  { schema }: Pick<Oracle, 'schema'>,
  name: string,
  list: readonly ExactJson[],
): string | undefined {
  const message = schema.findMessage(name);
  if (message === undefined) return `there is no event "${name}"`;
  const [value] = list;
  if (list.length !== 1 || value === undefined) return `"${name}" needs one value`;
  const fault = faultOfJson(schema, message, value);
  return fault === undefined ? undefined : `"${name}" is not a value of its type${at(fault.path)}: ${fault.problem}`;
}

const at = (path: string): string => (path === '' ? '' : ` at ${path}`);
