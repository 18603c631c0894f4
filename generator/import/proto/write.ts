/** Turns the declarations of proto documents into files: a .proto for each, and an overlay with all that it cannot hold. */
import type { Diagnostic, Result } from '../../../diagnostics/diagnostic.ts';
import type { Decision, OverlayFile } from '../../ir/schema/overlay.gen.ts';
import type { OutputFile } from '../output.ts';
import type { FactOrigin } from '../source.ts';
import { assemble, type PlacedFile } from './assemble.ts';
import { doubtsOf, protoRules } from './doubts.ts';
import type { ProtoDraft } from './draft.ts';
import { fullNameOf, indexTypes, resolveType } from './index-types.ts';
import { numberFields, type NumberSource } from './numbers.ts';
import { printProto } from './print.ts';
import { syntaxOf } from './syntax.ts';

export interface ProtoOptions {
  /** Base name of the overlay; that of a single .proto too. */
  readonly name: string | undefined;
  readonly numbers: readonly NumberSource[];
  /** What a person has decided: the draft does not say it again. */
  readonly decided: readonly Decision[];
  /** Text of an overlay as YAML. */
  readonly printYaml: (file: OverlayFile) => string;
}

export function writeProtos(drafts: readonly ProtoDraft[], options: ProtoOptions): Result<readonly OutputFile[]> {
  const diagnostics: Diagnostic[] = [];
  const assembled = assemble(drafts);
  diagnostics.push(...assembled.diagnostics);
  const files = numberFields(assembled.value, { numbers: options.numbers, diagnostics });
  const index = indexTypes(files);
  const syntax = syntaxOf(files, diagnostics);
  const extended = extendedMessages(files, index);
  const documents = [...new Set(files.map(({ source }) => source.document))];
  const decisions: Decision[] = [];
  const origins: Record<string, string | number> = {};
  const output: OutputFile[] = [];
  for (const file of files) {
    const prefix = file.source.document === documents[0] ? '' : `${file.source.document}:`;
    const cite = ({ line, endLine, rule }: FactOrigin): string | number => {
      const lines = endLine === undefined ? String(line) : `${line}-${endLine}`;
      const text = `${prefix}${lines}${rule === undefined ? '' : ` ${rule}`}`;
      return /^\d+$/.test(text) ? Number(text) : text;
    };
    for (const { diagnostic, decision } of doubtsOf(file, { index, cite })) {
      // What a person has decided is no doubt any more.
      if (decision !== undefined && options.decided.some((other) => isSame(decision, other))) continue;
      if (diagnostic !== undefined) diagnostics.push(diagnostic);
      if (decision !== undefined) decisions.push(decision);
    }
    for (const [of, origin] of originsOf(file)) origins[of] = cite(origin);
    const path = files.length === 1 && options.name !== undefined ? `${options.name}.proto` : file.name;
    output.push({ path, text: printProto({ file, syntax: syntax.get(file.name) ?? 'proto3', index, extended }) });
  }
  const used = new Set(
    [...decisions.map(({ from }) => String(from)), ...Object.values(origins).map(String)].map(
      (from) => / (\S+)$/.exec(from)?.[1],
    ),
  );
  const overlay: OverlayFile = {
    $schema: 'https://wiremark.dev/schema/overlay.schema.json',
    wiremark: 1,
    title: `What the documents of ${files.map(({ name }) => name).join(', ')} say beside the protos`,
    documents: Object.fromEntries(
      drafts.map(({ source }) => [source.document, { title: source.file.slice(source.file.lastIndexOf('/') + 1) }]),
    ),
    rules: Object.fromEntries(Object.entries(protoRules).filter(([rule]) => used.has(rule))),
    origins,
    decisions,
  };
  const base = options.name ?? baseName(files);
  return { value: [...output, { path: `${base}.overlay.yaml`, text: options.printYaml(overlay) }], diagnostics };
}

const baseName = (files: readonly PlacedFile[]): string =>
  (files[0]?.name ?? 'draft').replace(/\.proto$/, '').replace(/^.*\//, '');

/** Two decisions about the same thing, whatever their reasons. */
function isSame(a: Decision, b: Decision): boolean {
  if (a.kind !== b.kind) return false;
  const subject = (each: Decision): unknown => {
    switch (each.kind) {
      case 'field-numbers':
        return each.message;
      case 'commented-out':
        return [each.enum, each.values];
      case 'unspecified':
        return [each.enum, each.value];
      case 'incomplete':
        return each.enum;
      case 'status':
      case 'note':
        return each.of;
      default:
        return each satisfies never;
    }
  };
  return JSON.stringify(subject(a)) === JSON.stringify(subject(b));
}

function* originsOf(file: PlacedFile): Generator<readonly [string, FactOrigin]> {
  for (const message of file.messages) {
    const full = fullNameOf(file, message.name);
    yield [full, message.origin];
    for (const { name, origin } of message.fields) yield [`${full}.${name}`, origin];
  }
  for (const drawn of file.enums) {
    const full = fullNameOf(file, drawn.name);
    yield [full, drawn.origin];
    for (const { name, origin } of drawn.values) yield [`${full}.${name}`, origin];
  }
  for (const service of file.services) {
    const full = fullNameOf(file, service.name);
    yield [full, service.origin];
    for (const { name, origin } of service.methods) yield [`${full}.${name}`, origin];
  }
}

/** A message can be extended only at numbers that it sets aside: those that its extensions take. */
function extendedMessages(
  files: readonly PlacedFile[],
  index: ReturnType<typeof indexTypes>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  for (const file of files) {
    const scoped = [
      ...file.extensions.map((each) => ({ each, scope: file.package })),
      ...file.messages.flatMap(({ name, extensions }) =>
        extensions.map((each) => ({ each, scope: fullNameOf(file, name) })),
      ),
    ];
    for (const { each, scope } of scoped) {
      const base = resolveType(each.extendee, scope, index);
      if (base === undefined || each.number === undefined) continue;
      found.set(base, (found.get(base) ?? new Set()).add(each.number));
    }
  }
  return new Map([...found].map(([base, numbers]) => [base, [...numbers].sort((a, b) => a - b)]));
}
