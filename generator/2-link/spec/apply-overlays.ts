/** Lays what a person decided over the protos; a decision that no longer applies is an error. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic, Result } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { DocumentOrigin } from '../../ir/origin.ts';
import type { NodeFacts, ProtoEnum, ProtoFile } from '../../ir/protocol.ts';
import type { Decision } from '../../ir/schema/overlay.gen.ts';
import type { OverlaySource } from '../../ir/spec-source.ts';
import { below } from './context.ts';
import { readOrigin } from './facts.ts';
import type { Citable } from './facts.ts';
import { freezeDeep } from '../proto/freeze.ts';
import { indexNodes } from './proto-nodes.ts';
import type { ProtoNodes } from './proto-nodes.ts';

/**
 * @param protos - `unread`: words of protos that could not be read; nothing is said of names among them.
 * @returns Facts by full name; see `Protocol.facts`.
 */
export function applyOverlays(
  overlays: readonly OverlaySource[],
  { files, unread }: { readonly files: readonly ProtoFile[]; readonly unread: ReadonlySet<string> },
): Result<ReadonlyMap<string, NodeFacts>> {
  const diagnostics: Diagnostic[] = [];
  const facts = new Map<string, NodeFacts>();
  const nodes = indexNodes(files);
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const decided = new Map<string, OverlaySource>();
  for (const overlay of [...overlays].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    checkOrigins(overlay, { nodes, unread, report });
    for (const [index, decision] of overlay.file.decisions.entries()) {
      const at = new DecisionPlace(overlay, { index, decision, unread, report });
      if (at.isRepeated(decided)) continue;
      applyDecision(decision, { at, nodes, facts, source: sourceOf(at) });
    }
  }
  for (const each of facts.values()) freezeDeep(each);
  return { value: facts, diagnostics };
}

/** Origins are on record for readers of the overlay; what they speak of has to be there, and what they cite. */
function checkOrigins(
  overlay: OverlaySource,
  {
    nodes,
    unread,
    report,
  }: {
    readonly nodes: ProtoNodes;
    readonly unread: ReadonlySet<string>;
    readonly report: (diagnostic: Diagnostic) => void;
  },
): void {
  for (const [name, from] of Object.entries(overlay.file.origins ?? {})) {
    const place = overlay.placeOf(below('/origins', name), 'key');
    readOrigin(from, { citable: citableOf(overlay), place, report });
    if (nodes.names.has(name) || unread.has(name.slice(name.lastIndexOf('.') + 1))) continue;
    const suggestion = suggest(name, [...nodes.names]) || 'Take the line out.';
    report(diagnose('WM3201', place, { what: 'node', name, suggestion }));
  }
}

const citableOf = ({ file }: OverlaySource): Citable => ({
  documents: Object.keys(file.documents ?? {}),
  rules: file.rules === undefined ? undefined : Object.keys(file.rules),
});

/** One decision and where it stands. */
class DecisionPlace {
  readonly overlay: OverlaySource;
  readonly pointer: string;
  readonly decision: Decision;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly #unread: ReadonlySet<string>;

  constructor(
    overlay: OverlaySource,
    given: {
      readonly index: number;
      readonly decision: Decision;
      readonly unread: ReadonlySet<string>;
      readonly report: (diagnostic: Diagnostic) => void;
    },
  ) {
    this.overlay = overlay;
    this.pointer = below('/decisions', given.index);
    this.decision = given.decision;
    this.report = given.report;
    this.#unread = given.unread;
  }

  place(part: 'key' | 'value', ...keys: readonly string[]): ReturnType<OverlaySource['placeOf']> {
    return this.overlay.placeOf(below(this.pointer, ...keys), part);
  }

