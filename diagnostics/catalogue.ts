/** All diagnostics, once: code, severity, message, fix. Messages live nowhere else; texts and docs come from here. */
import { breakingProtoEntries } from './catalogue/breaking-proto.ts';
import { breakingSpecEntries } from './catalogue/breaking-spec.ts';
import { configEntries } from './catalogue/config.ts';
import { driftEntries } from './catalogue/drift.ts';
import { importEntries } from './catalogue/import.ts';
import { lintEntries } from './catalogue/lint.ts';
import { linkEntries } from './catalogue/link.ts';
import { packageEntries } from './catalogue/package.ts';
import { protoEntries } from './catalogue/proto.ts';
import type { Entry } from './entry.ts';
import { specEntries } from './catalogue/spec.ts';
import { kitEntries } from './catalogue/kit.ts';

/**
 * Code ranges: WM1 proto sources, WM2 linking, WM3 specs and overlays, WM4 packages, WM5 configuration, WM6 the kit, WM7
 * lint, WM8 documents that are imported, WM9 what is compared with a spec. Breaking changes go by the names of their rules.
 */
export const catalogue = {
  ...protoEntries,
  ...linkEntries,
  ...specEntries,
  ...packageEntries,
  ...configEntries,
  ...kitEntries,
  ...lintEntries,
  ...importEntries,
  ...driftEntries,
  ...breakingProtoEntries,
  ...breakingSpecEntries,
} as const;

export type Code = keyof typeof catalogue;

/** The entry of a code, for readers that do not care which one it is. */
export const entryOf = (code: Code): Entry => catalogue[code];

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that an entry's message and fix ask for. */
export type ArgumentsOf<C extends Code> = {
  readonly [Name in Placeholders<(typeof catalogue)[C]['message']> | Placeholders<(typeof catalogue)[C]['fix']>]:
    | string
    | number;
};
