/** Takes any frame, says what is wrong with it: the binding must read it, and its event must be one of the spec. */
import type { Binding } from '../bindings/binding.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { isObject, parseExact, type ExactJson } from '../reference/oracle/json-text.ts';
import type { Oracle } from '../reference/oracle/oracle.ts';

/** @returns A function that gives the problem, or undefined for a legal frame. */
export const passiveCheck =
  (oracle: Pick<Oracle, 'types' | 'schema'>, binding: Pick<Binding, 'read'>) =>
  (frame: Payload): string | undefined => {
    const read = binding.read(frame);
    if (read.kind === 'malformed') return read.problem;
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
  if (message.wellKnown !== undefined) return undefined;
  if (!isObject(value)) return `"${name}" is not an object`;
  const known = new Set(message.fields.flatMap((field) => [field.name, field.jsonName]));
  const stranger = Object.keys(value).find((key) => !known.has(key));
  return stranger === undefined ? undefined : `"${name}" has no field "${stranger}"`;
}