  gone(
    what: string,
    given: { readonly name: string; readonly known: readonly string[]; readonly keys: readonly string[] },
  ): void {
    if (this.#unread.has(given.name.slice(given.name.lastIndexOf('.') + 1))) return;
    const suggestion = suggest(given.name, given.known) || 'Take the decision out.';
    this.report(diagnose('WM3201', this.place('value', ...given.keys), { what, name: given.name, suggestion }));
  }

  stale(problem: string, ...keys: readonly string[]): void {
    this.report(diagnose('WM3202', this.place('value', ...keys), { problem }));
  }

  /** Two decisions of one kind about one thing: the second is reported. Notes may repeat. */
  isRepeated(decided: Map<string, OverlaySource>): boolean {
    const { decision } = this;
    if (decision.kind === 'note' || decision.kind === 'commented-out') return false;
    const { from: _, reason: __, ...subject } = decision;
    const key = JSON.stringify(subject);
    const first = decided.get(key);
    if (first === undefined) decided.set(key, this.overlay);
    else this.report(diagnose('WM3203', this.place('value', 'kind'), {}));
    return first !== undefined;
  }
}

interface Work {
  readonly at: DecisionPlace;
  readonly nodes: ProtoNodes;
  readonly facts: Map<string, NodeFacts>;
  readonly source: DocumentOrigin | undefined;
}

function applyDecision(decision: Decision, work: Work): void {
  switch (decision.kind) {
    case 'field-numbers':
      return checkNumbers(decision, work);
    case 'commented-out':
      return addCommentedOut(decision, work);
    case 'unspecified':
      return markUnspecified(decision, work);
    case 'status':
    case 'note':
      return addStatus(decision, work);
    case 'incomplete':
      return markIncomplete(decision, work);
    default:
      return decision satisfies never;
  }
}

type Of<K extends Decision['kind']> = Extract<Decision, { readonly kind: K }>;

/** A proto has numbers of its own: the decision is where they come from, and must agree with them. */
function checkNumbers({ message: name, numbers }: Of<'field-numbers'>, work: Work): void {
  const message = work.nodes.messages.get(name);
  if (message === undefined)
    return work.at.gone('message', { name, known: [...work.nodes.messages.keys()], keys: ['message'] });
  for (const [field, number] of Object.entries(numbers)) {
    const found = message.fields.find((each) => each.name === field);
    if (found === undefined)
      work.at.gone('field', { name: field, known: message.fields.map((each) => each.name), keys: ['numbers', field] });
    else if (found.number !== number) {
      work.at.stale(`the field "${field}" has the number ${found.number}`, 'numbers', field);
    }
  }
  record(name, work, {});
}

function addCommentedOut({ enum: name, values, beside }: Of<'commented-out'>, work: Work): void {
  const found = findEnum(name, work);
  if (found === undefined) return;
  if (beside !== undefined && !found.values.some((value) => value.name === beside)) {
    work.at.gone('value', { name: beside, known: found.values.map((value) => value.name), keys: ['beside'] });
  }
  const before = work.facts.get(name)?.commentedOut ?? [];
  const { source } = work;
  const added = Object.entries(values).map(([value, number]) => {
    const known = [...found.values, ...before];
    if (known.some((each) => each.name === value)) work.at.stale(`"${value}" is a value by now`, 'values', value);
    if (known.some((each) => each.number === number)) work.at.stale(`${number} has a name by now`, 'values', value);
    return { name: value, number, description: '', source, origin: work.at.place('key', 'values', value) };
  });
  record(name, work, { commentedOut: [...before, ...added] });
}

function markUnspecified({ enum: name, value }: Of<'unspecified'>, work: Work): void {
  const found = findEnum(name, work);
  if (found === undefined) return;
  const known = found.values.map((each) => each.name);
  const placeholder = found.values.find((each) => each.name === value);
  if (placeholder === undefined) return work.at.gone('value', { name: value, known, keys: ['value'] });
  if (placeholder.number !== 0) return work.at.stale(`"${value}" has the number ${placeholder.number}`, 'value');
  record(`${name}.${value}`, work, { unspecified: true });
}

function addStatus(decision: Of<'status'> | Of<'note'>, work: Work): void {
  const { of } = decision;
  if (!work.nodes.names.has(of)) return work.at.gone('node', { name: of, known: [...work.nodes.names], keys: ['of'] });
  record(of, work, decision.kind === 'status' ? { status: decision.status } : {});
}

function markIncomplete({ enum: name, missing = [] }: Of<'incomplete'>, work: Work): void {
  const found = findEnum(name, work);
  if (found === undefined) return;
  const listed = missing.filter((number) => found.values.some((value) => value.number === number));
  if (listed.length > 0) work.at.stale(`${listed.join(', ')} has a name by now`, 'missing');
  record(name, work, { incomplete: true });
}

function findEnum(name: string, { at, nodes }: Work): ProtoEnum | undefined {
  const found = nodes.enums.get(name);
  if (found === undefined) at.gone('enum', { name, known: [...nodes.enums.keys()], keys: ['enum'] });
  return found;
}

/** Adds to the facts of a node, and puts the decision on record with its reason. */
function record(name: string, work: Work, added: Partial<NodeFacts>): void {
  const { source } = work;
  const { decision, overlay } = work.at;
  const before: NodeFacts = work.facts.get(name) ?? {
    commentedOut: [],
    unspecified: false,
    status: undefined,
    incomplete: false,
    decisions: [],
  };
  const lines = source === undefined ? '' : `${source.line}${source.endLine === undefined ? '' : `-${source.endLine}`}`;
  const place = source === undefined ? overlay.path : `${source.document}:${lines}`;
  const decisions = [...before.decisions, { place, reason: decision.reason }];
  work.facts.set(name, { ...before, ...added, decisions });
}

function sourceOf(at: DecisionPlace): DocumentOrigin | undefined {
  return readOrigin(at.decision.from, {
    citable: citableOf(at.overlay),
    place: at.place('value', 'from'),
    report: at.report,
  });
}
