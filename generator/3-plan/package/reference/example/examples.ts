/** One example of each message, type and event, as JSON text: the same one whenever and wherever it is asked for. */
import { createHash } from 'node:crypto';
import type { Arbitrary } from 'fast-check';
import type { EventSpec, SpecEvent, SpecType } from '../../../../ir/event-spec.ts';
import type { Protocol } from '../../../../ir/protocol.ts';
import { messagesOf } from '../../../message/extension-names.ts';
import { schemaText } from '../../schema/json-schema.ts';
import { messageExamples, NoExample } from './messages.ts';
import { specExamples } from './spec-values.ts';

/** JSON text with a final newline; `''` where there is no value that ends. */
export interface Examples {
  message(fullName: string): string;
  type(node: SpecType, spec: EventSpec): string;
  frame(event: SpecEvent, spec: EventSpec): string;
}

/** Loads fast-check, about 0.1 s. */
export async function loadExamples(protocol: Protocol): Promise<Examples> {
  const { default: fc } = await import('fast-check');
  const messages = messageExamples(fc, {
    messages: messagesOf(protocol),
    enums: new Map(protocol.files.flatMap((file) => file.enums.map((node) => [node.fullName, node] as const))),
  });
  const types = specExamples(fc, { specs: protocol.specs, messages });
  // Every document of a reference asks for the same ones.
  const made = new Map<string, string>();
  const sample = (of: string, arbitrary: () => Arbitrary<unknown>): string => {
    const text = made.get(of) ?? draw(of, arbitrary);
    made.set(of, text);
    return text;
  };
  const draw = (of: string, arbitrary: () => Arbitrary<unknown>): string => {
    try {
      const [value] = fc.sample(arbitrary(), { numRuns: 1, seed: seedOf(of) });
      return schemaText(value as object);
    } catch (error) {
      if (error instanceof NoExample) return '';
      throw error;
    }
  };
  return {
    message: (fullName) => sample(fullName, () => messages.message(fullName, 0)),
    type: (node, spec) => sample(`${spec.name} ${node.name}`, () => types.type(node, spec)),
    frame: (event, spec) => sample(`${spec.name} event ${event.name}`, () => types.frame(event, spec)),
  };
}

/** From the name alone: what else a package holds changes no example. */
const seedOf = (name: string): number => createHash('sha256').update(name).digest().readInt32BE();
