/**
 * Names of the runtime library that templates use: generated names must differ from them, in modules and in functions.
 * A test holds the list against the templates.
 */
export const runtimeNames: readonly string[] = [
  // Errors
  'WireError',
  'EncodeError',
  'JsonError',
];
