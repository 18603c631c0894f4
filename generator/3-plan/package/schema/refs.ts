/** How the schemas of a package refer to each other: by target, whatever form (file, bundle, validator) they are built for. */
import type { JsonSchema } from './json-schema.ts';

/** What a schema can refer to. */
export type Target =
  | { readonly kind: 'message'; readonly fullName: string }
  | { readonly kind: 'enum'; readonly fullName: string }
  /** A type or enum of an event spec. */
  | { readonly kind: 'spec'; readonly spec: string; readonly name: string }
  /** The arguments of an event. */
  | { readonly kind: 'arguments'; readonly spec: string; readonly name: string }
  /** The frame of an event. */
  | { readonly kind: 'event'; readonly spec: string; readonly name: string }
  /** The frame of any event of a spec. */
  | { readonly kind: 'events'; readonly spec: string }
  /** A value's JSON form that several schemas share. */
  | { readonly kind: 'form'; readonly form: FormName };

/** Shared JSON forms; `forms.ts` says what each accepts. */
export type FormName =
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'uint64'
  | 'safeInt64'
  | 'safeUint64'
  | 'float'
  | 'double'
  | 'bytes'
  | 'nullValue'
  | 'timestamp'
  | 'duration'
  | 'fieldMask'
  | 'any'
  | 'long';

/** Gives the schema that stands for a target at the place where it is referred to. */
export type RefTo = (target: Target) => JsonSchema;

/** The target as a key of a map. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'message':
    case 'enum':
      return `${target.kind} ${target.fullName}`;
    case 'spec':
    case 'arguments':
    case 'event':
      return `${target.kind} ${target.spec} ${target.name}`;
    case 'events':
      return `events ${target.spec}`;
    case 'form':
      return `form ${target.form}`;
    default:
      return target satisfies never;
  }
}
