/** Which messages a testee of Google's dialect is asked about. */
import type { CaseSource } from '../../model/case.ts';
import type { Descriptor } from '../../model/descriptor.gen.ts';

/** The types that Google's runner 33.2 asks about, and so all that a testee of it must know. */
const runnersOwn = [
  'protobuf_test_messages.proto3.TestAllTypesProto3',
  'protobuf_test_messages.proto2.TestAllTypesProto2',
  'protobuf_test_messages.editions.proto3.TestAllTypesProto3',
  'protobuf_test_messages.editions.proto2.TestAllTypesProto2',
  'protobuf_test_messages.editions.TestAllTypesEdition2023',
] as const;

/** Of the runner's own messages those that the package has; all of its messages when it has none of them. */
export function googleMessages({ messages }: Pick<Descriptor, 'messages'>): readonly string[] {
  const names = messages.map(({ name }) => name);
  const known = runnersOwn.filter((name) => names.includes(name));
  return known.length > 0 ? known : names;
}

/** Leaves out the cases of messages that such a testee need not know. Case ids are `codec/MESSAGE/...`. */
export const onlyGoogleMessages = (source: CaseSource): CaseSource => ({
  name: source.name,
  async cases(context) {
    const known = new Set(googleMessages(context.package.descriptor));
    const cases = await source.cases(context);
    return cases.filter(({ id }) => known.has(id.split('/')[1] ?? ''));
  },
});
