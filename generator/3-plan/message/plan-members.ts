/** Plans the properties of a message's interface: what every format's code builds on. */
import type { Field, Message } from '../../ir/protocol.ts';
import type { FieldBase, OneofMemberView } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';
import { comment, literal, place, propertyAccess, propertyKey } from '../text.ts';
import { propertyNames } from './property-names.ts';
import { requiredCycle } from './required-cycle.ts';
import { defaultText, typeText, zeroText } from './type-text.ts';

export interface PlannedField {
  readonly field: Field;
  readonly base: FieldBase;
}

/** A oneof but for its fields' views. */
export type PlannedOneof = Omit<OneofMemberView, 'fields' | 'checks'> & { readonly name: string };

export interface PlannedMembers {
  readonly fields: readonly PlannedField[];
  readonly oneofs: readonly PlannedOneof[];
}

export function planMembers(message: Message, context: PlanContext): PlannedMembers {
  const names = propertyNames(message);
  const spelledOneofs = new Map(
    message.oneofs.map(({ name }) => {
      const property = names.get(`oneof ${name}`)!;
      return [name, spelled(property)] as const;
    }),
  );
  const fields = message.fields.map((field) => ({
    field,
    base: planField(field, {
      name: names.get(field.name)!,
      oneof: field.oneof === undefined ? undefined : spelledOneofs.get(field.oneof)!,
      context,
    }),
  }));
  const oneofs = message.oneofs.map((oneof): PlannedOneof => {
    const cases = fields.filter(({ field }) => field.oneof === oneof.name).map(({ base }) => base);
    return {
      kind: 'oneof',
      name: oneof.name,
      ...spelledOneofs.get(oneof.name)!,
      optional: true,
      tsType: cases.map(({ text, tsType }) => `{ case: ${text}; value: ${tsType} }`).join(' | '),
      initial: 'undefined',
      doc: comment(oneof.comment),
      deprecated: false,
      origin: oneof.origin,
      place: place(oneof.origin),
    };
  });
  return { fields, oneofs };
}

interface Naming {
  readonly name: string;
  readonly oneof: Spelled | undefined;
  readonly context: PlanContext;
}

function planField(field: Field, { name, oneof, context }: Naming): FieldBase {
  const elementType = typeText(field.shape.type, field.int64, context);
  const declared = defaultText(field);
  return {
    ...spelled(name),
    name: literal(field.name),
    number: field.number,
    shape: field.shape.kind,
    elementType,
    tsType: shapeType(field, elementType),
    presence: field.presence,
    optional: field.shape.kind === 'singular' && field.presence === 'explicit',
    initial: initialText(field, context),
    endless: requiresItself(field, context),
    tags: declared === undefined ? [] : comment(`Default: ${declared}`),
    oneof,
    doc: comment(field.comment),
    deprecated: field.deprecated,
    origin: field.origin,
    place: place(field.origin),
  };
}

type Spelled = Pick<FieldBase, 'key' | 'access' | 'text'>;

function spelled(name: string): Spelled {
  return { key: propertyKey(name), access: propertyAccess(name), text: literal(name) };
}

function shapeType({ shape }: Field, element: string): string {
  switch (shape.kind) {
    case 'singular':
      return element;
    case 'list':
      return `${element}[]`;
    case 'map':
      return `{ [key: string]: ${element} }`;
    default:
      return shape satisfies never;
  }
}

/** A required message that requires itself: no finite value exists. */
function requiresItself({ shape, presence }: Field, context: PlanContext): boolean {
  return (
    shape.kind === 'singular' &&
    presence === 'required' &&
    shape.type.kind === 'message' &&
    requiredCycle(shape.type.fullName, context)
  );
}

function initialText(field: Field, context: PlanContext): string {
  const { shape, presence, int64 } = field;
  if (shape.kind !== 'singular') return shape.kind === 'list' ? '[]' : '{}';
  if (presence === 'explicit') return 'undefined';
  if (shape.type.kind !== 'message') return zeroText(shape.type, int64, context);
  // A required message: an empty one, unless it requires itself, when no finite value exists to fill in.
  if (requiresItself(field, context)) return 'undefined';
  const { module, name } = context.symbols.proto(shape.type.fullName);
  return `${context.imports.add(module, `create${name}`, false)}()`;
}
