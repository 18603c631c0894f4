/** Patterns over ids: `*` stands for one segment, or for a part of one; `**` for any number of segments. */

/**
 * @param pattern - E.g. `binary/varint/*` for cases, `binary.varint.**` for clauses.
 * @returns Whether an id matches. Ids of cases have segments between `/`, ids of clauses between `.`.
 */
export function matcher(pattern: string): (id: string) => boolean {
  const compiled = pattern
    .split('**')
    .map((part) => part.split('*').map(escape).join('[^/]*'))
    .join('.*')
    // `a/**` is also `a` itself, and `**/a` too.
    .replace(/\/\.\*$/, '(?:/.*)?')
    .replace(/^\.\*\//, '(?:.*/)?');
  const expression = new RegExp(`^${compiled}$`, 's');
  return (id) => expression.test(id);
}

/** The same for ids of clauses, whose segments are joined by dots. */
export function clauseMatcher(pattern: string): (id: string) => boolean {
  const matches = matcher(pattern.replaceAll('.', '/'));
  return (id) => matches(id.replaceAll('.', '/'));
}

const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
