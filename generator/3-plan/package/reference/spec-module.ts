/** What an event spec declares, for a reference: events, types, enums and callbacks, each with what it stems from. */
import type {
  EventSpec,
  SpecArgument,
  SpecCallback,
  SpecEnum,
  SpecEvent,
  SpecField,
  SpecType,
} from '../../../ir/event-spec.ts';
import type { DocumentOrigin } from '../../../ir/origin.ts';
import type { Markup } from '../../../ir/printable.ts';
import type {
  ReferenceDeclared,
  ReferenceEnum,
  ReferenceEvent,
  ReferenceFact,
  ReferenceMember,
  ReferenceObject,
} from '../../../ir/view/reference-view.ts';
import { nothing, type Ink } from './ink.ts';
import { eventLayers, fieldLayers } from './layers.ts';
import { fact, type ModuleParts, type ReferenceContext } from './context.ts';
import { enumTraits, eventTraits, typeTraits } from './traits.ts';
import { exprMarkup } from './type-markup.ts';

/** An id within the page of the spec: events and types may share a name. */
export const specId = (kind: 'event' | 'type', name: string): string => `${kind}-${name}`;

export function specParts(spec: EventSpec, module: string, context: ReferenceContext): ModuleParts {
  const { ink } = context;
  const bindings = spec.bindings.map((one) => `${one.name} (event at ${one.event}, arguments at ${one.args})`);
  return {
    facts: [
      ...(spec.title === '' ? [] : [fact(ink, 'Title', ink.text(spec.title))]),
      ...spec.documents.map(({ name, title }) => fact(ink, 'Document', ink.text(`${name}: ${title}`))),
      ...(bindings.length === 0 ? [] : [fact(ink, 'Frames', ink.text(bindings.join(', ')))]),
    ],
    description: ink.prose(spec.description),
    messages: [],
    enums: spec.enums.map((node) => enumView(node, spec, context)),
    extensions: [],
    services: [],
    events: spec.events.map((node) => eventView(node, spec, { module, context })),
    types: spec.types.map((node) => typeView(node, spec, context)),
    callbacks: spec.callbacks.map((node) => callbackView(node, spec, context)),
    notes: [
      ...spec.notes.map(({ about, text, source }) => ({
        about: ink.text(source === undefined ? about : `${about} (${sourceText(source)})`),
        text: ink.prose(text),
      })),
      ...spec.rules.map(({ name, text }) => ({ about: ink.text(`Rule ${name}`), text: ink.prose(text) })),
    ],
  };
}

/** `floo-types:316 int32-enum` */
function sourceText({ document, line, endLine, rule }: DocumentOrigin): string {
  const lines = endLine === undefined || endLine === line ? String(line) : `${line}-${endLine}`;
  return `${document}:${lines}${rule === undefined ? '' : ` ${rule}`}`;
}

type Node = Pick<SpecType, 'name' | 'description' | 'deprecated' | 'source' | 'origin'>;

function declaredView(
  node: Node,
  kind: 'event' | 'type',
  { module, ink }: { readonly module: string; readonly ink: Ink },
): ReferenceDeclared {
  const place = { module, id: specId(kind, node.name) };
  return {
    name: ink.text(node.name),
    anchor: ink.anchor(place),
    href: ink.href(place),
    description: ink.prose(node.description),
    deprecated: node.deprecated,
    place: ink.text(node.source === undefined ? `line ${node.origin.line}` : sourceText(node.source)),
    facts: [],
  };
}

function named(
  node: Node & { readonly standing: SpecType['standing'] },
  spec: EventSpec,
  { ink, symbols }: ReferenceContext,
): ReferenceDeclared {
  const { module, name } = symbols.spec(spec.name, node.name);
  return {
    ...declaredView(node, 'type', { module, ink }),
    facts: [
      fact(ink, 'TypeScript', ink.code(name)),
      ...(node.standing === 'derived' ? [fact(ink, 'Name', ink.text('ours; the documents have none'))] : []),
    ],
  };
}

