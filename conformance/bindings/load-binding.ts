/** Takes what `--binding` names - a binding of the package, a standard one, or a file - gives the binding. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { diagnose, type Result } from '../../diagnostics/diagnostic.ts';
import type { BindingFile } from '../model/binding.gen.ts';
import type { Descriptor } from '../model/descriptor.gen.ts';
import { readChecked } from '../read-json.ts';
import { oracleTranscoder } from '../reference/index.ts';
import type { Binding } from './binding.ts';
import { bindingOf, standardBindings, subjectOf } from './binding-of.ts';
import { jsonEnvelope } from './json-envelope.ts';
import { jsonRpc } from './json-rpc.ts';
import { moduleBinding } from './module-binding.ts';
import { protobufEnvelope } from './protobuf-envelope.ts';
import { serverSentEvents } from './server-sent-events.ts';
import { socketIo } from './socket-io.ts';

const dataFile = /\.(?:json|ya?ml)$/;
const codeFile = /\.[cm]?[jt]s$/;

/** @param name - `''` for the first one of the package. */
export async function loadBinding(
  name: string,
  descriptor: Descriptor,
  cwd: string,
): Promise<Result<Binding | undefined>> {
  const known = bindingOf(descriptor, name);
  if (known !== undefined) return { value: known, diagnostics: [] };
  if (!dataFile.test(name) && !codeFile.test(name)) {
    const names = [...descriptor.bindings.map((one) => one.name), ...Object.keys(standardBindings), 'a file'].join(
      ', ',
    );
    return { value: undefined, diagnostics: [diagnose('WM6004', undefined, { name, known: names })] };
  }
  const file = path.resolve(cwd, name);
  if (!existsSync(file)) return { value: undefined, diagnostics: [diagnose('WM5001', undefined, { path: name })] };
  if (codeFile.test(name)) return checked(name, await moduleBinding(file, subjectOf(descriptor)));
  const { value: spec, diagnostics } = await readChecked<BindingFile>(file, 'binding');
  if (spec === undefined) return { value: undefined, diagnostics };
  return checked(name, await fromFile({ ...spec, name: spec.name ?? path.parse(file).name }, descriptor));
}

function checked(path: string, made: Binding | string): Result<Binding | undefined> {
  if (typeof made !== 'string') return { value: made, diagnostics: [] };
  return { value: undefined, diagnostics: [diagnose('WM6010', undefined, { path, problem: made })] };
}

async function fromFile(
  spec: BindingFile & { readonly name: string },
  descriptor: Descriptor,
): Promise<Binding | string> {
  const { name, kind } = spec;
  switch (kind) {
    case 'json-envelope':
    case 'message-envelope': {
      const subject = subjectOf(descriptor);
      if ((kind === 'json-envelope') !== (subject === 'events'))
        return `the package has no ${kind === 'json-envelope' ? 'events' : 'messages'} to carry`;
      return jsonEnvelope({ ...spec, name });
    }
    case 'socket.io':
      return { ...socketIo(subjectOf(descriptor), spec.namespace), name };
    case 'server-sent-events':
      return { ...serverSentEvents(subjectOf(descriptor), spec.post), name };
    case 'json-rpc':
      return { ...jsonRpc(subjectOf(descriptor)), name };
    case 'protobuf-envelope':
      return protobufEnvelope({ ...spec, name }, descriptor, await oracleTranscoder(descriptor));
    default:
      return kind satisfies never;
  }
}
