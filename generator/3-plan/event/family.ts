/** The names that an event spec's module reserves for its types and its event map. */
import { pascalCase } from '../names.ts';

export const specFamily = (base: string): readonly string[] => [
  base,
  `${base}Json`,
  `create${base}`,
  `toJson${base}`,
  `fromJson${base}`,
  `toJsonString${base}`,
  `fromJsonString${base}`,
  `is${base}`,
  `validate${base}`,
];

/** For the spec `floo`: `FlooEvents`, `FlooEventName`, `FlooEvent` and its functions, and the four mapped aliases. */
export const eventFamily = (base: string): readonly string[] => {
  const name = pascalCase(base);
  return [
    `${name}Events`,
    `${name}EventName`,
    `${name}EventNames`,
    `${name}EventTuples`,
    `${name}EventArgs`,
    `${name}EventListeners`,
    `${name}EventPayloads`,
    `${name}DomEvents`,
    ...specFamily(`${name}Event`),
  ];
};
