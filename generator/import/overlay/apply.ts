/** Lays what a person decided over the draft of an event spec; a decision that no longer applies is an error. */
import { diagnose, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../../../diagnostics/document.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';
import type { SpecDecision, SpecOverlayFile } from '../../ir/schema/spec-overlay.gen.ts';
import { isMapping, layOver, memberAt, type Mapping } from './mapping.ts';
import { renameMembers, renameReferences } from './rename.ts';

/** An overlay that was read, with its places. */
export type SpecOverlay = SourceDocument & { readonly value: SpecOverlayFile };

/** @returns The spec with every decision laid over it, in order; without those that do not apply, which are reported. */
export function applySpecOverlay(file: EventSpecFile, overlay: SpecOverlay): Result<EventSpecFile> {
  const diagnostics: Diagnostic[] = [];
  const spec = structuredClone(file) as unknown as Mapping;
  const { decisions, title, description, rules, evidence } = overlay.value;
  for (const [index, decision] of decisions.entries()) {
    const work = { spec, overlay, pointer: `/decisions/${index}`, diagnostics };
    applyDecision(decision, work);
  }
  if (title !== undefined) spec['title'] = title;
  if (description !== undefined) spec['description'] = description;
  for (const [key, added] of [
    ['rules', rules],
    ['evidence', evidence],
  ] as const) {
    if (added !== undefined) spec[key] = { ...(isMapping(spec[key]) ? spec[key] : {}), ...added };
  }
  return { value: inSections(spec) as unknown as EventSpecFile, diagnostics };
}

/** Sections in the order in which specs have them, whichever was added last. */
function inSections(spec: Mapping): Mapping {
  const order =
    '$schema wiremark name title description documents rules evidence int64 presence enums types callbacks events bindings notes'.split(
      ' ',
    );
  return Object.fromEntries(Object.entries(spec).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

interface Work {
  readonly spec: Mapping;
  readonly overlay: SpecOverlay;
  readonly pointer: string;
  readonly diagnostics: Diagnostic[];
}

function applyDecision(decision: SpecDecision, work: Work): void {
  switch (decision.kind) {
    case 'rename':
      return rename(decision, work);
    case 'rename-members':
      return renameInEnum(decision, work);
    case 'set':
      return set(decision, work);
    case 'add':
      return add(decision, work);
    case 'remove':
      return remove(decision, work);
    default:
      return decision satisfies never;
  }
}

type Of<K extends SpecDecision['kind']> = Extract<SpecDecision, { readonly kind: K }>;

const step = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function gone(
  { overlay, diagnostics }: Work,
  pointer: string,
  given: { readonly what: string; readonly name: string; readonly known: readonly string[] },
): void {
  const { what, name, known } = given;
  const suggestion = suggest(name, known) || 'Take the decision out.';
  diagnostics.push(diagnose('WM3201', overlay.placeOf(pointer, 'key'), { what, name, suggestion }));
}

function stale({ overlay, diagnostics }: Work, pointer: string, problem: string): void {
  diagnostics.push(diagnose('WM3202', overlay.placeOf(pointer, 'key'), { problem }));
}

/** Names that exist, each once renamed; the new ones must be free. */
function soundNames(
  names: Of<'rename'>['names'],
  section: Mapping,
  given: { readonly work: Work; readonly what: string },
): Map<string, string> {
  const { work, what } = given;
  const sound = new Map<string, string>();
  for (const [from, to] of Object.entries(names)) {
    const pointer = `${work.pointer}/names/${step(from)}`;
    if (!Object.hasOwn(section, from)) gone(work, pointer, { what, name: from, known: Object.keys(section) });
    else if (Object.hasOwn(section, to) && !Object.hasOwn(names, to)) stale(work, pointer, `"${to}" is there already`);
    else sound.set(from, to);
  }
  return sound;
}

function rename({ what, names }: Of<'rename'>, work: Work): void {
  const section = isMapping(work.spec[what]) ? work.spec[what] : {};
  const sound = soundNames(names, section, { work, what: what.slice(0, -1) });
  work.spec[what] = renameMembers(section, sound);
  renameReferences(work.spec, sound);
}

function renameInEnum({ enum: name, names }: Of<'rename-members'>, work: Work): void {
  const enums = isMapping(work.spec['enums']) ? work.spec['enums'] : {};
  const drawn = Object.hasOwn(enums, name) ? enums[name] : undefined;
  if (!isMapping(drawn) || !isMapping(drawn['members'])) {
    return gone(work, `${work.pointer}/enum`, { what: 'enum', name, known: Object.keys(enums) });
  }
  const isText = drawn['values'] === 'string';
  const members = Object.entries(drawn['members']).map(([member, value]): [string, unknown] => {
    // The name of a text member is its value until another name is given.
    const isImplied = isText && isMapping(value) && value['value'] === undefined && Object.hasOwn(names, member);
    return [member, isImplied ? { value: member, ...value } : value];
  });
  const sound = soundNames(names, drawn['members'], { work, what: 'member' });
  drawn['members'] = renameMembers(Object.fromEntries(members), sound);
}

function set({ at, values }: Of<'set'>, work: Work): void {
  const target = memberAt(work.spec, at);
  if (!isMapping(target)) return gone(work, `${work.pointer}/at`, { what: 'mapping', name: at, known: [] });
  layOver(target, values as Mapping, {
    pointer: `${work.pointer}/values`,
    at,
    gone: (pointer, name, known) => gone(work, pointer, { what: 'part', name, known }),
    stale: (pointer, problem) => stale(work, pointer, problem),
  });
}

function add({ at, values }: Of<'add'>, work: Work): void {
  const section = at.slice(1);
  if (!section.includes('/') && work.spec[section] === undefined) work.spec[section] = {};
  const target = memberAt(work.spec, at);
  if (!isMapping(target)) return gone(work, `${work.pointer}/at`, { what: 'mapping', name: at, known: [] });
  for (const [name, value] of Object.entries(values)) {
    const pointer = `${work.pointer}/values/${step(name)}`;
    if (Object.hasOwn(target, name)) stale(work, pointer, `"${name}" is there already`);
    else target[name] = structuredClone(value);
  }
}

function remove({ at, names }: Of<'remove'>, work: Work): void {
  const target = memberAt(work.spec, at);
  if (!isMapping(target)) return gone(work, `${work.pointer}/at`, { what: 'mapping', name: at, known: [] });
  for (const [index, name] of names.entries()) {
    const known = Object.keys(target);
    if (!Object.hasOwn(target, name)) gone(work, `${work.pointer}/names/${index}`, { what: 'part', name, known });
    delete target[name];
  }
}
