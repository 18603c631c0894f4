/** Reads `{ statement* }`, recovering after each statement that stumbles. */
import { Stumble, type Cursor } from './cursor.ts';

/**
 * Reads from `{` to after `}`.
 * @param what - What is opened, e.g. `message A`, for the report of a missing `}`.
 * @param statement - Reads one statement; empty statements are skipped here.
 * @returns the comment that trails the `{`.
 */
export function block(cursor: Cursor, what: string, statement: () => void): string {
  const open = cursor.expect('{');
  const trailing = cursor.trailing();
  while (!cursor.done && !cursor.at('}')) attempt(cursor, statement);
  if (cursor.accept('}') === undefined) {
    cursor.report(`"}" at the end of ${what}`, [{ message: `${what} begins here`, place: cursor.origin(open) }]);
  }
  return trailing;
}

/** One statement; a stumble is caught and what is left of the statement skipped. */
export function attempt(cursor: Cursor, statement: () => void): void {
  if (cursor.accept(';') !== undefined) return;
  const start = cursor.index;
  try {
    statement();
  } catch (error) {
    if (!(error instanceof Stumble)) throw error;
    cursor.recover(start);
  }
}
