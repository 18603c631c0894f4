/** The references pass in every binding that makes sense for their package. */
import { expect, test } from 'vitest';
import type { Binding } from '../bindings/binding.ts';
import { bindingOf } from '../bindings/binding-of.ts';
import { protobufEnvelope } from '../bindings/protobuf-envelope.ts';
import { chat, files } from '../bindings/test/chat.ts';
import type { Descriptor } from '../model/descriptor.gen.ts';
import { createReferenceTestee, oracleTranscoder } from './index.ts';
import { packageOf } from './test/package.ts';
import { casesFor, failuresOf, runSample } from './test/run-sample.ts';
import { sampleEvents } from './test/sample-events.ts';

const standard = ['json-rpc', 'socket.io', 'server-sent-events'].map(
  (name) => [name, sampleEvents, () => bindingOf(sampleEvents, name)!] as const,
);
const envelopes = (['oneof', 'named', 'numbered'] as const).map(
  (name) =>
    [name, chat, async () => protobufEnvelope({ ...files[name], name }, chat, await oracleTranscoder(chat))] as const,
);

test.each<readonly [string, Descriptor, () => Binding | Promise<Binding | string>]>([...standard, ...envelopes])(
  'in the binding "%s"',
  async (_, descriptor, make) => {
    const framing = (await make()) as Binding;
    const pkg = await packageOf(descriptor);
    for (const role of ['client', 'server'] as const) {
      // What arguments hold is the same in every binding; frames and sessions are what is new.
      const cases = (await casesFor(pkg, role, framing)).filter(
        ({ id }) => !/\/(?:value|int64|enum|union|presence)$/.test(id),
      );
      expect(cases.length).toBeGreaterThan(5);
      const create = () => createReferenceTestee(pkg, role, framing);
      const failures = failuresOf(await runSample(pkg, role, { cases, create, framing }));
      expect(failures.map(({ id, reason, counterexample }) => [id, reason, counterexample?.difference])).toEqual([]);
    }
  },
);
