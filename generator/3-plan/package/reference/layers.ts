/**
 * The layers of an event spec beside the one that types are generated from: what the documents declare, how it travels,
 * and what was seen of real implementations.
 */
import type { SpecArgument, SpecEvent, SpecField } from '../../../ir/event-spec.ts';
import { scalars } from '../../../ir/scalar.ts';
import { showTypeExpr } from '../../../ir/type-expr.ts';
import type { ReferenceFact } from '../../../ir/view/reference-view.ts';
import { parts } from '../../event/expressions.ts';
import type { Ink } from './ink.ts';
import { fact } from './context.ts';

export function fieldLayers(node: SpecField | SpecArgument, ink: Ink): readonly ReferenceFact[] {
  const wire = onTheWire(node);
  return [
    ...('declared' in node ? declaredLayer(node, ink) : []),
    ...(wire === '' ? [] : [fact(ink, 'Wire', ink.text(wire))]),
    ...('observed' in node && node.observed !== undefined
      ? [fact(ink, 'Observed', ink.text(observedText(node.observed)))]
      : []),
  ];
}

function declaredLayer({ declared, type, name }: SpecField, ink: Ink): readonly ReferenceFact[] {
  if (declared === undefined || (declared.type === showTypeExpr(type) && (declared.name ?? name) === name)) return [];
  const under = declared.name === undefined ? '' : `, as "${declared.name}"`;
  return [fact(ink, 'Declared', ink.text(`${declared.type}${under}, line ${declared.line}`))];
}

/** Where JSON does not have what the type says. */
function onTheWire({ type, int64 }: SpecField | SpecArgument): string {
  const kinds = new Set(
    [...parts(type)].flatMap((part) => (part.kind === 'scalar' ? [scalars[part.scalar].kind] : [])),
  );
  const said = [
    ...(kinds.has('int64')
      ? [
          int64.travel === 'number'
            ? `a JSON number with all its digits, ${int64.surface} in TypeScript`
            : `decimal digits in a string, ${int64.surface} in TypeScript`,
        ]
      : []),
    ...(kinds.has('bytes') ? ['base64'] : []),
  ];
  return said.join('; ');
}

function observedText({ types, absent, count, note }: NonNullable<SpecField['observed']>): string {
  const present = absent ? types.filter(({ kind }) => kind !== 'undefined') : types;
  const seen = present.map(showTypeExpr).join(' | ');
  return [seen, absent ? 'also absent' : '', count === undefined ? '' : `${count} times`, note]
    .filter((part) => part !== '')
    .join('; ');
}

/** Arguments as the documents declare them, and as they were observed, where they are not those of the types. */
export function eventLayers(node: SpecEvent, ink: Ink): readonly ReferenceFact[] {
  const { observed } = node;
  const [interpreted, declared] = [argumentsText(node.arguments), argumentsText(node.declared)];
  return [
    ...(declared === interpreted ? [] : [fact(ink, 'Declared', ink.code(declared))]),
    ...(observed === undefined
      ? []
      : [
          fact(ink, 'Observed', ink.code(argumentsText(observed.arguments))),
          ...(observed.note === '' ? [] : [fact(ink, 'Seen', ink.text(observed.note))]),
          ...(observed.evidence === '' ? [] : [fact(ink, 'Evidence', ink.text(observed.evidence))]),
        ]),
  ];
}

function argumentsText(args: readonly SpecArgument[]): string {
  const shown = args.map(({ name, type, presence, nullable }) => {
    const mark = presence === 'required' ? '' : '?';
    return `${name}${mark}: ${showTypeExpr(type)}${nullable ? ' | null' : ''}`;
  });
  return `(${shown.join(', ')})`;
}
