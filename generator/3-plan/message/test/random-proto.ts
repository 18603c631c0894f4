/**
 * Random .proto files: raw choices, which fast-check shrinks, made into a legal file of one syntax. Whatever the choices
 * are, the file is legal: protoc accepts it, and so must we.
 */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { scalars, type Scalar } from '../../../ir/scalar.ts';

export type RandomSyntax = 'proto2' | 'proto3' | '2023';

/** A message, an enum or a field as it is printed. */
interface Node {
  readonly head: string;
  readonly body: readonly (Node | string)[];
}

interface RawField {
  readonly kind: number;
  readonly type: number;
  readonly label: number;
  readonly packed: number;
  readonly name: number;
  readonly number: number;
  readonly extra: number;
  readonly json: string | undefined;
}
interface RawMessage {
  readonly parent: number;
  readonly oneofs: number;
  readonly fields: readonly RawField[];
}
interface RawEnum {
  readonly parent: number;
  readonly closed: boolean;
  readonly alias: boolean;
  readonly numbers: readonly number[];
}
export interface RawFile {
  readonly syntax: RandomSyntax;
  readonly features: number;
  readonly messages: readonly RawMessage[];
  readonly enums: readonly RawEnum[];
}

const nat = fc.nat({ max: 0xffff });
const rawField: Arbitrary<RawField> = fc.record({
  kind: nat,
  type: nat,
  label: nat,
  packed: nat,
  name: nat,
  number: fc.oneof(
    fc.nat(20),
    fc.constantFrom(14, 15, 16, 2046, 2047, 18998, 18999, 262142, 536870910),
    fc.nat(536870910),
  ),
  extra: nat,
  json: fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.oneof(fc.string({ maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 3 })) },
  ),
});

/** Files of up to `messages` messages. */
export const rawFile = (messages: number): Arbitrary<RawFile> =>
  fc.record({
    syntax: fc.constantFrom('proto3', 'proto2', '2023'),
    features: nat,
    messages: fc.array(fc.record({ parent: nat, oneofs: fc.nat(2), fields: fc.array(rawField, { maxLength: 12 }) }), {
      minLength: 1,
      maxLength: messages,
    }),
    enums: fc.array(
      fc.record({
        parent: nat,
        closed: fc.boolean(),
        alias: fc.boolean(),
        numbers: fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.integer()), { maxLength: 6 }),
      }),
      { maxLength: 3 },
    ),
  });

/** Names as people write them, and such as trip JavaScript up. */
const words =
  `value id text items user_name user__x _lead trail_ Camel camelCase ALL_CAPS a1 a_1 a1b x_y_z constructor to_string
  toString then prototype class default message option return await case kind type length name group
  oneof_name read write pos end tag start into error bytes position undefined Infinity`.split(/\s+/);

/** Names that others stumble over, so that files which have them are compared with fewer. */
const traps = ['hasOwnProperty', '__proto__'];

const scalarNames = Object.keys(scalars) as readonly Scalar[];
const keyNames = scalarNames.filter((name) => scalars[name].mapKey);
const pick = <T>(from: readonly T[], choice: number): T => from[choice % from.length]!;

/** The text of the file; its messages are `M0`, `M1`, ... and lie in the package `random`. */
export function printFile(raw: RawFile): string {
  const header = raw.syntax === '2023' ? 'edition = "2023";' : `syntax = "${raw.syntax}";`;
  return `${[header, 'package random;', ...fileFeatures(raw), ...new FileBuilder(raw).nodes().map(print)].join('\n')}\n`;
}

function print(node: Node | string): string {
  if (typeof node === 'string') return node;
  return `${node.head} {\n${node.body.map((inner) => print(inner).replaceAll(/^/gm, '  ')).join('\n')}\n}`;
}

/** Defaults of the file, which fields may override. */
function fileFeatures({ syntax, features }: RawFile): string[] {
  if (syntax !== '2023') return [];
  return [
    ...(features % 3 === 1 ? ['option features.field_presence = IMPLICIT;'] : []),
    ...(features % 5 === 1 ? ['option features.repeated_field_encoding = EXPANDED;'] : []),
    ...(features % 7 === 1 ? ['option features.message_encoding = DELIMITED;'] : []),
    ...(features % 11 === 1 ? ['option features.utf8_validation = NONE;'] : []),
  ];
}

/** Index of the message that a declaration lies in: one of the first `limit`, or none. */
const holderOf = ({ parent }: { readonly parent: number }, limit: number): number | undefined =>
  limit === 0 || parent % 3 > 0 ? undefined : parent % limit;

/** With a dot in front. */
function messageName(messages: readonly RawMessage[], index: number): string {
  const holder = holderOf(messages[index]!, index);
  return `${holder === undefined ? '.random' : messageName(messages, holder)}.M${index}`;
}

class FileBuilder {
  readonly #raw: RawFile;
  readonly #enums: readonly EnumFacts[];

  constructor(raw: RawFile) {
    this.#raw = raw;
    this.#enums = raw.enums.map((each, i) => this.#enum(each, i));
  }

