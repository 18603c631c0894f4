/** Finds messages that require themselves, of which no finite value exists. */
import type { PlanContext } from '../context.ts';

/** Does the message reach itself, or a message that does, through required fields alone? */
export function requiredCycle(fullName: string, { messages }: PlanContext): boolean {
  const visit = (name: string, path: readonly string[]): boolean =>
    path.includes(name) ||
    (messages.get(name)?.fields ?? []).some(
      ({ presence, shape }) =>
        presence === 'required' && shape.type.kind === 'message' && visit(shape.type.fullName, [...path, name]),
    );
  return visit(fullName, []);
}
