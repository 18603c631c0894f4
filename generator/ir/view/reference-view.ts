/** The reference documentation of a package: the same view for the Markdown page and for each page of the site. */
import type { Markup } from '../printable.ts';

/** One document: the Markdown page, or a page of the site. */
export interface ReferenceView {
  /** What the document is called: the package, or a module of it. */
  readonly title: Markup;
  readonly packageName: Markup;
  readonly version: Markup;
  /** One sentence about the package. */
  readonly summary: Markup;
  /** Version of wiremark. */
  readonly generator: Markup;
  /** Path from the document to the folder that all of them are in: `''`, or ending in `/`. */
  readonly root: Markup;
  readonly modules: readonly ReferenceModule[];
  /** Empty in Markdown. */
  readonly areas: readonly ReferenceArea[];
  readonly hasClauses: boolean;
}

/** What one source declares. */
export interface ReferenceModule {
  /** Path of the source. */
  readonly file: Markup;
  /** How code imports the module. */
  readonly module: Markup;
  readonly anchor: Markup;
  readonly href: Markup;
  /** Lines about the source: its package, its syntax. */
  readonly facts: readonly ReferenceFact[];
  readonly description: Markup;
  /** For lists of contents: every declared thing once, by kind. */
  readonly contents: readonly ReferenceContents[];
  readonly messages: readonly ReferenceObject[];
  readonly enums: readonly ReferenceEnum[];
  readonly extensions: readonly ReferenceExtension[];
  readonly services: readonly ReferenceService[];
  readonly events: readonly ReferenceEvent[];
  readonly types: readonly ReferenceObject[];
  readonly callbacks: readonly ReferenceObject[];
  readonly notes: readonly ReferenceNote[];
}

export interface ReferenceContents {
  readonly title: Markup;
  readonly count: number;
  readonly entries: readonly {
    readonly name: Markup;
    readonly href: Markup;
    readonly deprecated: boolean;
    /** One line about it. */
    readonly line: Markup;
    /** Further words by which a search finds it. */
    readonly words: Markup;
  }[];
}

export interface ReferenceFact {
  readonly name: Markup;
  readonly value: Markup;
}

/** What all that is declared has. */
export interface ReferenceDeclared {
  /** As people call it: without the package. */
  readonly name: Markup;
  readonly anchor: Markup;
  readonly href: Markup;
  readonly description: Markup;
  readonly deprecated: boolean;
  /** Where it is declared. */
  readonly place: Markup;
  readonly facts: readonly ReferenceFact[];
}

/** A message, a type of an event spec, or a callback with its arguments. */
export interface ReferenceObject extends ReferenceDeclared {
  readonly members: readonly ReferenceMember[];
  /** Of an alias or a union: what it stands for; `''` else. */
  readonly type: Markup;
  /** A value as JSON; `''` where there is none. */
  readonly example: Markup;
  readonly clauses: readonly ReferenceLink[];
}

/** A field, or an argument. */
export interface ReferenceMember {
  readonly name: Markup;
  readonly anchor: Markup;
  readonly href: Markup;
  /** Field number; `''` where there is none. */
  readonly number: Markup;
  readonly type: Markup;
  /** `optional`, `repeated`, `oneof NAME`, `required` and the like; `''` for a plain one. */
  readonly label: Markup;
  readonly description: Markup;
  readonly deprecated: boolean;
  /** Unit, default, values with a meaning of their own. */
  readonly facts: readonly ReferenceFact[];
  /** What the document says, how it travels and what was seen, where that is more than the type tells. */
  readonly layers: readonly ReferenceFact[];
  /** Both of these on one line, for a cell of a table. */
  readonly remarks: Markup;
}

export interface ReferenceEnum extends ReferenceDeclared {
  readonly members: readonly {
    readonly name: Markup;
    readonly value: Markup;
    readonly description: Markup;
    readonly deprecated: boolean;
    readonly facts: readonly ReferenceFact[];
  }[];
  readonly clauses: readonly ReferenceLink[];
}

export interface ReferenceExtension extends ReferenceMember {
  /** The message that it extends. */
  readonly base: Markup;
}

export interface ReferenceService extends ReferenceDeclared {
  readonly methods: readonly {
    readonly name: Markup;
    readonly request: Markup;
    readonly response: Markup;
    readonly description: Markup;
    readonly deprecated: boolean;
  }[];
}

export interface ReferenceEvent extends ReferenceDeclared {
  readonly args: readonly ReferenceMember[];
  /** Declared and observed arguments, where they differ from those above. */
  readonly layers: readonly ReferenceFact[];
  /** A frame as it travels. */
  readonly example: Markup;
  readonly clauses: readonly ReferenceLink[];
}

/** A doubt about the documents, or a decision, on record. */
export interface ReferenceNote {
  readonly about: Markup;
  readonly text: Markup;
}

export interface ReferenceLink {
  readonly name: Markup;
  readonly href: Markup;
}

/** Clauses of one area. */
export interface ReferenceArea {
  readonly name: Markup;
  readonly clauses: readonly {
    readonly id: Markup;
    readonly anchor: Markup;
    readonly level: Markup;
    readonly roles: Markup;
    readonly text: Markup;
    /** Where the rule comes from. */
    readonly source: Markup;
  }[];
}
