/** Gathers what the names of event specs and protos mean, and reports names that mean two things. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { ProtoFile } from '../../ir/protocol.ts';
import type { SpecSource } from '../../ir/spec-source.ts';
import { below } from './context.ts';
import type { Named, NameTable } from './context.ts';

/**
 * The names that one spec sees: its own bare, those of other specs as `spec.Name`, protos by full name.
 * @param own - Undefined names and suggestions are looked up from here.
 */
export function namesFor(
  own: SpecSource,
  { specs, protos }: { readonly specs: ReadonlyMap<string, OwnNames>; readonly protos: ReadonlyMap<string, Named> },
): NameTable {
  const mine = specs.get(own.file.name)?.names ?? new Map<string, Named>();
  const find = (name: string): Named | undefined => {
    const found = mine.get(name) ?? protos.get(name);
    if (found !== undefined) return found;
    const [spec, ...rest] = name.split('.');
    return rest.length === 1 ? specs.get(spec!)?.names.get(rest[0]!) : undefined;
  };
  return { find, known: [...mine.keys(), ...protos.keys()] };
}

export interface OwnNames {
  readonly source: SpecSource;
  readonly names: ReadonlyMap<string, Named>;
}

/** The names of every spec by its own name; the first of two specs of one name counts. */
export function gatherSpecNames(
  sources: readonly SpecSource[],
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, OwnNames> {
  const specs = new Map<string, OwnNames>();
  for (const source of sources) {
    const { name } = source.file;
    const first = specs.get(name);
    if (first === undefined) specs.set(name, { source, names: ownNames(source, report) });
    else {
      const related = [{ message: 'first given here', place: first.source.placeOf('/name') }];
      report(diagnose('WM3103', source.placeOf('/name'), { name, related }));
    }
  }
  return specs;
}

function ownNames(source: SpecSource, report: (diagnostic: Diagnostic) => void): ReadonlyMap<string, Named> {
  const { name: spec, enums = {}, types = {}, callbacks = {} } = source.file;
  const names = new Map<string, Named>();
  const add = (name: string, pointer: string, named: (origin: Named['origin']) => Named): void => {
    const origin = source.placeOf(pointer, 'key');
    const first = names.get(name);
    if (first === undefined) names.set(name, named(origin));
    else report(diagnose('WM3103', origin, { name, related: [{ message: 'first given here', place: first.origin }] }));
  };
  for (const [name, { values }] of Object.entries(enums)) {
    const expr: TypeExpr = { kind: 'spec-enum', spec, name, width: values === 'string' ? 'string' : 'unknown' };
    add(name, below('/enums', name), (origin) => ({ kind: 'enum', expr, numeric: values === 'integer', origin }));
  }
  for (const name of Object.keys(types)) {
    add(name, below('/types', name), (origin) => ({ kind: 'type', expr: { kind: 'type', spec, name }, origin }));
  }
  for (const name of Object.keys(callbacks)) {
    add(name, below('/callbacks', name), (origin) => ({
      kind: 'callback',
      expr: { kind: 'type', spec, name },
      origin,
    }));
  }
  return names;
}

export function gatherProtoNames(files: readonly ProtoFile[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const { messages, enums } of files) {
    for (const { fullName, origin } of messages)
      names.set(fullName, { kind: 'type', expr: { kind: 'message', fullName }, origin });
    for (const { fullName, origin } of enums) {
      // ProtoJSON writes the name of an enum value: no width is to be chosen.
      names.set(fullName, { kind: 'enum', expr: { kind: 'enum', fullName }, numeric: false, origin });
    }
  }
  return names;
}
