/**
 * Reads .proto files and, transitively, what they import: every file once, in any order of the request the same result.
 * descriptor.proto is always among them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, inOrder, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import type { ImportDecl, ProtoSource } from '../../ir/proto-source.ts';
import type { ReadTrace } from '../../ir/source-set.ts';
import type { DescribedFile } from '../descriptor/read-set.ts';
import { check } from './check/check.ts';
import { importCycles } from './files/cycles.ts';
import { load, maxFileBytes, plain, type Loaded } from './files/load.ts';
import { Roots, type Located } from './files/roots.ts';
import { outline, type OutlineRequest } from './outline/outline.ts';

/**
 * @param request.cwd - Absolute. Diagnostics name files relative to it.
 * @param request.protos - Paths relative to `cwd`, or import paths below one of the roots.
 * @param request.roots - Searched in order; `cwd` and the bundled well-known types come last.
 * @returns all files that could be read, by path. The value is fit for linking even when there are errors: linking then
 * reports the faults of what could be read.
 */
export async function readProtos(request: {
  readonly cwd: string;
  readonly protos: readonly string[];
  readonly roots: readonly string[];
  readonly described?: readonly DescribedFile[];
}): Promise<Result<readonly ProtoSource[]> & { readonly trace: ReadTrace }> {
  const described = request.described ?? [];
  if (request.protos.length + described.length === 0)
    return { value: [], diagnostics: [], trace: { files: [], absent: [] } };
  const reading = new Reading(request.cwd, request.roots);
  reading.describe(described);
  await reading.request(request.protos);
  await reading.finish();
  const value = [...reading.sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const diagnostics = [...reading.diagnostics, ...value.flatMap((source) => check(source)), ...importCycles(value)];
  return { value, diagnostics: inOrder(diagnostics), trace: reading.trace };
}

class Reading {
  readonly sources = new Map<string, ProtoSource>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #roots: Roots;
  readonly #cwd: string;
  readonly #files = new Set<string>();
  /** Files on their way, by import path; undefined inside means that the file could not be read. */
  readonly #pending = new Map<string, Promise<ProtoSource | undefined>>();

  constructor(cwd: string, roots: readonly string[]) {
    this.#cwd = cwd;
    this.#roots = new Roots({ cwd, roots, bundled: path.join(packageRoot(), 'spec', 'well-known') });
  }

  /** Files whose text is at hand; they come before any that lies on disk. */
  describe(files: readonly DescribedFile[]): void {
    for (const { path, text, requested } of files) {
      // The well-known types are the same wherever they come from; sources read the bundled ones as well.
      if (path.startsWith('google/protobuf/') && this.#roots.isBundled(path)) continue;
      if (faultOfPath(path) !== undefined || this.#pending.has(path)) continue;
      this.#pending.set(path, this.#outline({ path, file: path, requested, text: plain(text) }, files));
    }
  }

  /** A set of file descriptors among what was asked for. */
  async #readSet(set: string): Promise<void> {
    const absolute = path.resolve(this.#cwd, set);
    this.#files.add(absolute);
    const bytes = await readFile(absolute).catch(() => undefined);
    if (bytes === undefined) {
      this.diagnostics.push(diagnose('WM5001', undefined, { path: set }));
      return;
    }
    const { readSet } = await import('../descriptor/read-set.ts');
    const files = await readSet(bytes);
    if (files === undefined) this.diagnostics.push(diagnose('WM1025', undefined, { path: set }));
    else this.describe(files);
  }

  /** Asked-for files first, so that one that is also imported counts as asked for. */
  async request(protos: readonly string[]): Promise<void> {
    const located = new Map<string, Located>();
    await Promise.all(protos.filter(isSet).map((set) => this.#readSet(set)));
    for (const proto of protos.filter((each) => !isSet(each))) {
      const found = await this.#locateRequested(proto);
      if (found === undefined) this.diagnostics.push(diagnose('WM5001', undefined, { path: proto }));
      else located.set(found.path, found);
    }
    for (const each of located.values()) this.#start(each, true);
    // Options are typed by its messages, whether or not anything imports it.
    const descriptor = await this.#roots.find('google/protobuf/descriptor.proto');
    if (descriptor !== undefined) this.#start(await this.#canonical(descriptor), false);
  }

  async #locateRequested(proto: string): Promise<Located | undefined> {
    const absolute = path.resolve(this.#cwd, proto);
    const loaded = await load(absolute);
    if (loaded.kind !== 'unreadable') return this.#roots.pathOf(absolute);
    return faultOfPath(proto) === undefined ? this.#roots.find(proto) : undefined;
  }

  #start(located: Located, requested: boolean): void {
    if (this.#pending.has(located.path)) return;
    this.#pending.set(located.path, this.#read(located, requested));
  }

  async #read(located: Located, requested: boolean): Promise<ProtoSource | undefined> {
    const loaded = await load(located.absolute);
    this.#files.add(located.absolute);
    const file = this.#roots.display(located);
    if (loaded.kind !== 'text') {
      this.diagnostics.push(faultOfFile(loaded, file));
      return undefined;
    }
    return this.#outline({ path: located.path, file, requested, text: loaded.text });
  }

  async #outline(request: OutlineRequest, beside: readonly DescribedFile[] = []): Promise<ProtoSource> {
    const { source, diagnostics } = outline(request);
    this.diagnostics.push(...diagnostics);
    const described = new Set(beside.map((each) => each.path).filter((each) => !this.#roots.isBundled(each)));
    const imports = await Promise.all(
      source.imports.map((each) => (described.has(each.path) ? { ...each, resolved: each.path } : this.#resolve(each))),
    );
    return { ...source, imports };
  }

  async #resolve(declared: ImportDecl): Promise<ImportDecl> {
    const problem = faultOfPath(declared.path);
    if (problem !== undefined) {
      this.diagnostics.push(diagnose('WM1021', declared.origin, { path: declared.path, problem }));
      return declared;
    }
    const found = await this.#roots.find(declared.path);
    if (found === undefined) {
      const known = await this.#roots.neighbours(declared.path);
      // Only the file's own name is compared: the folders alone make any two long paths look alike.
      const name = nearest(
        path.posix.basename(declared.path),
        known.map((each) => path.posix.basename(each)),
      );
      const near = known.find((each) => path.posix.basename(each) === name);
      const suggestion =
        near === undefined ? 'Add the folder that holds it as an import root (-I).' : `Did you mean "${near}"?`;
      const details = { path: declared.path, roots: this.#roots.tried, suggestion };
      this.diagnostics.push(diagnose('WM1020', declared.origin, details));
      return declared;
    }
    const located = await this.#canonical(found);
    this.#start(located, false);
    return { ...declared, resolved: located.path };
  }

  /** One file may be reachable by two paths; it is still one file. */
  async #canonical(found: Located): Promise<Located> {
    return found.root.bundled ? found : this.#roots.pathOf(found.absolute);
  }

  get trace(): ReadTrace {
    return { files: [...this.#files, ...this.#roots.consulted].sort(), absent: [...this.#roots.absent].sort() };
  }

  /** Waits until no file is on its way any more. */
  async finish(): Promise<void> {
    for (const [importPath, pending] of this.#pending) {
      const source = await pending;
      if (source !== undefined) this.sources.set(importPath, source);
    }
    for (const [importPath, source] of this.sources) {
      // An import that leads to an unreadable file leads nowhere.
      const imports = source.imports.map((each) =>
        each.resolved === undefined || this.sources.has(each.resolved) ? each : { ...each, resolved: undefined },
      );
      this.sources.set(importPath, { ...source, imports });
    }
  }
}

/** Endings of files that hold a FileDescriptorSet: buf's, protoc's and customary ones. */
const isSet = (file: string): boolean => /\.(binpb|pb|desc|protoset|fds)$/i.test(file);

/** Rule: descriptor.proto's virtual paths have no backslash, no empty part, no `.` and no `..`. */
function faultOfPath(importPath: string): string | undefined {
  if (importPath === '') return 'it is empty';
  if (importPath.includes('\\')) return 'it has a backslash';
  if (importPath.startsWith('/') || /^[A-Za-z]:/.test(importPath)) return 'it is absolute';
  if (importPath.includes('\0')) return 'it has a null character';
  const parts = importPath.split('/');
  if (parts.includes('..')) return 'it leads out of its import root by ".."';
  if (parts.includes('.') || parts.includes('')) return 'it has an empty or "." part';
  return undefined;
}

function faultOfFile(loaded: Exclude<Loaded, { kind: 'text' }>, file: string): Diagnostic {
  const place = { file, line: 1, column: 1, length: 0 };
  switch (loaded.kind) {
    case 'unreadable':
      return diagnose('WM5001', undefined, { path: file });
    case 'too-large':
      return diagnose('WM1022', place, { bytes: loaded.bytes, limit: maxFileBytes });
    case 'not-utf8':
      return diagnose('WM1023', place, {});
    default:
      return loaded satisfies never;
  }
}
