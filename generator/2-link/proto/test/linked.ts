/** Reads and links .proto texts in a temporary folder: what the tests of linking start from. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inOrder, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import { readProtos } from '../../../1-read/proto/read-protos.ts';
import type { ProtoSource } from '../../../ir/proto-source.ts';
import type { Field, Message, ProtoEnum, ProtoFile } from '../../../ir/protocol.ts';
import { linkProtos, type ProtoLinkOptions } from '../link-protos.ts';

export interface Linked {
  readonly sources: readonly ProtoSource[];
  readonly files: readonly ProtoFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** By full name; throws when there is none. */
  message(fullName: string): Message;
  /** By full name, extensions included; throws when there is none. */
  field(fullName: string): Field;
  enum(fullName: string): ProtoEnum;
}

/** @param files - Texts by path; all are asked for. */
export async function linkTexts(
  files: Readonly<Record<string, string>>,
  options: Partial<ProtoLinkOptions> & { readonly protos?: readonly string[] } = {},
): Promise<Linked> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-link-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
      await writeFile(path.join(cwd, file), text);
    }
    return await linkFolder(cwd, options.protos ?? Object.keys(files), options);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

export async function linkFolder(
  cwd: string,
  protos: readonly string[],
  options: Partial<ProtoLinkOptions> = {},
): Promise<Linked> {
  const read = await readProtos({ cwd, roots: [], protos });
  const { value, diagnostics } = linkProtos(read.value, { int64: 'bigint', int64Of: {}, ...options });
  const messages = value.flatMap((file) => file.messages);
  const fields = [...messages.flatMap((message) => message.fields), ...value.flatMap((file) => file.extensions)];
  return {
    sources: read.value,
    files: value,
    diagnostics: inOrder([...read.diagnostics, ...diagnostics]),
    message: (name) => named(messages, name),
    field: (name) => named(fields, name),
    enum: (name) =>
      named(
        value.flatMap((file) => file.enums),
        name,
      ),
  };
}

function named<T extends { readonly fullName: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.fullName === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** `CODE severity file:line:column` of all but infos. */
export function summary(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, severity, place }) => `${code} ${severity} ${place!.file}:${place!.line}:${place!.column}`);
}
