/** Writes the text of a documented default as a literal of the .proto language. */
import { scalars, type Scalar } from '../../ir/scalar.ts';

/** Bounds of a default's text; documents hold longer ones, specs do not need them. */
const maxDefault = 10_000;

/**
 * @param text - As documents give it, strings mostly without their quotes.
 * @param type - Name of a scalar; any other is taken for an enum.
 * @returns Undefined where the text cannot be a value of the type.
 */
export function defaultText(text: string, type: string): string | undefined {
  if (text.length > maxDefault) return undefined;
  const scalar = Object.hasOwn(scalars, type) ? scalars[type as Scalar] : undefined;
  if (scalar === undefined) return /^[A-Za-z_]\w*$/.test(text) ? text : undefined;
  switch (scalar.kind) {
    case 'bool':
      return text === 'true' || text === 'false' ? text : undefined;
    case 'int':
    case 'int64':
      return /^-?(\d+|0[xX][0-9a-fA-F]+)$/.test(text) ? text : undefined;
    case 'float':
      return /^-?(inf|nan|\d+(\.\d*)?([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?)$/.test(text) ? text : undefined;
    case 'string':
      return quoted(unquoted(text), false);
    case 'bytes':
      // Descriptors hold the default of bytes with its escapes (descriptor.proto, default_value).
      return quoted(unquoted(text), true);
    default:
      return scalar.kind satisfies never;
  }
}

const unquoted = (text: string): string => /^"(.*)"$/s.exec(text)?.[1] ?? text;

function quoted(text: string, isEscaped: boolean): string {
  const body = isEscaped
    ? text.replace(/(\\.)|"/gs, (_, escape?: string) => escape ?? '\\"')
    : text.replace(/[\\"]/g, '\\$&');
  // eslint-disable-next-line no-control-regex
  const safe = body.replace(/[\u0000-\u001f\u007f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${safe.replace(/(^|[^\\])((?:\\\\)*)\\$/, '$1$2')}"`;
}
