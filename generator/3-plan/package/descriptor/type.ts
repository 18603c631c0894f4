/** Types of an event spec as the descriptor lists them: the documented ones, enums and callbacks by reference, and the derived ones. */
import type { EventSpec, SpecField, SpecType, Standing } from '../../../ir/event-spec.ts';
import type { Property, Type as TypeEntry } from '../../../ir/schema/descriptor.gen.ts';
import type { Symbols } from '../../symbols.ts';
import { originEntry, specRef } from './type-ref.ts';

/** Every type that a document names. */
export function documentedTypes(spec: EventSpec, symbols: Symbols): TypeEntry[] {
  const byReference = (node: EventSpec['enums'][number] | EventSpec['callbacks'][number]): TypeEntry => ({
    kind: node.kind === 'callback' ? 'callback' : 'enum',
    ...head(node, spec, symbols),
    ...tail(node),
  });
  return [
    ...types(spec, symbols, 'documented'),
    ...spec.enums.filter((node) => node.standing === 'documented').map(byReference),
    ...spec.callbacks.filter((node) => node.standing === 'documented').map(byReference),
  ];
}

/** Objects, unions and aliases that the spec names for shapes which the documents leave unnamed. */
export function derivedTypes(spec: EventSpec, symbols: Symbols): TypeEntry[] {
  return types(spec, symbols, 'derived');
}

function types(spec: EventSpec, symbols: Symbols, standing: Standing): TypeEntry[] {
  return spec.types.filter((node) => node.standing === standing).map((node) => typeEntry(node, spec, symbols));
}

function typeEntry(node: SpecType, spec: EventSpec, symbols: Symbols): TypeEntry {
  const first = head(node, spec, symbols);
  switch (node.kind) {
    case 'object':
      return { kind: 'object', ...first, open: node.open, fields: node.fields.map(property), ...tail(node) };
    case 'union':
      return {
        kind: 'union',
        ...first,
        discriminant: node.discriminant,
        open: node.open,
        variants: node.variants.map(({ value, type }) => ({ value, type })),
        ...tail(node),
      };
    case 'alias':
      return { kind: 'alias', ...first, type: specRef(node.type), ...tail(node) };
    default:
      return node satisfies never;
  }
}

function head(
  node: { readonly name: string },
  spec: EventSpec,
  symbols: Symbols,
): { readonly name: string; readonly typeName: string; readonly module: string } {
  const { module, name } = symbols.spec(spec.name, node.name);
  return { name: node.name, typeName: name, module };
}

type Declared = Pick<SpecType, 'description' | 'deprecated' | 'origin' | 'source'>;

function tail(node: Declared): Pick<TypeEntry, 'description' | 'deprecated' | 'origin'> {
  return {
    description: node.description,
    deprecated: node.deprecated,
    origin: originEntry(node.origin, node.source),
  };
}

function property(field: SpecField): Property {
  const { declared, observed } = field;
  return {
    name: field.name,
    type: specRef(field.type),
    presence: field.presence,
    nullable: field.nullable,
    int64: { travel: field.int64.travel, surface: field.int64.surface },
    unit: field.unit ?? '',
    values: field.values.map(({ value, description }) => ({ value, description })),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(declared === undefined
      ? {}
      : { declared: { type: declared.type, ref: specRef(declared.expr), line: declared.line } }),
    ...(observed === undefined
      ? {}
      : { observed: { types: observed.types.map(specRef), absent: observed.absent, note: observed.note } }),
    ...tail(field),
  };
}
