/** protobufjs reflection as a codec under test: what the cases say of it is known, and checked by hand. */
import type { Descriptor } from '../../model/descriptor.gen.ts';
import type { Payload } from '../../model/fixture.gen.ts';
import type { Observation } from '../../model/report.gen.ts';
import type { Command } from '../../model/fixture.gen.ts';
import { reflect } from '../oracle/protobufjs.ts';

export type TranscodeCommand = Extract<Command, { cmd: 'transcode' }>;

export async function protobufjsCodec(descriptor: Descriptor): Promise<(command: TranscodeCommand) => Observation> {
  const { type: typeOf, json, library } = await reflect(descriptor);
  const reader = (hex: string) => {
    const made = library.Reader.create(Buffer.from(hex, 'hex'));
    made.discardUnknown = false;
    return made;
  };
  return (command) => {
    const type = typeOf(command.type);
    let message;
    try {
      message =
        'hex' in command.data ? type.decode(reader(command.data.hex)) : json.fromJsonString(type, command.data.text);
    } catch (error) {
      return { kind: 'reject', stage: 'decode', code: '', message: (error as Error).message };
    }
    try {
      const value: Payload =
        command.to === 'binary'
          ? { hex: Buffer.from(type.encode(message).finish()).toString('hex') }
          : { text: json.toJsonString(type, message) };
      return { kind: 'ok', value };
    } catch (error) {
      return { kind: 'reject', stage: 'encode', code: '', message: (error as Error).message };
    }
  };
}
