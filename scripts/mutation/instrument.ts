/** Takes the folder of a generated package, gives a copy of it in which each mutant can be switched on. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { numberSwitch, withOtherNumbers } from './numbers.ts';
import { scopesOf } from './scopes.ts';

/** A change of one place of the code. */
export interface Mutant {
  /** Its name in the switch, for this run alone. */
  readonly id: string;
  /** The same in every run while the code is the same: file, operator, what is there and what comes instead. */
  readonly name: string;
  readonly file: string;
  /** Name of the function or constant of the module that the place is in; `''` outside of any. */
  readonly scope: string;
  /** 1-based line. */
  readonly line: number;
}

/** Texts of messages and options of calls say little of the protocol; a chain that never meets undefined is as good as a plain one. */
const excludedMutations = ['StringLiteral', 'OptionalChaining', 'ObjectLiteral'];

const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  fatal() {},
};

/**
 * @param files - Files to mutate, relative to the folder.
 * @param target - Where the copy goes; what is there is replaced.
 */
export async function instrument(folder: string, files: readonly string[], target: string): Promise<readonly Mutant[]> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  await rm(target, { recursive: true, force: true });
  await cp(folder, target, { recursive: true });
  const mutants: Mutant[] = [];
  const taken = new Map<string, number>();
  for (const [i, file] of files.entries()) {
    const source = await readFile(path.join(folder, file), 'utf8');
    const add = (id: string, at: { readonly line: number; readonly scope: string }, change: string): void => {
      const base = `${file} ${at.scope}: ${change}`;
      const count = (taken.get(base) ?? 0) + 1;
      taken.set(base, count);
      mutants.push({ id, name: count === 1 ? base : `${base} (${count})`, file, ...at });
    };
    const numbered = withOtherNumbers(source, { prefix: `n${i}.`, module: moduleOf(file) });
    const scopes = scopesOf(numbered.code);
    const lines = numbered.code.split('\n');
    // The first line imports the switch.
    const shift = numbered.code === source ? 0 : 1;
    for (const { id, line, original, replacement } of numbered.mutants) {
      const text = plain(lines[line - 1 + shift] ?? '');
      add(id, { line, scope: scopes(line + shift) }, `${original} -> ${replacement} in ${shortened(text)}`);
    }
    const { files: switched, mutants: found } = await new Instrumenter(quiet).instrument(
      [{ name: file, content: numbered.code, mutate: true }],
      { plugins: null, excludedMutations: [...excludedMutations], ignorers: [] },
    );
    for (const { id, location, replacement, status } of found) {
      if (status === 'Ignored') continue;
      const line = location.start.line + 1;
      const change = `${shortened(plain(between(lines, location)))} -> ${shortened(plain(replacement))}`;
      add(`m${i}.${id}`, { line: line - shift, scope: scopes(line) }, change);
    }
    // Each file is instrumented by itself, so that names do not depend on the other files; ids must differ all the same.
    const content = switched[0]!.content.replaceAll(
      /(stryMutAct_9fa48|stryCov_9fa48)\(("[\d", ]+)\)/g,
      (_, name: string, ids: string) => `${name}(${ids.replaceAll(/"(\d+)"/g, `"m${i}.$1"`)})`,
    );
    await writeFile(path.join(target, file), content);
  }
  await writeFile(path.join(target, switchFile), numberSwitch);
  return mutants;
}

const switchFile = 'other-number.js';

const moduleOf = (file: string): string => `${'../'.repeat(file.split('/').length - 1)}${switchFile}`;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};

/** Code without the switches of numbers. */
const plain = (text: string): string => text.replaceAll(/otherNumber_\("[^"]*", ([^)]*)\)/g, '$1');

interface Range {
  /** 0-based lines, columns in UTF-16 units; the end is exclusive. */
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function between(lines: readonly string[], { start, end }: Range): string {
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.column, end.column);
  const first = (lines[start.line] ?? '').slice(start.column);
  const last = (lines[end.line] ?? '').slice(0, end.column);
  return [first, ...lines.slice(start.line + 1, end.line), last].join('\n');
}
