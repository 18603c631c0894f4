/** What a proto file declares, for a reference: messages, enums, services and extensions. */
import type { Markup } from '../../../ir/printable.ts';
import type { Field, FieldShape, Message, ProtoEnum, ProtoFile, Service, ValueType } from '../../../ir/protocol.ts';
import type {
  ReferenceDeclared,
  ReferenceEnum,
  ReferenceFact,
  ReferenceMember,
  ReferenceObject,
  ReferenceService,
} from '../../../ir/view/reference-view.ts';
import { place as placeText } from '../../text.ts';
import { join, nothing, type Ink } from './ink.ts';
import { fact, type ModuleParts, type ReferenceContext } from './context.ts';
import { enumTraits, messageTraits } from './traits.ts';

export function protoParts(file: ProtoFile, module: string, context: ReferenceContext): ModuleParts {
  const { ink, protocol } = context;
  return {
    facts: [
      ...(file.package === '' ? [] : [fact(ink, 'Package', ink.code(file.package))]),
      fact(ink, 'Syntax', ink.text(file.syntax)),
    ],
    description: ink.prose(file.comment),
    messages: file.messages.map((node) => messageView(node, file, context)),
    enums: file.enums.map((node) => enumView(node, file, context)),
    extensions: file.extensions.map((field) => ({
      ...fieldView(field, field.fullName, { module, file, context }),
      base: typeLink({ kind: 'message', fullName: field.extendee! }, file, context),
    })),
    services: file.services.map((node) => serviceView(node, module, { file, context })),
    events: [],
    types: [],
    callbacks: [],
    notes: file.messages.length + file.enums.length === 0 ? [] : decisions(file, protocol.facts, ink),
  };
}

/** `Outer.Inner`: the full name without the package of the file that speaks of it. */
const local = (fullName: string, file: ProtoFile): string =>
  file.package !== '' && fullName.startsWith(`${file.package}.`) ? fullName.slice(file.package.length + 1) : fullName;

interface Declared {
  readonly fullName: string;
  readonly comment: string;
  readonly deprecated: boolean;
  readonly origin: ProtoFile['origin'];
}

function declaredView(node: Declared, module: string, file: ProtoFile, { ink }: ReferenceContext): ReferenceDeclared {
  const place = { module, id: node.fullName };
  return {
    name: ink.text(local(node.fullName, file)),
    anchor: ink.anchor(place),
    href: ink.href(place),
    description: ink.prose(node.comment),
    deprecated: node.deprecated,
    place: ink.text(placeText(node.origin)),
    facts: [],
  };
}

function messageView(node: Message, file: ProtoFile, context: ReferenceContext): ReferenceObject {
  const { ink, symbols, examples, links } = context;
  const { module, name } = symbols.proto(node.fullName);
  const reserved = [
    ...node.reservedRanges.map(({ start, end }) => (start === end ? String(start) : `${start} to ${end}`)),
    ...node.reservedNames.map((one) => JSON.stringify(one)),
  ].join(', ');
  return {
    ...declaredView(node, module, file, context),
    facts: [
      fact(ink, 'TypeScript', ink.code(name)),
      ...(reserved === '' ? [] : [fact(ink, 'Reserved', ink.text(reserved))]),
    ],
    members: node.fields.map((field) => fieldView(field, `${node.fullName}.${field.name}`, { module, file, context })),
    type: nothing,
    example: block(ink, examples.message(node.fullName)),
    clauses: links(messageTraits(node)),
  };
}

const block = (ink: Ink, text: string): Markup => (text === '' ? nothing : ink.block(text));

function fieldView(
  field: Field,
  id: string,
  { module, file, context }: { readonly module: string; readonly file: ProtoFile; readonly context: ReferenceContext },
): ReferenceMember {
  const { ink } = context;
  const place = { module, id };
  const facts = fieldFacts(field, context);
  return {
    name: ink.text(field.extendee === undefined ? field.name : local(field.fullName, file)),
    anchor: ink.anchor(place),
    href: ink.href(place),
    number: ink.text(String(field.number)),
    type: shapeText(field.shape, file, context),
    label: ink.text(labelOf(field, file)),
    description: ink.cell(field.comment),
    deprecated: field.deprecated,
    facts,
    layers: [],
    remarks: facts.length === 0 ? nothing : (facts.map(({ name, value }) => `${name}: ${value}`).join(' ') as Markup),
  };
}

