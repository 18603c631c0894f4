/** Finds in a draft what a person has to look at, and what the proto language has no place for: decisions of an overlay. */
import { diagnose, type Diagnostic, type Place } from '../../../diagnostics/diagnostic.ts';
import type { Decision } from '../../ir/schema/overlay.gen.ts';
import { placeIn, type FactOrigin } from '../source.ts';
import type { PlacedFile } from './assemble.ts';
import { defaultText } from './default-text.ts';
import type { EnumDraft, FieldDraft } from './draft.ts';
import { fullNameOf, isScalarName, resolveType, type TypeIndex } from './index-types.ts';
import { referencesOf } from './print.ts';
import { namesSeveralDefaults, standingOf } from './remarks.ts';

/** Rules that the readers of proto documents apply, for the `rules` of an overlay. */
export const protoRules = {
  'glued-comment':
    'Lines of a description that are whole declarations are comments in the source, which the documentation tool took for the description of what follows. They are no members.',
  'placeholder-zero':
    'A value 0 whose name is that of its enum with an underscore, or ends in UNSPECIFIED, stands for nothing.',
  remark: 'Words such as reserved, not enabled or can be ignored are a remark; the number stays legal on the wire.',
} as const;

/** A doubt, and the decision that the draft makes of it, until a person makes another. */
export interface Doubt {
  readonly diagnostic: Diagnostic | undefined;
  readonly decision: Decision | undefined;
}

/** @param cite - The `from` of a fact: its line, the document before it where it is not the first, the rule after it. */
export function* doubtsOf(
  file: PlacedFile,
  { index, cite }: { readonly index: TypeIndex; readonly cite: (origin: FactOrigin) => string | number },
): Generator<Doubt> {
  const finder = new Finder(file, cite);
  for (const { type, scope, line } of referencesOf(file)) {
    if (isScalarName(type.long) || resolveType(type, scope, index) !== undefined) continue;
    const diagnostic = diagnose('WM8103', finder.place(line, type.long), { name: type.full ?? type.long });
    yield { diagnostic, decision: undefined };
  }
  for (const message of file.messages) {
    const full = fullNameOf(file, message.name);
    yield* finder.ofWords(full, message);
    for (const field of message.fields) {
      yield* finder.ofWords(`${full}.${field.name}`, field);
      yield* finder.ofField(full, field);
    }
  }
  for (const each of file.enums) {
    const full = fullNameOf(file, each.name);
    yield* finder.ofWords(full, each);
    yield* finder.ofValues(full, each);
    for (const value of each.values) yield* finder.ofWords(`${full}.${value.name}`, value);
  }
}

class Finder {
  readonly #file: PlacedFile;
  readonly #cite: (origin: FactOrigin) => string | number;

  constructor(file: PlacedFile, cite: (origin: FactOrigin) => string | number) {
    this.#file = file;
    this.#cite = cite;
  }

  place(line: number, text: string): Place {
    return placeIn(this.#file.source, line, text);
  }

  /** What the words of a description give away. */
  *ofWords(
    of: string,
    each: { readonly name: string; readonly description: string; readonly origin: FactOrigin },
  ): Generator<Doubt> {
    const { name, description, origin } = each;
    const place = this.place(origin.line, name);
    const status = standingOf(description);
    if (status !== undefined) {
      const from = this.#cite({ ...origin, rule: 'remark' });
      const reason = `The document says so: ${status}.`;
      const diagnostic = diagnose('WM8109', place, { name, status });
      yield { diagnostic, decision: { kind: 'status', of, status, from, reason } };
    }
    if (namesSeveralDefaults(description)) {
      const reason = 'The document names several defaults; none is taken.';
      const decision: Decision = { kind: 'note', of, from: this.#cite(origin), reason };
      yield { diagnostic: diagnose('WM8110', place, {}), decision };
    }
  }

  *ofField(message: string, field: FieldDraft): Generator<Doubt> {
    const { origin, type, commentedOut } = field;
    if (field.default !== undefined && defaultText(field.default, type.long) === undefined) {
      const details = { text: field.default, type: type.long };
      const diagnostic = diagnose('WM8117', this.place(origin.line, field.default), details);
      yield { diagnostic, decision: undefined };
    }
    if (commentedOut.length === 0) return;
    const from = this.#cite({ ...origin, rule: 'glued-comment' });
    const reason = `Commented out in the source, beside ${field.name}: ${commentedOut.join(' ')}`;
    yield {
      diagnostic: this.#glued(commentedOut, field, commentedOut[0]!),
      decision: { kind: 'note', of: message, from, reason },
    };
  }

  *ofValues(full: string, drawn: EnumDraft): Generator<Doubt> {
    const taken = new Set<string | number>(drawn.values.flatMap(({ name, number }) => [name, number]));
    const last = drawn.name.slice(drawn.name.lastIndexOf('.') + 1);
    let isGlued = false;
    for (const value of drawn.values) {
      const { name, number, origin, commentedOut } = value;
      if (number === 0 && (name === `${last}_` || name.endsWith('_UNSPECIFIED'))) {
        const from = this.#cite({ ...origin, rule: 'placeholder-zero' });
        const reason = protoRules['placeholder-zero'];
        yield {
          diagnostic: diagnose('WM8108', this.place(origin.line, name), { name }),
          decision: { kind: 'unspecified', enum: full, value: name, from, reason },
        };
      }
      if (commentedOut.length === 0) continue;
      isGlued = true;
      // What is a member by now, or stands twice, is no value of its own.
      const values = commentedOut.filter((each) => !taken.has(each.name) && !taken.has(each.number));
      for (const each of values) taken.add(each.name).add(each.number);
      const texts = commentedOut.map((each) => `${each.name} = ${each.number}`);
      const from = this.#cite({ ...origin, rule: 'glued-comment' });
      const reason = protoRules['glued-comment'];
      const entries = Object.fromEntries(values.map((each) => [each.name, each.number]));
      yield {
        diagnostic: this.#glued(texts, value, commentedOut[0]!.name),
        decision:
          values.length === 0
            ? undefined
            : { kind: 'commented-out', enum: full, beside: name, values: entries, from, reason },
      };
    }
    if (!isGlued) return;
    const reason = 'Where some values are commented out, the document may lack others altogether.';
    const decision: Decision = { kind: 'incomplete', enum: full, from: this.#cite(drawn.origin), reason };
    yield { diagnostic: undefined, decision };
  }

  #glued(
    texts: readonly string[],
    { name, origin }: { readonly name: string; readonly origin: FactOrigin },
    first: string,
  ): Diagnostic {
    const more = texts.length === 1 ? '' : ` and ${texts.length - 1} more`;
    return diagnose('WM8102', this.place(origin.line, first), { texts: `${texts[0]!}${more}`, beside: name });
  }
}
