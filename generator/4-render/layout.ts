/** Prints expressions and types: on one line where it fits, otherwise broken as a formatter would. */
import type { Code, Expression, TypeCode, TypeMember } from '../ir/view/code.ts';
import type { Room } from './marks.ts';

/** Widest line of generated code, in characters; the same as in our own sources. */
const maxWidth = 120;

export interface Layout extends Room {
  /** Sees each name of the runtime library that is printed. */
  readonly use: (name: string) => void;
  /** Types are printed too: the code stands in a `.ts` file. */
  readonly typed: boolean;
}

/** The code as text. */
export function layout(code: Code, at: Layout): string {
  const line = flat(code, at);
  return at.column + line.length + at.tail <= maxWidth ? line : broken(code, at);
}

type Printing = Pick<Layout, 'use' | 'typed'>;

function flat(code: Code, at: Printing): string {
  const all = (codes: readonly Code[]): string[] => codes.map((one) => flat(one, at));
  switch (code.kind) {
    case 'atom':
      return code.text;
    case 'runtime':
      at.use(code.name);
      return 'args' in code && code.args.length > 0 ? `${code.name}<${all(code.args).join(', ')}>` : code.name;
    case 'member':
      return code.object + code.access;
    case 'call':
      return `${callee(code, at)}(${all(code.args).join(', ')})`;
    case 'arrow':
      return `${head(code)}${arrowBody(code.body, flat(code.body, at))}`;
    case 'array':
      return `[${all(code.items).join(', ')}]`;
    case 'infix':
      return infix(code, all(code.operands).join(` ${code.operator} `));
    case 'list':
      return listOf(code.of, flat(code.of, at));
    case 'map':
      return `{ [key: string]: ${flat(code.value, at)} }`;
    case 'union':
      return all(code.of).join(' | ');
    case 'tuple':
      return `[${code.members.map((member) => `${label(member)}${flat(member.type, at)}`).join(', ')}]`;
    case 'object': {
      const parts =
        'entries' in code
          ? code.entries.map(({ key, value }) => entry(key, flat(value, at)))
          : code.members.map((member) => `${label(member)}${flat(member.type, at)}`);
      return parts.length === 0 ? '{}' : `{ ${parts.join('entries' in code ? ', ' : '; ')} }`;
    }
    default:
      return code satisfies never;
  }
}

function broken(code: Code, at: Layout): string {
  const inner = at.indent + 2;
  const lines = (codes: readonly Code[], lead: (index: number) => string, end: string): string[] =>
    codes.map((one, index) => {
      const start = lead(index);
      return `${start}${layout(one, { ...at, indent: inner, column: inner + start.length, tail: end.length })}${end}`;
    });
  const block = (open: string, rows: readonly string[], close: string): string =>
    [open, ...rows.map((row) => ' '.repeat(inner) + row), ' '.repeat(at.indent) + close].join('\n');
  switch (code.kind) {
    case 'call': {
      const callee = flat(code.callee, at);
      const last = hugged(code, callee, at);
      return (
        last ??
        block(
          `${callee}(`,
          lines(code.args, () => '', ','),
          ')',
        )
      );
    }
    case 'arrow': {
      const start = head(code);
      const body = layout(code.body, { ...at, column: at.column + start.length });
      return start + arrowBody(code.body, body);
    }
    case 'array':
      return block(
        '[',
        lines(code.items, () => '', ','),
        ']',
      );
    case 'object':
      return 'entries' in code
        ? block(
            '{',
            lines(
              code.entries.map(({ value }) => value),
              (i) => `${code.entries[i]!.key}: `,
              ',',
            ),
            '}',
          )
        : block(
            '{',
            lines(
              code.members.map(({ type }) => type),
              (i) => label(code.members[i]!),
              ';',
            ),
            '}',
          );
    case 'tuple':
      return block(
        '[',
        lines(
          code.members.map(({ type }) => type),
          (i) => label(code.members[i]!),
          ',',
        ),
        ']',
      );
    case 'infix': {
      const rows = lines(code.operands, () => '', '');
      return code.operator === '||'
        ? block(
            '(',
            rows.map((row, i) => (i < rows.length - 1 ? `${row} ||` : row)),
            ')',
          )
        : rows.join(` ${code.operator}\n${' '.repeat(inner)}`);
    }
    case 'union':
      return `\n${lines(code.of, () => '| ', '')
        .map((row) => ' '.repeat(inner) + row)
        .join('\n')}`;
    case 'list':
      return listOf(code.of, layout(code.of, at));
    case 'map': {
      const start = '{ [key: string]: ';
      return `${start}${layout(code.value, { ...at, column: at.column + start.length, tail: at.tail + 2 })} }`;
    }
    case 'atom':
    case 'member':
    case 'runtime':
      return flat(code, at);
    default:
      return code satisfies never;
  }
}

type Call = Extract<Expression, { kind: 'call' }>;

function callee(call: Call, at: Printing): string {
  const types = at.typed && call.types.length > 0 ? `<${call.types.map((type) => flat(type, at)).join(', ')}>` : '';
  return flat(call.callee, at) + types;
}

/** A call whose last argument alone is broken: `f(a, (b) => [` ... `])`. Undefined when the others do not fit either. */
function hugged(call: Call, name: string, at: Layout): string | undefined {
  const last = call.args.at(-1);
  if (last === undefined || !['arrow', 'object', 'array'].includes(last.kind)) return undefined;
  const first = call.args.slice(0, -1).map((arg) => `${flat(arg, at)}, `);
  const start = `${name}(${first.join('')}`;
  const text = layout(last, { ...at, column: at.column + start.length, tail: at.tail + 1 });
  const opening = at.column + start.length + text.split('\n')[0]!.length;
  return opening <= maxWidth ? `${start}${text})` : undefined;
}

function head({ parameters }: Extract<Expression, { kind: 'arrow' }>): string {
  return `(${parameters.join(', ')}) => `;
}

/** An object literal as an arrow function's body stands in brackets. */
function arrowBody(body: Expression, text: string): string {
  return body.kind === 'object' ? `(${text})` : text;
}

function entry(key: string, value: string): string {
  return key === value ? key : `${key}: ${value}`;
}

function infix({ operator }: Extract<Expression, { kind: 'infix' }>, text: string): string {
  return operator === '||' ? `(${text})` : text;
}

function listOf(item: TypeCode, text: string): string {
  return item.kind === 'union' && item.of.length > 1 ? `(${text})[]` : `${text}[]`;
}

function label({ key, optional }: TypeMember): string {
  return `${key}${optional ? '?' : ''}: `;
}
