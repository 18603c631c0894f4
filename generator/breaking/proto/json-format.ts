/** *_SAME_JSON_FORMAT and the descriptor accessor: features and options of messages and enums that generated code relies on. */
import type { Message, OptionValues, ProtoEnum, ProtoFile } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { featureOf } from '../features.ts';
import { paired, type Side } from '../sides.ts';

export const checkJsonFormat: Check = ({ before, after }, report) => {
  for (const [rule, kind, old, now] of [
    ['MESSAGE_SAME_JSON_FORMAT', 'message', before.messages, after.messages],
    ['ENUM_SAME_JSON_FORMAT', 'enum', before.enums, after.enums],
  ] as const) {
    for (const pair of paired<string, Message | ProtoEnum>(old, now)) {
      const was = jsonFormat(pair.before, before);
      const is = jsonFormat(pair.after, after);
      // From best effort to sound support is no loss.
      if (was !== 'ALLOW' || is === 'ALLOW') continue;
      const at = { before: pair.before.origin, after: pair.after.origin };
      const what = `The ${kind} "${pair.after.name}"`;
      report([rule], at, { what, aspect: 'JSON format', before: was, after: is });
    }
  }
  for (const pair of paired(before.messages, after.messages)) {
    const [was, is] = [pair.before, pair.after].map(
      ({ options }) => options['no_standard_descriptor_accessor'] === true,
    );
    if (was === true || is !== true) continue;
    report(
      ['MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR'],
      { before: pair.before.origin, after: pair.after.origin },
      {
        what: `The message "${pair.after.name}"`,
        aspect: 'no_standard_descriptor_accessor',
        before: 'false',
        after: 'true',
      },
    );
  }
};

/** The feature json_format where it applies to a message or enum: its own, or that of what surrounds it. */
function jsonFormat(node: Message | ProtoEnum, side: Side): string {
  const around: OptionValues[] = [node.options];
  for (let parent = node.parent; parent !== undefined;) {
    const message = side.messages.get(parent);
    if (message === undefined) break;
    around.push(message.options);
    parent = message.parent;
  }
  const file = side.files.get(node.file) as ProtoFile;
  return (
    featureOf([...around, file.options], 'json_format') ?? (file.syntax === 'proto2' ? 'LEGACY_BEST_EFFORT' : 'ALLOW')
  );
}
