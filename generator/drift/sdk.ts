/** Reads the declarations of a published SDK, a folder or single files, as plain enums, objects and events with places. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { isFolder } from '../../diagnostics/find-package.ts';
import { readDeclarations, type ReadDeclarations } from '../import/declarations/read-declarations.ts';
import { importSource } from '../import/source.ts';
import type { DeclaredPlace } from '../ir/schema/drift.gen.ts';

export interface SdkMember {
  readonly name: string;
  /** Value of an enum's member; type text of a field; `''` for an event. */
  readonly value: number | string;
  /** Of a field: whether it may be left out; undefined where its type takes anything. */
  readonly isOptional?: boolean;
  readonly place: DeclaredPlace;
}

export interface SdkType {
  readonly kind: 'enum' | 'object';
  readonly name: string;
  readonly members: readonly SdkMember[];
  readonly place: DeclaredPlace;
}

export interface SdkEvent {
  readonly name: string;
  /** Type texts of the arguments; undefined where only the name is declared. */
  readonly args: readonly string[] | undefined;
  readonly place: DeclaredPlace;
}

export interface Sdk {
  readonly name: string;
  readonly version: string;
  readonly files: number;
  readonly unread: number;
  /** In the order of files and lines. */
  readonly types: readonly SdkType[];
  readonly events: readonly SdkEvent[];
  /** Other type aliases, by name: their type texts. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Files of declarations that are read of one folder, and the largest in bytes: beyond any SDK that people write. */
const maxFiles = 5000;
const maxFileBytes = 8 * 1024 * 1024;

/** Each folder is an SDK; files named one by one make one together, which goes by the name of the first. */
export async function readSdks(paths: readonly string[], cwd: string): Promise<Result<readonly Sdk[]>> {
  const diagnostics: Diagnostic[] = [];
  const sdks: Sdk[] = [];
  const single: string[] = [];
  for (const each of paths) {
    const folder = path.resolve(cwd, each);
    if (!(await isFolder(folder))) {
      single.push(each);
      continue;
    }
    const files = (await declarationsIn(folder)).map((file) => ({ shown: file, file: path.join(folder, file) }));
    const named = await nameOf(folder);
    sdks.push(await readSdk({ ...named, given: each, files: files.slice(0, maxFiles) }, diagnostics));
    if (files.length > maxFiles) {
      const problem = `it has ${files.length} files, and ${maxFiles} are read`;
      diagnostics.push(diagnose('WM9004', undefined, { path: each, problem }));
    }
  }
  if (single[0] !== undefined) {
    const files = single.map((each) => ({ shown: each.replaceAll('\\', '/'), file: path.resolve(cwd, each) }));
    const name = path.basename(single[0]).replace(/(\.d)?\.[cm]?ts$/, '');
    sdks.push(await readSdk({ name, version: '', given: single[0], files }, diagnostics));
  }
  return { value: sdks, diagnostics };
}

/** Declarations, and sources only where there are none; packages inside the package are other people's. */
async function declarationsIn(folder: string): Promise<string[]> {
  const find = (pattern: string): Promise<string[]> =>
    glob(pattern, { cwd: folder, ignore: ['**/node_modules/**'], followSymbolicLinks: false });
  const declared = await find('**/*.d.{ts,mts,cts}');
  const found = declared.length > 0 ? declared : await find('**/*.{ts,mts,cts}');
  return found.sort();
}

async function nameOf(folder: string): Promise<{ readonly name: string; readonly version: string }> {
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  try {
    const read = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    > | null;
    return { name: textOf(read?.['name']) || path.basename(folder), version: textOf(read?.['version']) };
  } catch {
    return { name: path.basename(folder), version: '' };
  }
}

async function readSdk(
  request: {
    readonly name: string;
    readonly version: string;
    readonly given: string;
    readonly files: readonly { readonly shown: string; readonly file: string }[];
  },
  diagnostics: Diagnostic[],
): Promise<Sdk> {
  const { name, version } = request;
  const parts: Sdk[] = [];
  for (const { shown, file } of request.files) {
    const text = await readDeclared(file, shown, diagnostics);
    if (text === undefined) continue;
    const read = await guarded(shown, text, diagnostics);
    if (read !== undefined) parts.push(asSdk(shown, read));
    diagnostics.push(...(read?.diagnostics ?? []).filter(({ code }) => code === 'WM8301'));
  }
  const types = parts.flatMap((part) => part.types);
  const events = parts.flatMap((part) => part.events);
  if (types.length + events.length === 0 && !diagnostics.some(({ severity }) => severity === 'error')) {
    diagnostics.push(diagnose('WM9001', undefined, { path: request.given }));
  }
  return {
    name,
    version,
    files: parts.length,
    unread: parts.reduce((sum, part) => sum + part.unread, 0),
    types,
    events,
    aliases: new Map(parts.flatMap((part) => [...part.aliases])),
  };
}

async function readDeclared(file: string, shown: string, diagnostics: Diagnostic[]): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= maxFileBytes) return await readFile(file, 'utf8');
    const problem = `it has ${size} bytes, and at most ${maxFileBytes} are read`;
    diagnostics.push(diagnose('WM9004', undefined, { path: shown, problem }));
  } catch {
    diagnostics.push(diagnose('WM5001', undefined, { path: shown }));
  }
  return undefined;
}

