/** Takes the text of an event spec and observations, gives the text with its observed layer filled from them. */
import { isDeepStrictEqual } from 'node:util';
import { diagnose, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import { readDocument, type SourceDocument } from '../../../diagnostics/document.ts';
import type { Descriptor } from '../../ir/schema/descriptor.gen.ts';
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';
import type { Observations } from '../../ir/schema/observations.gen.ts';
import { editText, type Change } from './edit-text.ts';
import { expectedPlaces } from './expected.ts';
import { observedLayer } from './observed-layer.ts';
import { typesLeft } from './types-left.ts';

export interface WriteRequest {
  readonly document: SourceDocument & { readonly value: EventSpecFile };
  readonly descriptor: Descriptor;
  readonly observations: Observations;
  /** Name of the evidence, under `evidence` of the spec. */
  readonly evidence: string;
  /** Events whose observed layer rests on other evidence are written too. */
  readonly force: boolean;
}

export interface Written {
  readonly text: string;
  /** Events whose observed layer was written. */
  readonly events: readonly string[];
}

/** Sections that types stand before; evidence stands before types too. */
const behindTypes = ['callbacks', 'events'] as const;
const behindEvidence = ['int64', 'presence', 'enums', 'types', ...behindTypes] as const;

export async function writeObserved(request: WriteRequest): Promise<Result<Written | undefined>> {
  const { document, observations, evidence } = request;
  const spec = document.value;
  const diagnostics: Diagnostic[] = [];
  const events = observations.events.filter(({ name }) => {
    const place = document.placeOf(`/events/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'key');
    if (!Object.hasOwn(spec.events, name)) {
      diagnostics.push(diagnose('WM9005', undefined, { name, path: document.file }));
      return false;
    }
    const other = spec.events[name]!.observed?.evidence;
    if (other === undefined || other === evidence || request.force) return true;
    diagnostics.push(diagnose('WM9006', place, { name, evidence: other }));
    return false;
  });
  if (events.length === 0) return { value: { text: document.text, events: [] }, diagnostics };
  const written = new Set(events.map(({ name }) => name));
  const gone = typesLeft(spec, written);
  const names = new Set(
    [spec.types, spec.enums, spec.callbacks].flatMap((all) => Object.keys(all ?? {})).filter((name) => !gone.has(name)),
  );
  const layer = observedLayer({
    events,
    argumentNames: (event) => Object.keys(spec.events[event]!.arguments ?? {}),
    expected: expectedPlaces(request.descriptor),
    taken: names,
  });
  const changes: Change[] = [];
  const after = structuredClone(spec) as unknown as Record<string, Record<string, unknown>>;
  const set = (
    section: string,
    members: ReadonlyMap<string, object | string | undefined>,
    before: readonly string[],
  ) => {
    if (members.size === 0) return;
    const next = before.find((key) => Object.hasOwn(spec, key));
    const kept = Object.fromEntries(
      [...Object.entries(after[section] ?? {}), ...members].filter(
        ([key]) => !members.has(key) || members.get(key) !== undefined,
      ),
    );
    const all = { ...kept, ...Object.fromEntries([...members].filter(([, value]) => value !== undefined)) };
    const isWhole = !Object.hasOwn(spec, section) || Object.keys(after[section]!).every((key) => members.has(key));
    after[section] = all;
    if (isWhole) {
      const value = Object.keys(all).length === 0 ? undefined : all;
      if (value === undefined) delete after[section];
      changes.push({ at: [], key: section, value, ...(next === undefined ? {} : { before: next }) });
    } else for (const [key, value] of members) changes.push({ at: [section], key, value });
  };
  const types = new Map<string, object | undefined>([...gone].map((name) => [name, undefined]));
  for (const [name, type] of layer.types) types.set(name, type);
  const isKnown = spec.evidence?.[evidence] === observations.evidence;
  if (!isKnown) set('evidence', new Map([[evidence, observations.evidence]]), behindEvidence);
  set('types', types, behindTypes);
  for (const [name, { arguments: args, count }] of layer.events) {
    // What a person noted goes with the evidence that it is about.
    const { note, evidence: noted } = spec.events[name]!.observed ?? {};
    const observed = {
      arguments: args,
      count,
      ...(note === undefined || noted !== evidence ? {} : { note }),
      evidence,
    };
    changes.push({ at: ['events', name], key: 'observed', value: observed });
    (after['events']![name] as { observed: object }).observed = observed;
  }
  const text = editText(document, changes);
  const again = await readDocument({ file: document.file, text });
  // Layouts that the editor does not know are refused rather than written wrongly.
  if (!isDeepStrictEqual(again.value?.value, after)) {
    diagnostics.push(diagnose('WM9007', undefined, { path: document.file }));
    return { value: undefined, diagnostics };
  }
  return { value: { text, events: [...written] }, diagnostics };
}
