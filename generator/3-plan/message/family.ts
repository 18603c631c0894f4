/** The names that a message's module reserves for it. Source: the generated-package contract in the README. */
export const messageFamily = (base: string): readonly string[] => [
  base,
  `${base}Json`,
  `create${base}`,
  `encode${base}`,
  `decode${base}`,
  `toJson${base}`,
  `fromJson${base}`,
  `toJsonString${base}`,
  `fromJsonString${base}`,
  `is${base}`,
  `validate${base}`,
];
