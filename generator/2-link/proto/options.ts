/**
 * Options of one declaration. Names are looked up in the options messages of google/protobuf/descriptor.proto and among
 * the extensions of these, so that standard and custom options take one path.
 */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import type { AggregateFieldDecl, FieldDecl, OptionDecl, OptionValueDecl, ProtoSource } from '../../ir/proto-source.ts';
import type { OptionValues } from '../../ir/protocol.ts';
import type { Target } from './features.ts';
import { describe, fieldNamed, typedValue, untypedValue } from './option-values.ts';
import type { Resolver } from './resolve.ts';
import { withArticle, type MessageSymbol } from './symbols.ts';
import { isRepeated, typeOf, type FieldType } from './types.ts';

const optionsMessages: Readonly<Record<Target, string>> = {
  file: 'google.protobuf.FileOptions',
  message: 'google.protobuf.MessageOptions',
  field: 'google.protobuf.FieldOptions',
  oneof: 'google.protobuf.OneofOptions',
  enum: 'google.protobuf.EnumOptions',
  'enum value': 'google.protobuf.EnumValueOptions',
  'extension range': 'google.protobuf.ExtensionRangeOptions',
  service: 'google.protobuf.ServiceOptions',
  method: 'google.protobuf.MethodOptions',
};

const featureSet = 'google.protobuf.FeatureSet';

/** Options of fields that are no fields of FieldOptions; the linker of fields reads them. */
const pseudoOptions: ReadonlySet<string> = new Set(['default', 'json_name']);

/** Resolvers of all files: types of options are looked up where the option is declared. */
export type ResolverOf = (source: ProtoSource) => Resolver;

type Mutable = Record<string, unknown>;

/** A field of an options message, or an extension of one. */
interface Setting {
  /** Key in the result. */
  readonly key: string;
  readonly decl: FieldDecl;
  readonly type: FieldType | undefined;
  /** Full name of what it extends, where that is not what is being set. */
  readonly misplaced: string | undefined;
}

export class OptionLinker {
  readonly #resolver: Resolver;
  readonly #resolverOf: ResolverOf;

  constructor(resolver: Resolver, resolverOf: ResolverOf) {
    this.#resolver = resolver;
    this.#resolverOf = resolverOf;
  }

  /**
   * All options of a declaration but `default` and `json_name`, as null-prototype objects.
   * @param at.scope - Full name of the scope that the declaration stands in.
   */
  link(options: readonly OptionDecl[], at: { readonly target: Target; readonly scope: string }): OptionValues {
    if (options.length === 0) return noOptions;
    const root = this.#resolver.anywhere(optionsMessages[at.target]);
    const message = root?.kind === 'message' ? root : undefined;
    const values: Mutable = Object.create(null) as Mutable;
    for (const option of options) {
      const [head] = option.name;
      if (at.target === 'field' && !head!.extension && pseudoOptions.has(head!.text)) {
        if (options.some((other) => other !== option && other.name[0]!.text === head!.text))
          this.#again(option, options);
        continue;
      }
      this.#set(option, { message, values, scope: at.scope, target: at.target });
    }
    return values;
  }

