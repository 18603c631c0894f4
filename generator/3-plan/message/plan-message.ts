/** Plans a message: its properties once, then each format from them. */
import type { FieldView, MemberView, MessageView } from '../../ir/view/message-view.ts';
import type { Identifier } from '../../ir/printable.ts';
import type { Message } from '../../ir/protocol.ts';
import type { PlanContext } from '../context.ts';
import { comment, literal, place } from '../text.ts';
import { planFieldBinary, planMessageBinary } from './plan-binary.ts';
import { planFieldChecks, planMessageChecks, planOneofChecks } from './plan-checks.ts';
import { planFieldJson, planMessageJson } from './plan-json.ts';
import { planMembers, type PlannedMembers } from './plan-members.ts';

export function planMessage(message: Message, context: PlanContext): MessageView {
  const planned = planMembers(message, context);
  const jsonNames = new Set(message.fields.map(({ jsonName }) => jsonName));
  const fields = planned.fields.map(({ field, base }): FieldView => ({
    ...base,
    binary: planFieldBinary({ field, message }, base, context),
    json: planFieldJson({ field, jsonNames }, base, context),
    checks: planFieldChecks(field, base, context),
  }));
  const { name } = context.symbols.proto(message.fullName);
  const members = membersInOrder(name, planned, fields);
  return {
    kind: 'message',
    name,
    fullName: literal(message.fullName),
    members,
    fields,
    fieldsByNumber: [...fields].sort((a, b) => a.number - b.number),
    binary: planMessageBinary(message, fields, context),
    json: planMessageJson(message, context),
    checks: planMessageChecks(message, members, context),
    doc: comment(message.comment),
    deprecated: message.deprecated,
    origin: message.origin,
    place: place(message.origin),
  };
}

/** Plain fields and oneofs in source order. */
function membersInOrder(
  message: Identifier,
  planned: PlannedMembers,
  fields: readonly FieldView[],
): readonly MemberView[] {
  const members: MemberView[] = [];
  for (const [index, { field }] of planned.fields.entries()) {
    if (field.oneof === undefined) members.push({ kind: 'field', field: fields[index]! });
    else if (planned.fields.findIndex((other) => other.field.oneof === field.oneof) === index) {
      const oneof = planned.oneofs.find(({ name }) => name === field.oneof)!;
      const cases = fields.filter((_, at) => planned.fields[at]!.field.oneof === field.oneof);
      members.push({ ...oneof, fields: cases, checks: planOneofChecks(message, oneof.key, cases) });
    }
  }
  return members;
}
