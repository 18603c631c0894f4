/** Prints what validators look through in loops: members of objects and the constraints on them, as literals of JavaScript. */
import type { Constraint, MemberCalls, SchemaObject } from '../schema/json-schema.ts';

/** A string as JavaScript: JSON, with the two characters that only JSON takes for granted. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

const list = (texts: readonly string[]): string => `[${texts.join(', ')}]`;

/** One row of a table per member. */
export function memberRows({ calls, others }: Pick<MemberCalls, 'calls' | 'others'>): readonly string[] {
  return [
    ...calls.map(({ name, call, orNull, elementsOf }) =>
      list([quoted(name), list([call, String(orNull), ...(elementsOf === undefined ? [] : [quoted(elementsOf)])])]),
    ),
    ...others.map((name) => list([quoted(name), 'null'])),
  ];
}

/** One row per constraint: its keyword, the members, and of `oneOf` those that count when they are null. */
export function constraintRows(constraints: readonly Constraint[]): readonly string[] {
  return constraints.map((one) =>
    list([
      quoted(one.keyword),
      list(one.names.map(quoted)),
      ...(one.keyword === 'oneOf' && one.nullCounts.length > 0 ? [list(one.nullCounts.map(quoted))] : []),
    ]),
  );
}

/**
 * The validator of an object that tables say all of; undefined when the schema says more.
 * @param name - Of the function; free is also this name with `Table` behind it.
 */
export function tableValidator(name: string, schema: SchemaObject): string | undefined {
  const { type, memberCalls, constraints = [], ...rest } = schema;
  if (type !== 'object' || memberCalls === undefined || Object.keys(rest).length > 0) return undefined;
  if (memberCalls.others.length > 0) return undefined;
  const rows = (texts: readonly string[]): string =>
    texts.length === 0 ? '[]' : `[\n${texts.map((text) => `    ${text},\n`).join('')}  ]`;
  return `const ${name}Table = {
  constraints: ${rows(constraintRows(constraints))},
  members: new Map(${rows(memberRows(memberCalls))}),
  closed: ${memberCalls.closed},
};

function ${name}(data, instancePath = '') {
  ${name}.errors = object(data, instancePath, ${name}Table);
  return ${name}.errors === null;
}`;
}
