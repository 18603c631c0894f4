/** Says which values are secret, by the names they go under and by what they look like. */

/** Parts of names, without case and marks, under which secrets travel. */
const secretWords = [
  'accesskey',
  'apikey',
  'authorization',
  'cookie',
  'credential',
  'passphrase',
  'passwd',
  'password',
  'privatekey',
  'secret',
  'token',
] as const;

/** What a secret looks like, whatever it is called: JSON Web Tokens (RFC 7519) and credentials of HTTP (RFC 6750, 7617). */
const secretLooks = /^(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?:Bearer|Basic)\s+\S+)$/i;

/** What stands in the place of a secret text. */
export const redactedText = 'redacted';

export interface Redaction {
  /** Whether what goes by this name is secret. */
  name(name: string): boolean;
  /** Whether a value is secret in itself. */
  value(value: unknown): boolean;
}

/** @param names - Further names, or parts of names, that are secret; case and marks do not count. */
export function redaction(names: readonly string[] = []): Redaction {
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const words = [...secretWords, ...names.map(plain).filter((name) => name !== '')];
  return {
    name: (name) => words.some((word) => plain(name).includes(word)),
    value: (value) => typeof value === 'string' && secretLooks.test(value),
  };
}