  #set(
    option: OptionDecl,
    at: {
      readonly message: MessageSymbol | undefined;
      readonly values: Mutable;
      readonly scope: string;
      readonly target: Target;
    },
  ): void {
    let { message, values } = at;
    for (const [index, part] of option.name.entries()) {
      const last = index === option.name.length - 1;
      const setting = part.extension
        ? this.#extension(part.text, { scope: at.scope, message, top: index === 0 })
        : this.#field(part.text, message);
      if (setting === undefined) {
        this.#unknown(option, index, { ...at, message });
        this.#untyped(option, index, values);
        return;
      }
      if (setting.misplaced !== undefined) {
        const target = index === 0 ? withArticle(at.target) : `a value of ${message!.fullName}`;
        this.#report('WM2033', part.origin, { name: `(${part.text})`, extendee: setting.misplaced, target });
        return;
      }
      if (last) {
        this.#store(setting, option, values);
        return;
      }
      if (setting.type?.kind !== 'message' || isRepeated(setting.decl)) {
        const details = { name: part.text, expected: 'a plain value', found: 'a path into it' };
        if (setting.type !== undefined) this.#report('WM2031', option.name[index + 1]!.origin, details);
        this.#untyped(option, index, values);
        return;
      }
      message = setting.type.symbol;
      values = (values[setting.key] ??= Object.create(null)) as Mutable;
    }
  }

  #store(setting: Setting, option: OptionDecl, values: Mutable): void {
    const name = option.name.map((part) => (part.extension ? `(${part.text})` : part.text)).join('.');
    if (isRepeated(setting.decl)) {
      this.#append(setting, { name, value: option.value, values });
    } else if (setting.key in values) {
      this.#report('WM2032', option.origin, { name });
    } else {
      const converted = this.#convert(setting, name, option.value);
      if (converted !== undefined) values[setting.key] = converted.value;
    }
  }

  #append(
    setting: Setting,
    item: { readonly name: string; readonly value: OptionValueDecl; readonly values: Mutable },
  ): void {
    const given = item.value.kind === 'list' ? item.value.values : [item.value];
    const converted = given.map((each) => this.#convert(setting, item.name, each));
    const list = converted.flatMap((each) => (each === undefined ? [] : [each.value]));
    if (setting.decl.mapKey === undefined) {
      item.values[setting.key] = [...((item.values[setting.key] as unknown[] | undefined) ?? []), ...list];
      return;
    }
    const map = (item.values[setting.key] ??= Object.create(null)) as Mutable;
    for (const entry of list as { readonly key?: unknown; readonly value?: unknown }[]) {
      map[String(entry.key ?? '')] = entry.value;
    }
  }

  #convert(setting: Setting, name: string, value: OptionValueDecl): { readonly value: unknown } | undefined {
    if (setting.type === undefined) return { value: untypedValue(value) };
    // An entry of a map is written as a message of two fields; its parts are taken as they stand.
    if (setting.decl.mapKey !== undefined && value.kind === 'aggregate') return { value: untypedValue(value) };
    const { type } = setting;
    const result = typedValue(value, type, (aggregate) =>
      type.kind === 'message' ? this.#aggregate(aggregate.fields, type.symbol) : untypedValue(aggregate),
    );
    if (!('expected' in result)) return result;
    // Values of features have their own check.
    if (type.kind === 'enum' && type.symbol.fullName.startsWith(`${featureSet}.`))
      return { value: untypedValue(value) };
    this.#report('WM2031', value.origin, { name, expected: result.expected, found: describe(value) });
    return undefined;
  }

  #aggregate(fields: readonly AggregateFieldDecl[], message: MessageSymbol): Mutable {
    const values: Mutable = Object.create(null) as Mutable;
    for (const { name, key, value } of fields) {
      if (key === 'any') {
        values[`[${name.text}]`] = untypedValue(value);
        continue;
      }
      const setting =
        key === 'extension'
          ? this.#extension(name.text, { scope: message.fullName, message, top: false })
          : this.#field(name.text, message);
      if (setting === undefined) {
        this.#unknownField(name, message);
        values[key === 'extension' ? `[${name.text}]` : name.text] = untypedValue(value);
      } else if (setting.misplaced !== undefined) {
        const details = { extendee: setting.misplaced, target: `a value of ${message.fullName}` };
        this.#report('WM2033', name.origin, { name: `[${name.text}]`, ...details });
      } else if (isRepeated(setting.decl)) {
        this.#append(setting, { name: name.text, value, values });
      } else if (setting.key in values) {
        this.#report('WM2032', name.origin, { name: name.text });
      } else {
        const converted = this.#convert(setting, name.text, value);
        if (converted !== undefined) values[setting.key] = converted.value;
      }
    }
    return values;
  }

  #field(name: string, message: MessageSymbol | undefined): Setting | undefined {
    // The field for options that could not be resolved is no option itself.
    if (message === undefined || name === 'uninterpreted_option') return undefined;
    const decl = fieldNamed(message.decl.fields, name);
    if (decl === undefined) return undefined;
    const resolver = this.#resolverOf(message.source);
    const type = typeOf(decl.type, ({ text }) => resolver.quietType(text, message.fullName));
    return { key: decl.name.text, decl, type, misplaced: undefined };
  }

  #extension(
    name: string,
    at: { readonly scope: string; readonly message: MessageSymbol | undefined; readonly top: boolean },
  ): Setting | undefined {
    const symbol = this.#resolver.extension(name, at.scope);
    if (symbol === undefined) return undefined;
    const resolver = this.#resolverOf(symbol.source);
    const extendee = resolver.quietType(symbol.extendee.text, symbol.scope);
    // One that extends something else is known all the same; it is reported by its user.
    const misplaced = extendee !== undefined && at.message !== undefined && extendee !== at.message;
    const type = typeOf(symbol.decl.type, ({ text }) => resolver.quietType(text, symbol.scope));
    const key = at.top ? `(${symbol.fullName})` : `[${symbol.fullName}]`;
    return { key, decl: symbol.decl, type, misplaced: misplaced ? extendee.fullName : undefined };
  }

  /** Keeps what is written under a name that means nothing here. */
  #untyped(option: OptionDecl, from: number, values: Mutable): void {
    const path = option.name.slice(from).map((part, index) => {
      if (!part.extension) return part.text;
      const text = part.text.replace(/^\./, '');
      return from + index === 0 ? `(${text})` : `[${text}]`;
    });
    let object = values;
    for (const key of path.slice(0, -1)) {
      const inner = object[key];
      if (typeof inner !== 'object' || inner === null) object[key] = Object.create(null);
      object = object[key] as Mutable;
    }
    object[path.at(-1)!] = untypedValue(option.value);
  }

  #unknown(
    option: OptionDecl,
    index: number,
    at: { readonly message: MessageSymbol | undefined; readonly scope: string; readonly target: Target },
  ): void {
    const part = option.name[index]!;
    if (this.#resolver.excused(part.text) || (index > 0 && at.message === undefined)) return;
    // Names of features have their own check, with their own suggestions.
    if (index === 1 && option.name[0]!.text === 'features' && !part.extension) return;
    // Without descriptor.proto nothing is known of standard options.
    if (at.message === undefined && !part.extension) return;
    const elsewhere = part.extension ? this.#resolver.elsewhere(part.text, at.scope) : undefined;
    const near = part.extension ? undefined : nearest(part.text, namesOf(at.message));
    const name = part.extension ? `(${part.text})` : part.text;
    const suggestion =
      elsewhere !== undefined
        ? `Import "${elsewhere}", which declares it.`
        : near === undefined
          ? 'Custom options are written in parentheses, and the file that declares them is imported.'
          : `Did you mean "${near}"?`;
    const target = index === 0 ? `of ${withArticle(at.target)}` : `of ${at.message!.fullName}`;
    this.#report('WM2030', part.origin, { name, target, suggestion });
  }

  #unknownField(name: AggregateFieldDecl['name'], message: MessageSymbol): void {
    if (this.#resolver.excused(name.text) || message.source.brokenWords !== undefined) return;
    // Names of features have their own check.
    if (message.fullName === featureSet) return;
    const near = nearest(name.text, namesOf(message));
    const suggestion = near === undefined ? 'Remove it, or correct its name.' : `Did you mean "${near}"?`;
    this.#report('WM2030', name.origin, { name: name.text, target: `of ${message.fullName}`, suggestion });
  }

  #again(option: OptionDecl, options: readonly OptionDecl[]): void {
    const name = option.name[0]!.text;
    const first = options.find((other) => other.name[0]!.text === name);
    if (first !== option) this.#report('WM2032', option.origin, { name });
  }

  #report<C extends 'WM2030' | 'WM2031' | 'WM2032' | 'WM2033'>(
    code: C,
    place: OptionDecl['origin'],
    details: Parameters<typeof diagnose<C>>[2],
  ): void {
    this.#resolver.diagnostics.push(diagnose(code, place, details));
  }
}

const noOptions: OptionValues = Object.freeze(Object.create(null) as Record<string, unknown>);

function namesOf(message: MessageSymbol | undefined): readonly string[] {
  return message?.decl.fields.map(({ name }) => name.text) ?? [];
}
