/** A .proto file as declared. */
export interface ProtoSource {
  readonly kind: 'proto-source';
  /** Import path, e.g. `google/protobuf/any.proto`. */
  readonly path: string;
  /** True when asked for; false when only imported. */
  readonly requested: boolean;
  readonly text: string;
}
