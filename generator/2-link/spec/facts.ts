/** Reads where a fact comes from: `316`, `41-46`, `document:316`, `316 prose-enum`, or several of these. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { DocumentOrigin, Origin } from '../../ir/origin.ts';
import type { From, Line } from '../../ir/schema/event-spec.gen.ts';

/** What a `from` may refer to. */
export interface Citable {
  /** Names of documents; the first is meant where none is named. */
  readonly documents: readonly string[];
  /** Names of rules; undefined where the file format has none. */
  readonly rules: readonly string[] | undefined;
}

/** The fact's document, line and rule; undefined where none is given. Unknown names are reported. */
export function readOrigin(
  from: From | undefined,
  { citable, place, report }: { citable: Citable; place: Origin; report: (diagnostic: Diagnostic) => void },
): DocumentOrigin | undefined {
  if (from === undefined) return undefined;
  const lines = typeof from === 'object' ? from : [from];
  const [first, ...others] = lines.map(parseLine);
  const document = first!.document ?? citable.documents[0];
  if (document === undefined || !citable.documents.includes(document)) {
    const suggestion = suggest(document ?? '', citable.documents) || 'List the document under "documents".';
    report(diagnose('WM3114', place, { what: 'document', name: document ?? '', suggestion }));
  }
  if (first!.rule !== undefined && !citable.rules?.includes(first!.rule)) {
    const none =
      citable.rules === undefined ? 'Take it out: an overlay has reasons instead.' : 'List the rule under "rules".';
    const suggestion = suggest(first!.rule, citable.rules ?? []) || none;
    report(diagnose('WM3114', place, { what: 'rule', name: first!.rule, suggestion }));
  }
  if (first!.end !== undefined && first!.end < first!.line)
    report(diagnose('WM3115', place, { line: first!.line, end: first!.end }));
  return {
    document: document ?? '',
    line: first!.line,
    ...(first!.end === undefined ? {} : { endLine: first!.end }),
    ...(first!.rule === undefined ? {} : { rule: first!.rule }),
    ...(others.length === 0 ? {} : { also: others.map(({ line }) => line) }),
  };
}

interface ParsedLine {
  readonly document: string | undefined;
  readonly line: number;
  readonly end: number | undefined;
  readonly rule: string | undefined;
}

/** The schema vouches for the form. */
function parseLine(text: Line): ParsedLine {
  const [, document, line, end, rule] = /^(?:([^:]+):)?(\d+)(?:-(\d+))?(?: (.+))?$/.exec(String(text)) ?? [];
  return { document, line: Number(line ?? 0), end: end === undefined ? undefined : Number(end), rule };
}
