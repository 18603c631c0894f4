/** Frames by the code of a generated package: read, checked and written by its event codec, or message by message. */
import type { Binding, FramedEvent } from '../bindings/binding.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { PackageCodec } from './package-codec.ts';
import { guarded, Refused } from './refused.ts';

export interface PackageFrames {
  /**
   * The event in a frame, its arguments as JSON text.
   * @throws Refused for a frame that is not what the binding or the spec asks for.
   */
  read(frame: string): FramedEvent;
  /**
   * The frame of an event.
   * @throws Refused for an event that the spec does not know, or arguments that it does not allow.
   */
  write(event: string, args: string): string;
}

export function framesOf(pkg: LoadedPackage, codec: PackageCodec, binding: Binding): PackageFrames {
  const spec = pkg.descriptor.bindings.find(({ name }) => name === binding.name);
  const opened = (frame: string): FramedEvent => {
    const read = binding.read({ text: frame });
    if (read.kind === 'malformed') throw new Refused('protocol', 'malformed-frame', read.problem);
    return read.event;
  };
  const framed = (event: string, args: string): string => {
    const frame = binding.write(event, args);
    return 'text' in frame ? frame.text : '';
  };
  if (spec?.kind === 'json-envelope') {
    const read = pkg.exports[`fromJsonString${spec.codec}`] as (text: string) => unknown;
    const write = pkg.exports[`toJsonString${spec.codec}`] as (event: unknown) => string;
    const through = (frame: string): string => {
      const event = guarded('decode', () => read(frame));
      return guarded('encode', () => write(event));
    };
    return { read: (frame) => opened(through(frame)), write: (event, args) => through(framed(event, args)) };
  }
  const names = new Set(pkg.descriptor.messages.map(({ name }) => name));
  const through = ({ event, args }: FramedEvent): FramedEvent => {
    if (!names.has(event)) throw new Refused('validate', 'unknown-message', `There is no message "${event}".`);
    return { event, args: `[${codec.throughJson(event, args.trim().slice(1, -1))}]` };
  };
  return {
    read: (frame) => through(opened(frame)),
    write(event, args) {
      const checked = through({ event, args });
      return framed(checked.event, checked.args);
    },
  };
}
