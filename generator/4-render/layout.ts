/** Prints expressions, statements and types: on one line where it fits, otherwise broken as a formatter would. */
import type { Code, Expression, Statement, TypeCode, TypeMember } from '../ir/view/code.ts';
import type { Room } from './marks.ts';

/** Widest line of generated code, in characters; the same as in our own sources. */
export const maxWidth = 120;

export interface Layout extends Room {
  /** Sees each name of the runtime library that is printed. */
  readonly use: (name: string) => void;
  /** Types are printed too: the code stands in a `.ts` file. */
  readonly typed: boolean;
}

/** The code as text. */
export function layout(code: Code, at: Layout): string {
  const line = flat(code, at);
  return fits(line, at) ? line : broken(code, at);
}

function fits(line: string, at: Room): boolean {
  return at.column + line.length + at.tail <= maxWidth;
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
      return `${head(code)} ${arrowBody(code.body, flat(code.body, at))}`;
    case 'array':
      return `[${all(code.items).join(', ')}]`;
    case 'infix':
      return all(code.operands)
        .map((text, index) => bracketed(code.operands[index]!, text, code))
        .join(` ${code.operator} `);
    case 'as':
      return flat(code.value, at) + (at.typed ? ` as ${flat(code.type, at)}` : '');
    case 'statement':
      return `${code.condition === undefined ? '' : `if (${flat(code.condition, at)}) `}${flat(code.body, at)};`;
    case 'list':
      return listOf(code.of, flat(code.of, at));
    case 'map':
      return `{ [key: string]: ${flat(code.value, at)} }`;
    case 'union':
      return all(code.of).join(' | ');
    case 'tuple':
      return `[${code.members.map((member) => `${label(member)}${flat(member.type, at)}`).join(', ')}]`;
    case 'function':
      return `(${code.members.map((member) => `${label(member)}${flat(member.type, at)}`).join(', ')}) => void`;
    case 'object':
      return code.entries.length === 0
        ? '{}'
        : `{ ${code.entries.map(({ key, value }) => entry(key, flat(value, at))).join(', ')} }`;
    case 'members':
      return code.members.length === 0
        ? '{}'
        : `{ ${code.members.map((member) => `${label(member)}${flat(member.type, at)}`).join('; ')} }`;
    default:
      return code satisfies never;
  }
}

function broken(code: Code, at: Layout): string {
  switch (code.kind) {
    case 'call':
      return hugged(code, at) ?? block([`${callee(code, at)}(`, ')'], rows(code.args, at, { end: ',' }), at);
    case 'arrow': {
      const start = `${head(code)} `;
      return start + arrowBody(code.body, layout(code.body, { ...at, column: at.column + start.length }));
    }
    case 'array':
      return block(['[', ']'], rows(code.items, at, { end: ',' }), at);
    case 'object': {
      const values = code.entries.map(({ value }) => value);
      return block(['{', '}'], rows(values, at, { lead: (i) => `${code.entries[i]!.key}: `, end: ',' }), at);
    }
    case 'members':
    case 'tuple':
    case 'function': {
      const [open, close, end] = brackets[code.kind];
      const types = code.members.map(({ type }) => type);
      return block([open, close], rows(types, at, { lead: (i) => label(code.members[i]!), end }), at);
    }
    case 'infix':
      return brokenInfix(code, at);
    case 'statement':
      return brokenStatement(code, at);
    case 'union':
      return `\n${indented(rows(code.of, at, { lead: () => '| ', end: '' }), at)}`;
    case 'list':
      return listOf(code.of, layout(code.of, at));
    case 'map': {
      const start = '{ [key: string]: ';
      return `${start}${layout(code.value, { ...at, column: at.column + start.length, tail: at.tail + 2 })} }`;
    }
    case 'as':
    case 'atom':
    case 'member':
    case 'runtime':
      return flat(code, at);
    default:
      return code satisfies never;
  }
}

/** What stands around the members of a type, and behind each. */
const brackets = {
  members: ['{', '}', ';'],
  tuple: ['[', ']', ','],
  function: ['(', ') => void', ','],
} as const;

