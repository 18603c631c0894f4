/** An event spec on its way: the parts in which a reader writes it down, before it is YAML. */
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';

/** `316`, `316 prose-enum`, `41-46`, `document:316`. */
export type From = number | string | (number | string)[];

export interface FieldPart {
  type: string;
  declared?: string | { type: string; as?: string; name?: string };
  presence?: 'required' | 'optional';
  nullable?: boolean;
  description?: string;
  deprecated?: boolean;
  unit?: string;
  values?: { value: string | number | boolean; description: string }[];
  default?: string | number | boolean;
  from?: From;
}

export interface ArgumentPart {
  type: string;
  presence?: 'required' | 'optional';
  nullable?: boolean;
  description?: string;
  from?: From;
}

export interface MemberPart {
  value?: string | number;
  match?: 'prefix';
  description?: string;
  deprecated?: boolean;
  label?: string;
  from?: From;
}

interface NamedPart {
  standing?: 'derived';
  description?: string;
  deprecated?: boolean;
  from?: From;
}

export interface EnumPart extends NamedPart {
  values: 'integer' | 'string';
  open?: boolean;
  members: Map<string, MemberPart>;
}

export type TypePart =
  | (NamedPart & { kind: 'object'; presence?: 'required'; open?: boolean; fields: Map<string, FieldPart> })
  | (NamedPart & { kind: 'union'; discriminant: string; variants: string[] })
  | (NamedPart & { kind: 'alias'; type: string });

export interface CallbackPart extends NamedPart {
  arguments: Map<string, ArgumentPart>;
}

export interface EventPart {
  label: string;
  group: string;
  description?: string;
  deprecated?: boolean;
  direction?: 'client-to-server' | 'local';
  arguments: Map<string, ArgumentPart>;
  declared?: Map<string, ArgumentPart>;
  from?: From;
}

export interface NotePart {
  about: string;
  text: string;
  from?: From;
}

export interface SpecDraft {
  readonly kind: 'spec-draft';
  readonly enums: Map<string, EnumPart>;
  readonly types: Map<string, TypePart>;
  readonly callbacks: Map<string, CallbackPart>;
  readonly events: Map<string, EventPart>;
  readonly notes: NotePart[];
  readonly documents: Map<string, { title: string; note?: string }>;
}

export const emptyDraft = (): SpecDraft => ({
  kind: 'spec-draft',
  enums: new Map(),
  types: new Map(),
  callbacks: new Map(),
  events: new Map(),
  notes: [],
  documents: new Map(),
});

/** Rules that the readers of event documents apply, for the `rules` of a spec. */
export const eventRules: Readonly<Record<string, string>> = {
  'int64-tail': 'A description that ends in "int64" or "uint64" states the width of the number.',
  'int32-tail': 'A description that ends in "int32" or "uint32" states the width of the number.',
  'int32-enum': 'An enumeration in prose, with a width at its end, is an enum carried by that width.',
  'prose-enum': 'An enumeration in prose, in any of its notations, is an enum with described members.',
  'prose-values': 'Values that a description singles out are recorded with their meaning.',
  'dotted-rows': "Rows whose names begin with another's name and a dot describe the members of that one.",
  examples: 'The examples below an event show which values its members take together.',
  'eaten-pipes': 'A list of values has lost the bars between them, which were taken for table cells.',
  'first-kept': 'What a document says twice in the same words is kept once, with both lines.',
  blocks: 'The blocks of the document that describe an event each name one.',
  literals: 'A union of literals is an enum of these values.',
  'const-object': 'A constant object of literals, frozen or "as const", is an enum of its members.',
  emitter: 'The members of a map of events, or the overloads of "on", each name an event and its arguments.',
  shapes: 'Alternatives that one member with a different literal in each tells apart are a discriminated union.',
};

/** Members of a fact in the order in which people read them. */
const order: readonly string[] =
  'kind about text value values match label group direction type declared name standing open deprecated discriminant variants presence nullable unit default description from arguments members fields'.split(
    ' ',
  );

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const rank = ([key, inner]: readonly [string, unknown]): number => {
    // The values of a field and the declared layer of an event are lists: they come behind.
    const isLong = (key === 'values' && typeof inner !== 'string') || (key === 'declared' && inner instanceof Map);
    return isLong ? order.length + 1 : order.indexOf(key) + 1 || order.length + 1;
  };
  return Object.fromEntries(Object.entries(value).sort((a, b) => rank(a) - rank(b)));
}

/** The draft as the data of a spec file. */
export function specFile(draft: SpecDraft, given: { readonly name: string; readonly title: string }): EventSpecFile {
  const cited = new Set<string>();
  const plain = JSON.parse(
    JSON.stringify(draft, (key, value: unknown) => {
      if (key === 'from') for (const each of [value].flat()) cited.add(/ (\S+)$/.exec(String(each))?.[1] ?? '');
      return value instanceof Map ? Object.fromEntries(value) : inOrder(value);
    }),
  ) as Omit<EventSpecFile, 'wiremark' | 'name' | 'title'> & { kind?: string };
  const section = <K extends 'enums' | 'types' | 'callbacks' | 'notes'>(key: K): Partial<Pick<EventSpecFile, K>> => {
    const value = plain[key];
    return value === undefined || Object.keys(value).length === 0 ? {} : ({ [key]: value } as Pick<EventSpecFile, K>);
  };
  return {
    $schema: 'https://wiremark.dev/schema/event-spec.schema.json',
    wiremark: 1,
    name: given.name,
    title: given.title,
    documents: plain.documents,
    rules: Object.fromEntries(Object.entries(eventRules).filter(([rule]) => cited.has(rule))),
    int64: { travel: 'number' },
    ...section('enums'),
    ...section('types'),
    ...section('callbacks'),
    events: plain.events,
    ...section('notes'),
  };
}
