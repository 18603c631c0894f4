/** Event specs and overlays as declared: valid against their schemas, types parsed, names not yet resolved. */
import type { Origin } from './origin.ts';
import type { EventSpecFile } from './schema/event-spec.gen.ts';
import type { OverlayFile } from './schema/overlay.gen.ts';
import type { Scalar } from './scalar.ts';

export interface SpecSource extends PlacedSource {
  readonly kind: 'spec-source';
  readonly file: EventSpecFile;
  /** Every type expression of the file by its RFC 6901 pointer; those that could not be read are `json`. */
  readonly types: ReadonlyMap<string, TypeSyntax>;
}

export interface OverlaySource extends PlacedSource {
  readonly kind: 'overlay-source';
  readonly file: OverlayFile;
}

interface PlacedSource {
  /** As diagnostics print it. */
  readonly path: string;
  readonly text: string;
  /** The place of the value at an RFC 6901 pointer, or of its key. */
  placeOf(pointer: string, part?: 'key' | 'value'): Origin;
}

/** A type as written: names are not resolved, and `null` is still an alternative. */
export type TypeSyntax = { readonly origin: Origin } & (
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'number' | 'json' | 'json-object' | 'long-object' | 'undefined' | 'null' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'prefix'; readonly value: string }
  | { readonly kind: 'list'; readonly of: TypeSyntax }
  | { readonly kind: 'map'; readonly key: Scalar; readonly value: TypeSyntax }
  | { readonly kind: 'union'; readonly of: readonly TypeSyntax[] }
  /** `width` where one is written after the name of an enum. */
  | { readonly kind: 'name'; readonly name: string; readonly width: Scalar | undefined }
);
