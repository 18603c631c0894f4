/** Finds out which messages may hold messages without end: themselves, through others, any message at all, or extensions. */
import type { Message } from '../../ir/protocol.ts';

export const anyName = 'google.protobuf.Any';

/** Levels of messages from which on depth is counted even where the schema bounds it: what codecs allow. */
const maxLevels = 100;

/**
 * Names of the messages whose depth the schema does not bound: those on a cycle, those that reach one, an `Any` or what
 * can be extended, and those of more than a hundred levels.
 */
export function unboundedMessages(messages: ReadonlyMap<string, Message>): ReadonlySet<string> {
  const unbounded = new Set<string>();
  const levels = new Map<string, number>();
  const open = new Set<string>();
  /** Levels of messages in a message, itself included; Infinity for no bound. */
  const visit = (name: string): number => {
    const known = levels.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) return Infinity;
    open.add(name);
    const message = messages.get(name);
    let deepest = name === anyName || (message !== undefined && isExtendable(message)) ? Infinity : 0;
    for (const inner of innerMessages(message)) deepest = Math.max(deepest, visit(inner));
    open.delete(name);
    const own = deepest + 1;
    // Infinity may come of the path that was taken here, but then this message lies on that very cycle.
    levels.set(name, own);
    if (own > maxLevels) unbounded.add(name);
    return own;
  };
  for (const name of messages.keys()) visit(name);
  return unbounded;
}

/** May the message have extensions? */
export function isExtendable({ extensionRanges }: Message): boolean {
  return extensionRanges.length > 0;
}

function innerMessages(message: Message | undefined): readonly string[] {
  return (message?.fields ?? []).flatMap(({ shape }) => (shape.type.kind === 'message' ? [shape.type.fullName] : []));
}