/** As protoc-gen-doc has it; a oneof goes before. */
function labelOf({ shape, presence, oneof }: Field, { syntax }: ProtoFile): string {
  if (oneof !== undefined) return `oneof ${oneof}`;
  if (shape.kind === 'list') return 'repeated';
  if (shape.kind === 'map') return '';
  if (presence === 'required') return 'required';
  const written = shape.type.kind !== 'message' || syntax === 'proto2';
  return presence === 'explicit' && written ? 'optional' : '';
}

function fieldFacts(field: Field, { ink, protocol }: ReferenceContext): readonly ReferenceFact[] {
  const value = field.default;
  if (value === undefined) return [];
  const { type } = field.shape;
  // Of an enum, the name says more than the number.
  const member =
    type.kind === 'enum'
      ? protocol.files
          .flatMap((file) => file.enums)
          .find(({ fullName }) => fullName === type.fullName)
          ?.values.find(({ number }) => number === value)?.name
      : undefined;
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(member ?? value);
  return [fact(ink, 'Default', ink.text(text))];
}

function shapeText(shape: FieldShape, file: ProtoFile, context: ReferenceContext): Markup {
  const type = typeLink(shape.type, file, context);
  if (shape.kind !== 'map') return type;
  const { ink } = context;
  return join(ink.text(`map<${shape.key},`), ' ' as Markup, type, ink.text('>'));
}

function typeLink(type: ValueType, file: ProtoFile, { ink, places }: ReferenceContext): Markup {
  if (type.kind === 'scalar') return ink.text(type.scalar);
  return ink.link(local(type.fullName, file), places.proto(type.fullName).place);
}

function enumView(node: ProtoEnum, file: ProtoFile, context: ReferenceContext): ReferenceEnum {
  const { ink, symbols, protocol, links } = context;
  const { module, name } = symbols.proto(node.fullName);
  const facts = protocol.facts.get(node.fullName);
  const unlisted = (facts?.commentedOut ?? []).map((value) => `${value.name} = ${value.number}`).join(', ');
  return {
    ...declaredView(node, module, file, context),
    facts: [
      fact(ink, 'TypeScript', ink.code(name)),
      fact(ink, 'Other numbers', ink.text(node.open ? 'are kept' : 'are unknown fields')),
      ...(facts?.incomplete === true ? [fact(ink, 'Complete', ink.text('no: more values are in use'))] : []),
      ...(unlisted === '' ? [] : [fact(ink, 'On the wire, but not listed', ink.text(unlisted))]),
    ],
    members: node.values.map((value) => {
      const known = protocol.facts.get(`${node.fullName}.${value.name}`);
      return {
        name: ink.text(value.name),
        value: ink.text(String(value.number)),
        description: ink.cell(value.comment),
        deprecated: value.deprecated,
        facts: known?.status === undefined ? [] : [fact(ink, 'Standing', ink.text(known.status))],
      };
    }),
    clauses: links(enumTraits(node)),
  };
}

function serviceView(
  node: Service,
  module: string,
  { file, context }: { readonly file: ProtoFile; readonly context: ReferenceContext },
): ReferenceService {
  const { ink } = context;
  const side = (fullName: string, streaming: boolean): Markup =>
    join(typeLink({ kind: 'message', fullName }, file, context), (streaming ? ' stream' : '') as Markup);
  return {
    ...declaredView(node, module, file, context),
    methods: node.methods.map((method) => ({
      name: ink.text(method.name),
      request: side(method.input, method.clientStreaming),
      response: side(method.output, method.serverStreaming),
      description: ink.cell(method.comment),
      deprecated: method.deprecated,
    })),
  };
}

/** What was decided about anything in the file, with its reason. */
function decisions(file: ProtoFile, facts: ReferenceContext['protocol']['facts'], ink: Ink): ModuleParts['notes'] {
  const own = [...file.messages, ...file.enums].map(({ fullName }) => fullName);
  return own.flatMap((fullName) =>
    [...facts]
      .filter(([about]) => about === fullName || about.startsWith(`${fullName}.`))
      .flatMap(([about, { decisions: made }]) =>
        made.map(({ place, reason }) => ({
          about: ink.text(local(about, file)),
          text: ink.prose(place === '' ? reason : `${place}: ${reason}`),
        })),
      ),
  );
}