  nodes(): Node[] {
    return this.#children(undefined);
  }

  /** A message lies in an earlier one or in the file, an enum in any message or in the file. */
  #children(parent: number | undefined): Node[] {
    const { messages, enums } = this.#raw;
    return [
      ...enums.flatMap((each, i) => (holderOf(each, messages.length) === parent ? [this.#printEnum(i)] : [])),
      ...messages.flatMap((each, i) => (holderOf(each, i) === parent ? [this.#message(each, i)] : [])),
    ];
  }

  #enum({ closed, alias, numbers, parent }: RawEnum, index: number): EnumFacts {
    const open = this.#raw.syntax === 'proto3' || (this.#raw.syntax === '2023' && !closed);
    const distinct = [...new Set(open ? [0, ...numbers] : numbers.length === 0 ? [1] : numbers)];
    const values: [string, number][] = distinct.map((number, i) => [`E${index}_${i}`, number]);
    if (alias) values.push([`E${index}_ALIAS`, distinct.at(-1)!]);
    const { messages } = this.#raw;
    const holder = holderOf({ parent }, messages.length);
    const scope = holder === undefined ? '.random' : messageName(messages, holder);
    return { name: `E${index}`, fullName: `${scope}.E${index}`, open, values };
  }

  #printEnum(index: number): Node {
    const { name, open, values } = this.#enums[index]!;
    const { syntax, enums } = this.#raw;
    const free = 77_777 + index;
    return {
      head: `enum ${name}`,
      body: [
        ...(enums[index]!.alias ? ['option allow_alias = true;'] : []),
        ...(syntax === '2023' && !open ? ['option features.enum_type = CLOSED;'] : []),
        ...values.map(([value, number]) => `${value} = ${number};`),
        ...(values.some(([, number]) => number === free) ? [] : [`reserved ${free};`]),
      ],
    };
  }

  #message({ oneofs, fields }: RawMessage, index: number): Node {
    const printed = new FieldPrinter(this.#raw, this.#enums, index);
    const lines = fields.map((field) => printed.field(field, oneofs));
    const members = (oneof: number): string[] => lines.flatMap((line) => (line.oneof === oneof ? [line.text] : []));
    return {
      head: `message M${index}`,
      body: [
        ...this.#children(index),
        ...printed.reserved(),
        ...lines.flatMap((line) => (line.oneof === undefined ? [line.text] : [])),
        ...Array.from({ length: oneofs }, (_, oneof) => ({
          head: `oneof choice_${oneof}`,
          body: members(oneof),
        })).filter(({ body }) => body.length > 0),
      ],
    };
  }
}

interface EnumFacts {
  readonly name: string;
  /** With a dot in front. */
  readonly fullName: string;
  readonly open: boolean;
  readonly values: readonly (readonly [string, number])[];
}

/** Prints the fields of one message, whose names and numbers must be unique. */
class FieldPrinter {
  readonly #raw: RawFile;
  readonly #enums: readonly EnumFacts[];
  readonly #index: number;
  readonly #numbers = new Set<number>();
  readonly #names = new Set<string>(['choice0', 'choice1', 'choice2']);

  constructor(raw: RawFile, enums: readonly EnumFacts[], index: number) {
    this.#raw = raw;
    this.#enums = enums;
    this.#index = index;
  }

  reserved(): string[] {
    return this.#index % 2 === 0
      ? []
      : [`reserved 70000 to 70009;`, this.#raw.syntax === '2023' ? 'reserved gone;' : 'reserved "gone";'];
  }

  field(raw: RawField, oneofs: number): { readonly text: string; readonly oneof: number | undefined } {
    const [number, name] = [
      this.#number(raw.number),
      this.#name(pick(raw.name % 101 === 100 ? traps : words, raw.name)),
    ];
    const json = this.#json(raw.json);
    const kind = raw.kind % 12;
    if (kind === 0) return { text: this.#map(raw, `${name} = ${number}`, json), oneof: undefined };
    const { type, value } = this.#type(raw);
    const oneof = oneofs > 0 && kind < 5 ? raw.label % oneofs : undefined;
    if (kind === 11 && this.#raw.syntax === 'proto2' && oneof === undefined) {
      const inner = this.#name(`g${number}`) && 'optional int32 inner = 1;';
      return { text: `${pick(['optional', 'repeated'], raw.label)} group G${number} = ${number} { ${inner} }`, oneof };
    }
    const { label, options } = this.#presence(raw, { value, inOneof: oneof !== undefined });
    const all = [...options, ...json];
    const rest = all.length === 0 ? '' : ` [${all.join(', ')}]`;
    return { text: `${label}${type} ${name} = ${number}${rest};`, oneof };
  }

  #map({ type, extra }: RawField, declared: string, json: readonly string[]): string {
    const value = this.#type({ type, extra });
    // A map's values need a default, and a closed enum's is its first value, which must be 0.
    const usable = value.value === undefined || value.value.kind !== 'enum' || value.value.first === 0;
    return `map<${pick(keyNames, extra)}, ${usable ? value.type : 'int32'}> ${declared}${json.length === 0 ? '' : ` [${json.join()}]`};`;
  }

  #type({ type, extra }: Pick<RawField, 'type' | 'extra'>): TypeFacts {
    const among = type % 5;
    if (among === 0 && this.#enums.length > 0) {
      const { fullName, open, values } = pick(this.#enums, extra);
      return { type: fullName, value: { kind: 'enum', open, first: values[0]![1], last: values.at(-1)![0] } };
    }
    if (among === 1) {
      const index = extra % this.#raw.messages.length;
      return { type: messageName(this.#raw.messages, index), value: { kind: 'message', later: index > this.#index } };
    }
    const scalar = pick(scalarNames, extra);
    return { type: scalar, value: { kind: 'scalar', scalar } };
  }

  /** What stands in front of the type, and the options that go with it. */
  #presence(
    { label, packed, extra }: RawField,
    { value, inOneof }: { readonly value: TypeFacts['value']; readonly inOneof: boolean },
  ): { readonly label: string; readonly options: readonly string[] } {
    const { syntax } = this.#raw;
    const packable = value.kind === 'enum' || (value.kind === 'scalar' && scalars[value.scalar].packable);
    const delimited = syntax === '2023' && value.kind === 'message' && extra % 4 === 1;
    const features = delimited ? ['features.message_encoding = DELIMITED'] : [];
    if (inOneof) return { label: '', options: features };
    if (label % 4 === 0) {
      const encoding = pick(['PACKED', 'EXPANDED'], packed);
      if (!packable || packed % 3 === 0) return { label: 'repeated ', options: features };
      const option =
        syntax === '2023' ? `features.repeated_field_encoding = ${encoding}` : `packed = ${encoding === 'PACKED'}`;
      return { label: 'repeated ', options: [option] };
    }
    // A required message must not lead back to itself.
    const mayRequire = value.kind !== 'message' || value.later;
    const required = label % 11 === 1 && mayRequire;
    if (syntax === 'proto3') return { label: label % 2 === 0 ? 'optional ' : '', options: [] };
    const standing = label % 3 === 0 && !required && !this.#implicit(label, value) ? defaultOf(value, extra) : [];
    if (syntax === 'proto2') return { label: required ? 'required ' : 'optional ', options: standing };
    if (required) return { label: '', options: [...features, 'features.field_presence = LEGACY_REQUIRED'] };
    if (value.kind === 'message') return { label: '', options: features };
    // A closed enum has no implicit presence.
    const implicit = this.#implicit(label, value);
    return { label: '', options: [`features.field_presence = ${implicit ? 'IMPLICIT' : 'EXPLICIT'}`, ...standing] };
  }

  #implicit(label: number, value: TypeFacts['value']): boolean {
    return this.#raw.syntax === '2023' && label % 2 === 0 && (value.kind !== 'enum' || value.open);
  }

  #number(wanted: number): number {
    let number = 1 + (wanted % 536870911);
    while (this.#numbers.has(number) || (number >= 19000 && number <= 19999) || (number >= 70000 && number <= 70009))
      number = (number % 536870911) + 1;
    this.#numbers.add(number);
    return number;
  }

  /** Unique in its JSON form, whatever the case. */
  #name(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.#names.has(plain(name)); i++) name = `${wanted}_${String.fromCodePoint(96 + i)}`;
    this.#names.add(plain(name));
    return name;
  }

  #json(wanted: string | undefined): string[] {
    if (wanted === undefined || wanted.includes('\0') || /^\[.*\]$/s.test(wanted) || this.#names.has(plain(wanted)))
      return [];
    this.#names.add(plain(wanted));
    return [`json_name = "${wanted.replaceAll(/[\\"]/g, '\\$&')}"`];
  }
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

interface TypeFacts {
  readonly type: string;
  readonly value:
    | { readonly kind: 'scalar'; readonly scalar: Scalar }
    | { readonly kind: 'enum'; readonly open: boolean; readonly first: number; readonly last: string }
    | { readonly kind: 'message'; readonly later: boolean };
}

const defaults: Readonly<Record<(typeof scalars)[Scalar]['kind'], readonly string[]>> = {
  int: ['0', '7', '0x7f', '017'],
  int64: ['0', '4611686018427387905', '1'],
  float: ['0', '-0.0', '1.5', 'inf', '-inf', 'nan', '1e10'],
  bool: ['true', 'false'],
  string: [String.raw`""`, String.raw`"a\"b"`, String.raw`'\303\244\n'`, '"a" "b"'],
  bytes: [String.raw`"\xff\0"`, '""'],
};

function defaultOf(value: TypeFacts['value'], choice: number): string[] {
  if (value.kind === 'message') return [];
  if (value.kind === 'enum') return [`default = ${value.last}`];
  return [`default = ${pick(defaults[scalars[value.scalar].kind], choice)}`];
}
