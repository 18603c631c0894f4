/** Finds every type expression of an event spec and parses it, short form or object form. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic, Place, Result } from '../../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../../../diagnostics/document.ts';
import type { Argument, Declared, EventSpecFile, Field, Type } from '../../ir/schema/event-spec.gen.ts';
import type { TypeSyntax } from '../../ir/spec-source.ts';
import { maxTypeDepth, parseTypeText } from './type-text.ts';

/** @returns Every type of the file by its pointer. */
export function readTypes(
  document: SourceDocument & { readonly value: EventSpecFile },
): Result<ReadonlyMap<string, TypeSyntax>> {
  const types = new Map<string, TypeSyntax>();
  const reader = new TypeReader(document);
  for (const [pointer, type] of typesOf(document.value)) types.set(pointer, reader.read(type, pointer, 0));
  return { value: types, diagnostics: reader.diagnostics };
}

type Placed = readonly [pointer: string, type: Type];

/** RFC 6901: `~` and `/` inside a key. */
const step = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function* typesOf(spec: EventSpecFile): Generator<Placed> {
  for (const [name, type] of Object.entries(spec.types ?? {})) {
    const at = `/types/${step(name)}`;
    if (type.kind === 'alias') yield [`${at}/type`, type.type];
    if (!('fields' in type)) continue;
    for (const [field, value] of Object.entries(type.fields)) yield* typesOfField(value, `${at}/fields/${step(field)}`);
  }
  for (const [name, callback] of Object.entries(spec.callbacks ?? {})) {
    yield* typesOfArguments(callback.arguments, `/callbacks/${step(name)}/arguments`);
  }
  for (const [name, event] of Object.entries(spec.events)) {
    const at = `/events/${step(name)}`;
    yield* typesOfArguments(event.arguments, `${at}/arguments`);
    yield* typesOfArguments(event.declared, `${at}/declared`);
    yield* typesOfArguments(event.observed?.arguments, `${at}/observed/arguments`);
  }
}

function* typesOfField(field: Field, at: string): Generator<Placed> {
  if (typeof field === 'string') return yield [at, field];
  yield [`${at}/type`, field.type];
  if (field.declared !== undefined) yield typeOfDeclared(field.declared, `${at}/declared`);
  if (field.observed !== undefined) yield [`${at}/observed/type`, field.observed.type];
}

function typeOfDeclared(declared: Declared, at: string): Placed {
  if (typeof declared === 'string') return [at, declared];
  return declared.as === undefined ? [`${at}/type`, declared.type] : [`${at}/as`, declared.as];
}

function* typesOfArguments(args: Readonly<Record<string, Argument>> | undefined, at: string): Generator<Placed> {
  for (const [name, argument] of Object.entries(args ?? {})) {
    const pointer = `${at}/${step(name)}`;
    yield typeof argument === 'string' ? [pointer, argument] : [`${pointer}/type`, argument.type];
  }
}

class TypeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: SourceDocument;
  readonly #lines: readonly string[];

  constructor(document: SourceDocument) {
    this.#document = document;
    this.#lines = document.text.split('\n');
  }

  read(type: Type, pointer: string, depth: number): TypeSyntax {
    const origin = this.#document.placeOf(pointer);
    if (depth > maxTypeDepth) {
      const problem = `it nests deeper than ${maxTypeDepth} levels`;
      this.diagnostics.push(diagnose('WM3020', origin, { type: '…', problem }));
      return { kind: 'json', origin };
    }
    if (typeof type === 'string') return this.#short(type, origin);
    const inner = (of: Type, path: string): TypeSyntax => this.read(of, `${pointer}/${path}`, depth + 1);
    if ('literal' in type) return { kind: 'literal', value: type.literal, origin };
    if ('prefix' in type) return { kind: 'prefix', value: type.prefix, origin };
    if ('list' in type) return { kind: 'list', of: inner(type.list, 'list'), origin };
    if ('map' in type) return { kind: 'map', key: type.map.key, value: inner(type.map.value, 'map/value'), origin };
    if ('union' in type) return { kind: 'union', of: type.union.map((of, i) => inner(of, `union/${i}`)), origin };
    if ('enum' in type) return { kind: 'name', name: type.enum, width: type.width, origin };
    return type satisfies never;
  }

  #short(text: string, whole: Place): TypeSyntax {
    // Inside a scalar that is written as it reads, the text of the type starts at a known column.
    const from = whole.column - 1;
    const written = this.#lines[whole.line - 1]?.slice(from, from + whole.length);
    const start = written?.indexOf(text) ?? -1;
    const place = (offset: number, length: number): Place =>
      start < 0 ? whole : { ...whole, column: whole.column + start + offset, length };
    const parsed = parseTypeText(text, place);
    if (parsed.ok) return parsed.syntax;
    const { problem, offset, length } = parsed.fault;
    this.diagnostics.push(diagnose('WM3020', place(offset, length), { type: text, problem }));
    return { kind: 'json', origin: whole };
  }
}
