/** Doc comments of what an event spec declares: description, values with a meaning of their own, unit, default, places. */
import type { DocumentOrigin, Origin } from '../../ir/origin.ts';
import type { Comment, DeclaredView } from '../../ir/printable.ts';
import type { SpecArgument, SpecField } from '../../ir/event-spec.ts';
import { comment, literal, place, tag } from '../text.ts';

interface Declaration {
  readonly description: string;
  readonly deprecated: boolean;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

/** @param lines - Further lines, below the description. */
export function declared(node: Declaration, lines: readonly string[] = []): DeclaredView {
  const { description, deprecated, source, origin } = node;
  return {
    doc: comment([description, ...lines].filter((line) => line !== '').join('\n')),
    deprecated,
    origin,
    place: source === undefined ? place(origin) : `${place(origin)} (${documentPlace(source)})`,
  };
}

/** Lines below a field's description: its unit, and what single values mean. */
export function fieldLines({ unit, values }: Pick<SpecField, 'unit' | 'values'>): readonly string[] {
  return [
    ...(unit === undefined ? [] : [`Unit: ${units[unit] ?? unit}.`]),
    ...values.map(({ value, description }) => `- \`${literal(value)}\`: ${description}`),
  ];
}

/** Tags of a field's doc comment. */
export function fieldTags(field: SpecField): Comment {
  return field.default === undefined ? [] : comment(`Default: \`${literal(field.default)}\`.`);
}

/** Units that specs abbreviate. */
const units: Readonly<Record<string, string>> = {
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
};

/** A `@param` tag for each argument that is described. */
export function argumentTags(args: readonly SpecArgument[]): Comment {
  const described = args.filter(({ description }) => description !== '');
  return described.flatMap(({ name, description }) => tag('param', `${name} - ${description}`));
}

function documentPlace({ document, line }: DocumentOrigin): string {
  return comment(`${document}:${line}`).join(' ');
}
