/** What the linking of one event spec has at hand, and where its findings go. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Origin } from '../../ir/origin.ts';
import type { Int64Surface } from '../../ir/scalar.ts';
import type { SpecSource } from '../../ir/spec-source.ts';

export interface SpecLinkOptions {
  /** Surface of 64-bit integers where neither the spec nor `int64Of` says otherwise. */
  readonly int64: Int64Surface;
  /** Surfaces by `spec.Type.field`, `spec.Type` or path of the file; the nearest wins over what the spec says there. */
  readonly int64Of: Readonly<Record<string, Int64Surface>>;
  /** Words of protos that could not be read; a name among them may be defined there. */
  readonly unread: ReadonlySet<string>;
}

/** What a name means; `undefined` when nothing bears it. */
export type Named =
  | { readonly kind: 'type' | 'callback'; readonly expr: TypeExpr; readonly origin: Origin }
  | { readonly kind: 'enum'; readonly expr: TypeExpr; readonly numeric: boolean; readonly origin: Origin };

export interface NameTable {
  find(name: string): Named | undefined;
  /** Every name that could be meant, for suggestions. */
  readonly known: readonly string[];
}

export interface LinkContext {
  readonly source: SpecSource;
  readonly names: NameTable;
  readonly options: SpecLinkOptions;
  report(diagnostic: Diagnostic): void;
}

/** A pointer to a member below another; RFC 6901 escapes. */
export const below = (pointer: string, ...keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer);
