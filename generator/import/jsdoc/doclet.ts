/** What the three forms of JSDoc have in common: described events, types and callbacks, with rows and examples. */

export type DocletKind = 'event' | 'typedef' | 'callback';

export interface Doclet {
  readonly kind: DocletKind;
  /** Without its module: `onMessage`, `Meta`. */
  readonly name: string;
  /** Module, class or namespace; `''` where none is said. */
  readonly owner: string;
  /** Type of a typedef, as written; `''` where none is said. */
  readonly type: string;
  /** Paragraphs parted by an empty line, each on one line. */
  readonly description: string;
  readonly deprecated: boolean;
  /** Parameters of events and callbacks, properties of types; dotted names describe members. */
  readonly rows: readonly DocRow[];
  readonly examples: readonly DocExample[];
  /** 1-based. */
  readonly line: number;
  /** Where a document says which way an event goes. */
  readonly direction?: 'server-to-client' | 'client-to-server';
}

/** An enum that a document declares as such. */
export interface EnumDoc {
  readonly name: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly line: number;
  /** Rule that made an enum of it; undefined where it is declared as one. */
  readonly rule: string | undefined;
  readonly members: readonly {
    readonly name: string;
    readonly value: number | string;
    readonly description: string;
    readonly deprecated: boolean;
    readonly line: number;
  }[];
}

export interface DocRow {
  /** As written, without brackets: `res`, `res.next`. */
  readonly name: string;
  /** As written; `''` where none is said. */
  readonly type: string;
  readonly isOptional: boolean;
  /** As written; undefined where there is none. */
  readonly default: string | undefined;
  readonly description: string;
  readonly line: number;
  /** The name as the document has it, where that is another: `status:`. */
  readonly written: string | undefined;
}

/** Source text of an example; its first line has the number `line`. */
export interface DocExample {
  readonly text: string;
  readonly line: number;
}

/** Lines of text that belong to nothing that was read; 1-based, inclusive. */
export interface UnreadLines {
  readonly line: number;
  readonly endLine: number;
}

/** What a reader of JSDoc gives. */
export interface Doclets {
  readonly doclets: readonly Doclet[];
  readonly unread: readonly UnreadLines[];
  readonly enums?: readonly EnumDoc[];
  /** What could not be read, beside `unread`. */
  readonly faults?: readonly { readonly line: number; readonly problem: string }[];
  /** Whether the document marks what may be absent: then all else is required. */
  readonly statesPresence?: boolean;
}

/** The last part of a name path: `module:types~Meta`, `types#event:x` and `types.Meta` give their ends. */
export function lastPart(path: string): { readonly owner: string; readonly name: string } {
  const found = /^(.*?)[~#.]?(?:event:)?([^~#.:/]+)$/.exec(path.replace(/^module:/, '')) ?? undefined;
  if (found === undefined) return { owner: '', name: path };
  return { owner: found[1]!.replace(/[~#.:]+$/, ''), name: found[2]! };
}

/** Words on one line, paragraphs apart. */
export function paragraphs(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')
    .join('\n\n');
}