function typeView(node: SpecType, spec: EventSpec, context: ReferenceContext): ReferenceObject {
  const { ink, examples, links, symbols } = context;
  const { module } = symbols.spec(spec.name, node.name);
  const base = named(node, spec, context);
  const example = examples.type(node, spec);
  const more = {
    example: example === '' ? nothing : ink.block(example),
    clauses: links(typeTraits(node)),
  };
  switch (node.kind) {
    case 'object':
      return {
        ...base,
        ...more,
        facts: [...base.facts, fact(ink, 'Further members', ink.text(node.open ? 'are kept' : 'are refused'))],
        members: node.fields.map((field) =>
          memberView(field, specId('type', `${node.name}.${field.name}`), { module, context }),
        ),
        type: nothing,
      };
    case 'union': {
      const variants = node.variants.map(
        ({ value, type }) =>
          `${ink.code(JSON.stringify(value))} ${exprMarkup({ kind: 'type', spec: spec.name, name: type }, context)}`,
      );
      return {
        ...base,
        ...more,
        facts: [
          ...base.facts,
          fact(ink, 'Told apart by', ink.code(node.discriminant)),
          fact(ink, 'Other values of it', ink.text(node.open ? 'are kept' : 'are refused')),
        ],
        members: [],
        type: variants.join(', ') as Markup,
      };
    }
    case 'alias':
      return { ...base, ...more, members: [], type: exprMarkup(node.type, context) };
    default:
      return node satisfies never;
  }
}

function callbackView(node: SpecCallback, spec: EventSpec, context: ReferenceContext): ReferenceObject {
  const { module } = context.symbols.spec(spec.name, node.name);
  return {
    ...named(node, spec, context),
    members: node.arguments.map((one) =>
      memberView(one, specId('type', `${node.name}.${one.name}`), { module, context }),
    ),
    type: nothing,
    example: nothing,
    clauses: [],
  };
}

function memberView(
  node: SpecField | SpecArgument,
  id: string,
  { module, context }: { readonly module: string; readonly context: ReferenceContext },
): ReferenceMember {
  const { ink } = context;
  const place = { module, id };
  const facts = 'values' in node ? fieldFacts(node, ink) : [];
  const layers = fieldLayers(node, ink);
  return {
    name: ink.text(node.name),
    anchor: ink.anchor(place),
    href: ink.href(place),
    number: nothing,
    type: exprMarkup(node.type, context),
    label: ink.text(`${node.presence}${node.nullable ? ', may be null' : ''}`),
    description: ink.cell(node.description),
    deprecated: 'deprecated' in node && node.deprecated,
    facts,
    layers,
    remarks: [...facts, ...layers].map(({ name, value }) => `${name}: ${value}.`).join(' ') as Markup,
  };
}

function fieldFacts({ unit, values, default: initial }: SpecField, ink: Ink): readonly ReferenceFact[] {
  return [
    ...(unit === undefined ? [] : [fact(ink, 'Unit', ink.text(unit))]),
    ...(initial === undefined ? [] : [fact(ink, 'Default', ink.code(JSON.stringify(initial)))]),
    ...values.map(({ value, description }) =>
      fact(ink, 'Value', `${ink.code(JSON.stringify(value))} ${ink.text(description)}` as Markup),
    ),
  ];
}

function enumView(node: SpecEnum, spec: EventSpec, context: ReferenceContext): ReferenceEnum {
  const { ink, links } = context;
  const base = named(node, spec, context);
  return {
    ...base,
    facts: [...base.facts, fact(ink, 'Other values', ink.text(node.open ? 'are kept' : 'are refused'))],
    members: node.members.map((member) => ({
      name: ink.text(member.name),
      value: ink.text(String(member.value)),
      description: ink.cell(member.description === '' ? member.label : member.description),
      deprecated: member.deprecated,
      facts: member.match === 'prefix' ? [fact(ink, 'Matches', ink.text('any string that starts so'))] : [],
    })),
    clauses: links(enumTraits(node)),
  };
}

const directions: Readonly<Record<SpecEvent['direction'], string>> = {
  'server-to-client': 'from the server to the client',
  'client-to-server': 'from the client to the server',
  local: 'within the client; it never travels',
};

function eventView(
  node: SpecEvent,
  spec: EventSpec,
  { module, context }: { readonly module: string; readonly context: ReferenceContext },
): ReferenceEvent {
  const { ink, examples, links } = context;
  const frame = node.direction === 'local' ? '' : examples.frame(node, spec);
  return {
    ...declaredView(node, 'event', { module, ink }),
    facts: [
      ...(node.label === node.name ? [] : [fact(ink, 'Label', ink.text(node.label))]),
      fact(ink, 'Travels', ink.text(directions[node.direction])),
      ...(node.group === '' ? [] : [fact(ink, 'Group', ink.text(node.group))]),
    ],
    args: node.arguments.map((one) =>
      memberView(one, specId('event', `${node.name}.${one.name}`), { module, context }),
    ),
    layers: eventLayers(node, ink),
    example: frame === '' ? nothing : ink.block(frame),
    clauses: links(eventTraits(node)),
  };
}
