/** The example of a README: ten lines that work, made of what the package really holds. */
import type { Descriptor, Event, Field, Message } from '../../../ir/schema/descriptor.gen.ts';
import { literal, propertyAccess, propertyKey } from '../../text.ts';

interface Place {
  readonly packageName: string;
  /** Modules that are namespaces in the index; the example imports from the module itself then. */
  readonly clashing: ReadonlySet<string>;
}

/** @returns Lines of TypeScript; none for a package with neither messages nor events. */
export function example(descriptor: Descriptor, place: Place): readonly string[] {
  const message =
    descriptor.messages.find((one) => one.fields.some(isSimple) && !one.name.startsWith('google.protobuf.')) ??
    descriptor.messages.find((one) => !one.name.startsWith('google.protobuf.'));
  const event = descriptor.events.find((one) => one.arguments.length > 0) ?? descriptor.events[0];
  const codec = descriptor.bindings.flatMap((one) => (one.kind === 'json-envelope' ? [one.codec] : []))[0];
  if (event !== undefined && codec !== undefined) return eventExample(event, codec, place);
  return message === undefined ? [] : messageExample(message, place);
}

const from = (module: string, { packageName, clashing }: Place): string =>
  literal(clashing.has(module) ? `${packageName}/${module}` : packageName);

function messageExample(message: Message, place: Place): string[] {
  const { typeName: name } = message;
  const field = message.fields.find(isSimple);
  const init = field === undefined ? '' : `{ ${propertyKey(field.property)}: ${sample(field)} }`;
  const imports = [`create${name}`, `decode${name}`, `encode${name}`, `toJson${name}`];
  const json = field === undefined ? '{}' : `{ ${propertyKey(field.jsonName)}: ${sample(field)} }`;
  return [
    `import { ${imports.join(', ')} } from ${from(message.module, place)};`,
    '',
    `const message = create${name}(${init});`,
    `const bytes = encode${name}(message); // Uint8Array`,
    `const same = decode${name}(bytes);`,
    ...(field === undefined ? [] : [`console.log(same${propertyAccess(field.property)}); // ${sample(field)}`]),
    `console.log(toJson${name}(same)); // ${json}`,
  ];
}

/** How typed events are listened to and checked. @param create - Name of the function that makes the emitter. */
export function emitterExample({ events, bindings }: Descriptor, create: string, place: Place): readonly string[] {
  const [event] = events;
  const codec = bindings.flatMap((one) => (one.kind === 'json-envelope' ? [one.codec] : []))[0];
  if (event === undefined || codec === undefined) return [];
  return [
    `import { ${create} } from ${literal(`${place.packageName}/emitter`)};`,
    `import { fromJsonString${codec}, validate${codec} } from ${from(event.module, place)};`,
    '',
    `const events = ${create}({ validate: validate${codec} }); // over: another emitter, to wrap that one`,
    `const off = events.on(${literal(event.name)}, (...args) => console.log(args));`,
    `events.dispatch(fromJsonString${codec}(text)); // a frame from the network`,
  ];
}

/** A field whose value needs no explanation. */
function isSimple({ type, cardinality, oneof }: Field): boolean {
  return (
    cardinality === 'singular' && oneof === undefined && type.kind === 'scalar' && Object.hasOwn(samples, type.scalar)
  );
}

const samples = { string: "'hello'", bool: 'true', int32: '1', uint32: '1', sint32: '1', double: '1.5' } as const;

const sample = ({ type }: Field): string =>
  type.kind === 'scalar' ? samples[type.scalar as keyof typeof samples] : 'undefined';

function eventExample(event: Event, codec: string, place: Place): string[] {
  const base = codec.replace(/Event$/, '');
  return [
    `import { fromJsonString${codec}, validate${codec}, type ${base}EventListeners } from ${from(event.module, place)};`,
    '',
    `const listeners: Partial<${base}EventListeners> = {`,
    `  ${propertyKey(event.name)}: (...args) => console.log(args),`,
    '};',
    '',
    '/** `text` is a frame from the network; what is wrong with it is thrown as a JsonError that names the place. */',
    'export function receive(text: string): void {',
    `  const event = fromJsonString${codec}(text);`,
    `  if (event.event === ${literal(event.name)}) listeners${propertyAccess(event.name)}?.(...event.args);`,
    '}',
    '',
    `console.log(validate${codec}({ event: ${literal(event.name)}, args: 'none' })); // a list of issues, each with its place`,
  ];
}
