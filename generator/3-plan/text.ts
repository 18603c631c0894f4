/** Encodes text from a spec for the place where it is printed. The only place where a `Literal` or a `Comment` is made. */
import type { Comment, Identifier, Literal } from '../ir/package-plan.ts';
import type { Origin } from '../ir/origin.ts';

/** A JavaScript literal for a plain value. Strings are safe in scripts, templates and HTML. */
export function literal(value: string | number | bigint | boolean | null | undefined): Literal {
  if (typeof value === 'string') return quote(value) as Literal;
  if (typeof value === 'bigint') return `${value}n` as Literal;
  return (Object.is(value, -0) ? '-0' : String(value)) as Literal;
}

/** An object key: bare where it is an ordinary identifier name, quoted otherwise. `__proto__` is computed. */
export function propertyKey(name: string): Identifier | Literal {
  if (name === '__proto__') return `['__proto__']` as Literal;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? (name as Identifier) : literal(name);
}

/** How a property is read: `.name` or `['name']`. */
export function propertyAccess(name: string): Literal {
  return (/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${quote(name)}]`) as Literal;
}

/** Doc comment lines: trimmed, terminators and TypeScript directives neutralised, blank ends dropped. */
export function comment(text: string): Comment {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // Control characters have no place in a comment; the renderer's own marks are among them.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('*/', '*\u2060/')
    // An @ at the start of a line would become a tag; a zero-width joiner keeps it readable and inert.
    .replace(/^(\s*)@/gm, '$1\u2060@')
    .split('\n')
    .map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift();
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
  return lines as unknown as Comment;
}

/** A line of a doc comment that starts with a tag. */
export function tag(name: 'param', text: string): Comment {
  return [`@${name} ${comment(text.replace(/\s+/g, ' ')).join(' ')}`] as unknown as Comment;
}

/** The source position as doc comments print it. */
export function place(origin: Origin): string {
  return `${commentLine(origin.file)}:${origin.line}`;
}

/** A path or a name within any kind of comment: on one line, and nothing in it ends the comment or marks a place. */
export function commentLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  const printable = text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f]/g, '');
  return printable.replaceAll('*/', '*\u2060/');
}

function quote(text: string): string {
  const body = text.replace(
    // Quotes, backslashes, controls, line separators, lone surrogates, and `<` so that no literal can close a script.
    // eslint-disable-next-line no-control-regex
    /['\\\u0000-\u001f\u007f\u2028\u2029<]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (c) =>
      c === "'" || c === '\\' ? `\\${c}` : c === '\n' ? '\\n' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${body}'`;
}

/** A template literal type: any string that starts with `prefix`. */
export function template(prefix: string): Literal {
  const body = quote(prefix).slice(1, -1).replaceAll("\\'", "'").replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `\`${body}\${string}\`` as Literal;
}
