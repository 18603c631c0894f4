/** Types, unions, callbacks and event maps of an event spec as they are printed. */
import type { Comment, DeclaredView, Identifier, Literal } from '../printable.ts';
import type { Expression, Statement, TypeCode } from './code.ts';

export type EventSpecViews = ObjectView | UnionView | AliasView | CallbackView | EventMapView;

/** What every type with a JSON codec has. */
export interface CodecTypeView extends DeclaredView {
  /** Base of all its names: `Meta` of `fromJsonMeta`. */
  readonly name: Identifier;
  /** Name of its validation rule, local to the module. */
  readonly ruleName: Identifier;
  /**
   * Set where a value may hold others of its type: its functions then count depth, in functions of these names, and the
   * exported ones start them.
   */
  readonly recursive: RecursiveNames | undefined;
}

export interface RecursiveNames {
  readonly fromJson: Identifier;
  readonly toJson: Identifier;
  readonly toText: Identifier;
  readonly is: Identifier;
}

export interface ObjectView extends CodecTypeView {
  readonly kind: 'object';
  readonly members: readonly MemberView[];
  /** Members beyond the listed ones are kept; otherwise refused. */
  readonly open: boolean;
  /** Name of the set of listed members, local to the module, and the set's items. */
  readonly listedName: Identifier;
  readonly listed: Expression;
  /** Is `value` one? */
  readonly is: Expression;
  /** Its validation rule. */
  readonly rule: Expression;
  /** The JSON form is the type itself. */
  readonly plain: boolean;
  /** Type of `createX`'s parameter. */
  readonly init: Literal;
  /** No member must be given to `createX`. */
  readonly initOptional: boolean;
}

export interface MemberView extends DeclaredView {
  readonly key: Identifier | Literal;
  /** Lines of the doc comment after the description: unit, values, default. */
  readonly tags: Comment;
  readonly optional: boolean;
  readonly type: TypeCode;
  readonly jsonType: TypeCode;
  /** What `createX` fills in; undefined where only a caller can give it. */
  readonly initial: Expression | undefined;
  /** From the JSON object `from`. */
  readonly fromJson: Expression;
  /** From the object `value` to the object `json`. */
  readonly toJson: Statement;
  /** Its name as a string literal. */
  readonly text: Literal;
  /** From the object `value` to the variable `text`. */
  readonly toText: Statement;
  readonly is: Expression;
  readonly rule: Expression;
}

export interface UnionView extends CodecTypeView {
  readonly kind: 'union';
  readonly discriminant: {
    /** Its name for a comment. */
    readonly label: string;
    readonly text: Literal;
    readonly from: Expression;
    readonly value: Expression;
  };
  /** Type of discriminants that are not listed, `''` where there must be none. */
  readonly open: '' | 'string' | 'number';
  /** The same as a string literal. */
  readonly openText: Literal;
  readonly plain: boolean;
  readonly type: TypeCode;
  readonly jsonType: TypeCode;
  /** Variants by a single value of the discriminant. */
  readonly exact: readonly VariantView[];
  /** Variants by the start of a discriminant that is a string. */
  readonly prefixes: readonly VariantView[];
  readonly rule: Expression;
}

export interface VariantView {
  /** The discriminant's value, or how it starts. */
  readonly value: Literal;
  readonly prefix: boolean;
  /** From `json`. */
  readonly fromJson: Expression;
  /** From `value`. */
  readonly toJson: Expression;
  readonly toText: Expression;
  readonly is: Expression;
}

export interface AliasView extends CodecTypeView {
  readonly kind: 'alias';
  readonly plain: boolean;
  readonly type: TypeCode;
  readonly jsonType: TypeCode;
  readonly fromJson: Expression;
  readonly toJson: Expression;
  readonly toText: Expression;
  readonly is: Expression;
  readonly rule: Expression;
}

export interface CallbackView extends DeclaredView {
  readonly kind: 'callback';
  readonly name: Identifier;
  /** Lines of the doc comment about the arguments. */
  readonly tags: Comment;
  readonly type: TypeCode;
}

/** The events of a spec. For the spec `floo`, `name` is `Floo`. */
export interface EventMapView extends DeclaredView {
  readonly kind: 'event-map';
  readonly name: Identifier;
  readonly events: readonly EventView[];
  /** The envelopes of all events, with their JSON types. */
  readonly eventJson: TypeCode;
  /** All wire names. */
  readonly names: Expression;
  /** The envelope with its two places filled, from the event `value` and its converted arguments `args`. */
  readonly toJson: Expression;
  /** The same as JSON text, a concatenation. */
  readonly toText: Expression;
  /** `{ event: '/event', args: '/args' }`. */
  readonly envelope: Expression;
  /** The rule of the whole. */
  readonly rules: Expression;
  readonly locals: {
    readonly envelope: Identifier;
    readonly readers: Identifier;
    readonly writers: Identifier;
    readonly texts: Identifier;
    readonly tests: Identifier;
    readonly rules: Identifier;
  };
}

export interface EventView extends DeclaredView {
  readonly key: Identifier | Literal;
  readonly tags: Comment;
  /** Arguments as a labelled tuple. */
  readonly tuple: TypeCode;
  /** Converters of the arguments `args`, as arrow functions. */
  readonly fromJson: Expression;
  readonly toJson: Expression;
  readonly toText: Expression;
  readonly is: Expression;
}
