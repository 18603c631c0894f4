/** How messages name a field. */
import type { Field } from '../../ir/protocol.ts';

/** Extensions go by their full names, fields by number and name. */
export function describeField(field: Field): string {
  if (field.extendee !== undefined) return `The extension ${field.number}, "${field.fullName}" of ${field.extendee},`;
  const message = field.fullName.split('.').at(-2) ?? '';
  return `The field ${field.number}, "${field.name}" of the message ${message},`;
}
