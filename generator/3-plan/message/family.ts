/** The names that a message's module reserves for it. Source: the generated-package contract in the README. */

/** Functions of a message, made from its base name. `read` and `write` are for the codecs of messages that contain it. */
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
  `is${base}`,
  `validate${base}`,
];

export const messageFamily = (base: string): readonly string[] => [base, `${base}Json`, ...messageFunctions(base)];
