/** What an event is about, by the words of its name: so that sequences tell a story in any protocol. */
import { isNumber, isObject, parseExact, printExact, type ExactJson } from '../../reference/oracle/json-text.ts';

/** What sequences know of: a session begins, a message comes, and is taken back or removed. */
export type EventKind = 'login' | 'message' | 'recall' | 'delete';

/** Words of a name, in the order in which they decide: `onMessageRecalled` is a recall. */
const words: readonly (readonly [kind: EventKind, word: RegExp])[] = [
  ['recall', /^(?:recall|revok|withdr[ae]w)/],
  ['delete', /^(?:delet|remov)/],
  ['login', /^(?:login|logon|signin|connected|authenticated)$/],
  ['message', /^(?:message|msg|chat)s?$/],
];

/** News of a failure begins nothing. */
const failure = /^(?:fail|error|denied|refus|reject)/;

/** @param name - Wire name of an event, or full name of a message: its last segment counts. */
export function kindOf(name: string): EventKind | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const parts = last.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  if (parts.some((word) => failure.test(word))) return undefined;
  return words.find(([, word]) => parts.some((part) => word.test(part)))?.[0];
}

/** A name that says which one is meant, not what it is. */
const identifying = /(?:^|_)(?:id|ids|uid|mid|seq)$|(?:Id|ID|Seq)$/;

/**
 * Arguments that speak of the same message as earlier ones: what both call an id, and write alike, becomes that of the
 * earlier.
 * @param earlier - JSON text of the arguments of the message.
 * @param later - JSON text of those of its recall.
 */
export function referringTo(earlier: string, later: string): string {
  const ids = new Map<string, ExactJson>();
  const gather = (value: ExactJson): void => {
    if (Array.isArray(value)) return value.forEach((item) => gather(item as ExactJson));
    if (!isObject(value)) return;
    for (const [name, item] of Object.entries(value)) {
      if (identifying.test(name) && !ids.has(name)) ids.set(name, item);
      gather(item);
    }
  };
  const replace = (value: ExactJson, name: string): ExactJson => {
    if (Array.isArray(value)) return value.map((item) => replace(item as ExactJson, ''));
    if (isObject(value)) {
      // Not by assignment: a name may be "__proto__".
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, key)]));
    }
    const known = ids.get(name);
    return known !== undefined && alike(known, value) ? known : value;
  };
  gather(parseExact(earlier));
  return printExact(replace(parseExact(later), ''));
}

const alike = (a: ExactJson, b: ExactJson): boolean =>
  (typeof a === 'string' && typeof b === 'string') || (isNumber(a) && isNumber(b));
