/** Event specs and overlays as declared: valid against their schemas, names not yet resolved. */
export interface SpecSource {
  readonly kind: 'spec-source';
  readonly path: string;
  readonly text: string;
}

export interface OverlaySource {
  readonly kind: 'overlay-source';
  readonly path: string;
  readonly text: string;
}