/** Nesting without end overflows the stack of the parser. */
async function guarded(file: string, text: string, diagnostics: Diagnostic[]): Promise<ReadDeclarations | undefined> {
  try {
    return await readDeclarations(importSource(file, text));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    diagnostics.push(diagnose('WM9004', undefined, { path: file, problem: 'something in it nests too deeply' }));
    return undefined;
  }
}

function asSdk(file: string, { doclets, enums, diagnostics }: ReadDeclarations): Sdk {
  const at = (line: number): DeclaredPlace => ({ file, line });
  const types: SdkType[] = enums.map((each) => ({
    kind: 'enum',
    name: each.name,
    members: each.members.map(({ name, value, line }) => ({ name, value, place: at(line) })),
    place: at(each.line),
  }));
  const events: SdkEvent[] = [];
  const aliases = new Map<string, string>();
  for (const doclet of doclets) {
    // Rows with a dot tell of what lies inside another row, whose type says enough here.
    const rows = doclet.rows.filter((row) => !row.name.includes('.'));
    const place = at(doclet.line);
    if (doclet.kind === 'event') {
      events.push({ name: doclet.name, args: rows.map(({ type }) => type), place });
    } else if (doclet.kind === 'typedef' && doclet.type === 'object') {
      const members = rows.map(({ name, type, isOptional, line }) => ({
        name,
        value: type,
        ...(/^(?:any|unknown)$/.test(type) && !isOptional ? {} : { isOptional: isOptional || takesUndefined(type) }),
        place: at(line),
      }));
      types.push({ kind: 'object', name: doclet.name, members, place });
    } else if (doclet.kind === 'typedef') {
      const literals = literalsOf(doclet.type);
      if (literals === undefined) aliases.set(doclet.name, doclet.type);
      else
        types.push({
          kind: 'enum',
          name: doclet.name,
          members: literals.map(({ name, value }) => ({ name, value, place })),
          place,
        });
    } else aliases.set(doclet.name, 'Function');
  }
  const unread = diagnostics.filter(({ code }) => code === 'WM8302').length;
  return { name: '', version: '', files: 1, unread, types, events, aliases };
}

/** `string | undefined`. */
const takesUndefined = (type: string): boolean => type.split('|').some((part) => part.trim() === 'undefined');

/** The members of a union of nothing but literals: an enum by another spelling. */
function literalsOf(type: string): { readonly name: string; readonly value: number | string }[] | undefined {
  const parts = type.split('|').map((part) => part.trim());
  const found = parts.flatMap((part): { readonly name: string; readonly value: number | string }[] => {
    const quoted = /^(?:"([^"\\]*)"|'([^'\\]*)')$/.exec(part);
    if (quoted !== null) return [{ name: quoted[1] ?? quoted[2]!, value: quoted[1] ?? quoted[2]! }];
    return /^-?\d{1,15}$/.test(part) ? [{ name: part, value: Number(part) }] : [];
  });
  return found.length === parts.length ? found : undefined;
}
