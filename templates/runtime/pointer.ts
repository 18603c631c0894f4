/** Places in a document. Source: RFC 6901 (JSON Pointer), section 3. */

/** One step of a pointer: `/` and the key, with `~` and `/` escaped. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
