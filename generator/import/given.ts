/** Reads what a person gives along with the documents: .proto files with the numbers, and overlays with decisions. */
import path from 'node:path';
import { hasErrors, type Result } from '../../diagnostics/diagnostic.ts';
import { readSources } from '../load-protocol.ts';
import type { FieldDecl, MessageDecl } from '../ir/proto-source.ts';
import type { Decision } from '../ir/schema/overlay.gen.ts';
import type { SpecOverlay } from './overlay/apply.ts';
import { readSpecOverlays } from './overlay/read.ts';
import type { NumberSource } from './proto/numbers.ts';

export interface Given {
  readonly numbers: readonly NumberSource[];
  /** Decisions about protos. */
  readonly decided: readonly Decision[];
  /** Overlays of event specs. */
  readonly specOverlays: readonly SpecOverlay[];
}

export async function readGiven(request: {
  /** Absolute. */
  readonly cwd: string;
  readonly numbers: readonly string[];
  readonly overlays: readonly string[];
}): Promise<Result<Given>> {
  const { cwd, numbers } = request;
  const { value: specOverlays, others, diagnostics } = await readSpecOverlays(request.overlays, cwd);
  const sources = await readSources({ cwd, protos: numbers, roots: [], specs: [], overlays: others });
  // A file that gives numbers need not be complete: what it imports may be elsewhere.
  diagnostics.push(...sources.diagnostics.filter(({ code }) => code !== 'WM1020'));
  const value: Given = {
    numbers: [
      ...sources.value.protos
        .filter(({ requested }) => requested)
        .map((source) => ({
          where: path.basename(source.file),
          whole: true,
          messages: new Map(source.messages.flatMap((message) => [...numbersOf(message, source.package?.text ?? '')])),
        })),
      ...sources.value.overlays.map((overlay) => ({
        where: path.basename(overlay.path),
        whole: true,
        messages: new Map(
          overlay.file.decisions.flatMap((decision) =>
            decision.kind === 'field-numbers'
              ? [[decision.message, new Map(Object.entries(decision.numbers))] as const]
              : [],
          ),
        ),
      })),
    ],
    decided: sources.value.overlays.flatMap(({ file }) => file.decisions),
    specOverlays,
  };
  return { value: hasErrors(diagnostics) ? { numbers: [], decided: [], specOverlays: [] } : value, diagnostics };
}

function* numbersOf(message: MessageDecl, scope: string): Generator<readonly [string, ReadonlyMap<string, number>]> {
  const full = scope === '' ? message.name.text : `${scope}.${message.name.text}`;
  yield [full, new Map(message.fields.flatMap((field) => numberOf(field)))];
  for (const inner of message.messages) yield* numbersOf(inner, full);
}

function numberOf(field: FieldDecl): (readonly [string, number])[] {
  const number = field.number?.value;
  return typeof number === 'number' ? [[field.name.text, number]] : [];
}