/** Each code on a line of its own, two columns further in. */
function rows(
  codes: readonly Code[],
  at: Layout,
  { lead = () => '', end }: { readonly lead?: (index: number) => string; readonly end: string },
): string[] {
  const indent = at.indent + 2;
  return codes.map((code, index) => {
    const start = lead(index);
    return start + layout(code, { ...at, indent, column: indent + start.length, tail: end.length }) + end;
  });
}

function indented(lines: readonly string[], at: Layout): string {
  return lines.map((line) => ' '.repeat(at.indent + 2) + line).join('\n');
}

function block([open, close]: readonly [string, string], lines: readonly string[], at: Layout): string {
  return `${open}\n${indented(lines, at)}\n${' '.repeat(at.indent)}${close}`;
}

type Call = Extract<Expression, { kind: 'call' }>;

function callee(call: Call, at: Printing): string {
  const types = at.typed && call.types.length > 0 ? `<${call.types.map((type) => flat(type, at)).join(', ')}>` : '';
  return flat(call.callee, at) + types;
}

/** A call whose last argument alone is broken: `f(a, (b) =>`. Undefined when that does not help. */
function hugged(call: Call, at: Layout): string | undefined {
  const last = call.args.at(-1);
  if (last === undefined || !['arrow', 'object', 'array'].includes(last.kind)) return undefined;
  const first = call.args.slice(0, -1).map((arg) => `${flat(arg, at)}, `);
  const start = `${callee(call, at)}(${first.join('')}`;
  const column = at.column + start.length;
  if (last.kind === 'arrow' && last.body.kind !== 'object' && last.body.kind !== 'array') {
    if (!fits(head(last), { ...at, column, tail: 0 })) return undefined;
    return block([`${start}${head(last)}`, ')'], rows([last.body], at, { end: ',' }), at);
  }
  const text = layout(last, { ...at, column, tail: at.tail + 1 });
  return fits(text.split('\n')[0]!, { ...at, column, tail: 0 }) ? `${start}${text})` : undefined;
}

type Infix = Extract<Expression, { kind: 'infix' }>;

/** Alternatives and conditions one below the other in brackets; otherwise the last operand is broken. */
function brokenInfix(code: Infix, at: Layout): string {
  if (code.operator === '&&' || code.operator === '||') {
    const lines = rows(code.operands, at, { end: '' }).map((text, index) =>
      bracketed(code.operands[index]!, text, code),
    );
    const last = lines.length - 1;
    const joined = lines.map((line, index) => (index < last ? `${line} ${code.operator}` : line));
    return block(['(', ')'], joined, at);
  }
  const first = code.operands.slice(0, -1).map((operand) => `${flat(operand, at)} ${code.operator} `);
  const start = first.join('');
  return start + layout(code.operands.at(-1)!, { ...at, column: at.column + start.length });
}

function brokenStatement({ condition, body }: Statement, at: Layout): string {
  if (condition === undefined) return `${layout(body, { ...at, tail: at.tail + 1 })};`;
  return block([`if (${flat(condition, at)}) {`, '}'], rows([body], at, { end: ';' }), at);
}

/** An operand of another operator stands in brackets where that is needed, or where it helps the eye. */
function bracketed(operand: Expression, text: string, { operator }: Infix): string {
  return operand.kind === 'infix' && operand.operator === '||' && operator !== '||' && !text.startsWith('(\n')
    ? `(${text})`
    : text;
}

function head({ parameters }: Extract<Expression, { kind: 'arrow' }>): string {
  return `(${parameters.join(', ')}) =>`;
}

/** An object literal as an arrow function's body stands in brackets. */
function arrowBody(body: Expression, text: string): string {
  return body.kind === 'object' ? `(${text})` : text;
}

function entry(key: string, value: string): string {
  return key === value ? key : `${key}: ${value}`;
}

function listOf(item: TypeCode, text: string): string {
  return item.kind === 'union' && item.of.length > 1 ? `(${text})[]` : `${text}[]`;
}

function label({ key, optional }: TypeMember): string {
  return `${key}${optional ? '?' : ''}: `;
}
