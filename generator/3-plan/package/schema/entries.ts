/** Every schema of a package: its target, its name, the file it stands in, and how it is built. */
import type { EventSpec } from '../../../ir/event-spec.ts';
import type { ProtoFile } from '../../../ir/protocol.ts';
import { eventCodecName } from '../codec-name.ts';
import { notDevice, Scope } from '../../names.ts';
import type { PlannedModule, Symbols } from '../../symbols.ts';
import { protoEnumSchema } from './enum-schema.ts';
import { forms } from './forms.ts';
import type { SchemaObject } from './json-schema.ts';
import { messageSchema } from './message-schema.ts';
import type { FormName, RefTo, Target } from './refs.ts';
import { anyEventSchema, argumentsSchema, eventSchema, specEnumSchema, specTypeSchema } from './spec-schema.ts';

export interface SchemaEntry {
  readonly target: Target;
  /** What people call it: `MsgData`, `onGroupMessage`. */
  readonly title: string;
  /** Path inside `schemas/`, safe on every file system. */
  readonly file: string;
  /** Key under the file's `$defs`; `''` when it is the file's root. */
  readonly definition: string;
  /** Key under the bundle's `$defs`. */
  readonly bundled: string;
  /** Words that its validator is named after: `MsgData` of `validateMsgDataJson`; `''` for a shared form. */
  readonly validated: string;
  readonly build: (ref: RefTo) => SchemaObject;
}

/** The bundle's path, and that of the shared forms, inside `schemas/`. */
export const bundleFile = 'package.schema.json';
export const formsFile = 'protojson.schema.json';

/** All schemas, in the order of their modules. */
export function schemaEntries(symbols: Symbols): readonly SchemaEntry[] {
  const paths = new Scope().reserve([bundleFile, formsFile]);
  const entries = symbols.modules.flatMap((module) =>
    module.holds.kind === 'proto-file'
      ? protoEntries(module.holds, module, symbols, paths)
      : specEntries(module.holds, module, symbols, paths),
  );
  return [...entries, ...formEntries()];
}

type Plain = Pick<SchemaEntry, 'target' | 'title' | 'validated' | 'build'>;

/** An entry that is the root of a file of its own. */
function entry(plain: Plain, folder: string, paths: Scope): SchemaEntry {
  const name = notDevice(plain.title.replace(/[^\w-]/g, '_').slice(0, 100));
  let unique = name;
  while (!paths.claimFolded(`${folder}/${unique}.schema.json`)) unique = `${unique}_`;
  return {
    ...plain,
    file: `${folder}/${unique}.schema.json`,
    definition: '',
    bundled: `${folder.replaceAll('/', '.')}.${unique}`,
  };
}

function protoEntries(file: ProtoFile, { path }: PlannedModule, symbols: Symbols, paths: Scope): SchemaEntry[] {
  const enums = file.enums.map((node): Plain => {
    const title = symbols.proto(node.fullName).name;
    const target: Target = { kind: 'enum', fullName: node.fullName };
    return { target, title, validated: title, build: () => protoEnumSchema(node) };
  });
  const messages = file.messages.map((node): Plain => {
    const title = symbols.proto(node.fullName).name;
    const target: Target = { kind: 'message', fullName: node.fullName };
    return { target, title, validated: title, build: (ref) => messageSchema(node, ref) };
  });
  return [...enums, ...messages].map((plain) => entry(plain, path, paths));
}

function specEntries(spec: EventSpec, { path }: PlannedModule, symbols: Symbols, paths: Scope): SchemaEntry[] {
  const named = (name: string): Pick<Plain, 'target' | 'title' | 'validated'> => {
    const title = symbols.spec(spec.name, name).name;
    return { target: { kind: 'spec', spec: spec.name, name }, title, validated: title };
  };
  const declared: Plain[] = [
    ...spec.enums.map((node) => ({ ...named(node.name), build: () => specEnumSchema(node) })),
    ...spec.types.map((node) => ({
      ...named(node.name),
      build: (ref: RefTo): SchemaObject => specTypeSchema(node, spec, ref),
    })),
  ];
  const all = declared.map((plain) => entry(plain, path, paths));
  if (spec.events.length === 0) return all;
  const codec = eventCodecName(spec, symbols);
  const any: Plain = {
    target: { kind: 'events', spec: spec.name },
    title: codec,
    validated: codec,
    build: (ref) => anyEventSchema(spec, ref),
  };
  const events = spec.events.flatMap((event) => {
    const { name } = event;
    const frame = entry(
      {
        target: { kind: 'event', spec: spec.name, name },
        title: name,
        validated: `${name} event`,
        build: (ref) => eventSchema(event, spec, ref),
      },
      `${path}/events`,
      paths,
    );
    const args: SchemaEntry = {
      ...frame,
      target: { kind: 'arguments', spec: spec.name, name },
      definition: 'arguments',
      bundled: `${frame.bundled}.arguments`,
      validated: `${name} args`,
      build: (ref) => argumentsSchema(event, ref),
    };
    return [frame, args];
  });
  return [...all, entry(any, path, paths), ...events];
}

function formEntries(): SchemaEntry[] {
  return Object.entries(forms).map(([form, schema]) => ({
    target: { kind: 'form', form: form as FormName },
    title: form,
    file: formsFile,
    definition: form,
    bundled: `protojson.${form}`,
    validated: '',
    build: () => schema,
  }));
}
