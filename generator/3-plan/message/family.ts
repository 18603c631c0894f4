/** The names that a message's module reserves for it. Source: the generated-package contract in the README. */

/**
 * Functions of a message, made from its base name. `read`, `write`, `writeJson`, `isWithin` and `explain` are for the code
 * of messages that contain it.
 */
export const messageFunctions = (base: string): readonly string[] => [
  `create${base}`,
  `encode${base}`,
  `decode${base}`,
  `read${base}`,
  `write${base}`,
  `toJson${base}`,
  `fromJson${base}`,
  `toJsonString${base}`,
  `fromJsonString${base}`,
  `writeJson${base}`,
  `anyTypeOf${base}`,
  `is${base}`,
  `is${base}Within`,
  `validate${base}`,
  `explain${base}`,
];

export const messageFamily = (base: string): readonly string[] => [base, `${base}Json`, ...messageFunctions(base)];
