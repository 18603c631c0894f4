/** Frames by the code of a generated package: read, checked and written by its event codec, or message by message. */
import type { Binding, FramedEvent, Transcoder } from '../bindings/binding.ts';
import { jsonEnvelope } from '../bindings/json-envelope.ts';
import type { Binding as BindingSpec } from '../model/descriptor.gen.ts';
import type { Payload } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { PackageCodec } from './package-codec.ts';
import { guarded, Refused } from './refused.ts';

export interface PackageFrames {
  /**
   * The event in a frame, its arguments as JSON text.
   * @throws Refused for a frame that is not what the binding or the spec asks for.
   */
  read(frame: Payload): FramedEvent;
  /**
   * The frame of an event.
   * @throws Refused for an event that the spec does not know, or arguments that it does not allow.
   */
  write(event: string, args: string): Payload;
}

export function framesOf(pkg: LoadedPackage, codec: PackageCodec, given: Binding): PackageFrames {
  const spec = pkg.descriptor.bindings.find((one) => one.kind === 'json-envelope');
  const events = spec?.kind === 'json-envelope' ? eventFrames(pkg, spec) : undefined;
  // The package's own frames are read and written by the package, from the first byte to the last.
  if (events !== undefined && spec?.name === given.name) return events;
  const binding = given.over?.(transcoderOf(codec)) ?? given;
  const through = binding.carries === 'events' ? throughEvents(events) : throughMessages(pkg, codec, binding);
  return {
    read(frame) {
      const read = binding.read(frame);
      if (read.kind === 'malformed') throw new Refused('protocol', 'malformed-frame', read.problem);
      return through(read.event);
    },
    write(event, args) {
      const checked = through({ event, args });
      return binding.write(checked.event, checked.args);
    },
  };
}

/** Gives an event with its arguments as the package's own code prints them, once it has read them. */
type Through = (event: FramedEvent) => FramedEvent;

function eventFrames(pkg: LoadedPackage, spec: Extract<BindingSpec, { kind: 'json-envelope' }>): PackageFrames {
  const own = jsonEnvelope(spec);
  const read = pkg.exports[`fromJsonString${spec.codec}`] as (text: string) => unknown;
  const write = pkg.exports[`toJsonString${spec.codec}`] as (event: unknown) => string;
  const through = (frame: Payload): Payload => {
    const event = guarded('decode', () => read('text' in frame ? frame.text : ''));
    return { text: guarded('encode', () => write(event)) };
  };
  return {
    read(frame) {
      const again = own.read(through(frame));
      if (again.kind === 'malformed') throw new Refused('protocol', 'malformed-frame', again.problem);
      return again.event;
    },
    write: (event, args) => through(own.write(event, args)),
  };
}

function throughEvents(events: PackageFrames | undefined): Through {
  if (events === undefined) throw new Error('The package has no codec of its events.');
  return ({ event, args }) => events.read(events.write(event, args));
}

function throughMessages(pkg: LoadedPackage, codec: PackageCodec, { carries }: Binding): Through {
  const names = new Set(typeof carries === 'string' ? pkg.descriptor.messages.map(({ name }) => name) : carries);
  return ({ event, args }) => {
    if (!names.has(event)) throw new Refused('validate', 'unknown-message', `There is no message "${event}" here.`);
    return { event, args: `[${codec.throughJson(event, args.trim().slice(1, -1))}]` };
  };
}

/** What of a frame is a message goes through the package's own codec. */
const transcoderOf = (codec: PackageCodec): Transcoder => ({
  toJson(type, bytes) {
    const data = { b64: Buffer.from(bytes).toString('base64') };
    const value = codec.transcode({ id: 0, cmd: 'transcode', type, from: 'binary', to: 'json', data });
    return 'text' in value ? value.text : '';
  },
  toBytes(type, text) {
    const value = codec.transcode({ id: 0, cmd: 'transcode', type, from: 'json', to: 'binary', data: { text } });
    return Buffer.from('b64' in value ? value.b64 : '', 'base64');
  },
});
