/** What the parts of a reference's planning share. */
import type { Markup } from '../../../ir/printable.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { ReferenceFact, ReferenceLink, ReferenceModule } from '../../../ir/view/reference-view.ts';
import type { Symbols } from '../../symbols.ts';
import type { Trait } from './clauses.ts';
import type { Examples } from './example/examples.ts';
import type { Ink, Place } from './ink.ts';

/** What the planning of a document needs beside the module at hand. */
export interface ReferenceContext {
  readonly ink: Ink;
  readonly protocol: Protocol;
  readonly symbols: Symbols;
  readonly examples: Examples;
  readonly packageName: string;
  /** Links to the clauses about something; none in a document without clauses. */
  readonly links: (traits: Iterable<Trait>) => readonly ReferenceLink[];
  /** Home and name of a message, a proto enum, or a type of a spec. */
  readonly places: Places;
}

export interface Places {
  proto(fullName: string): { readonly place: Place; readonly name: string };
  spec(spec: string, name: string): { readonly place: Place; readonly name: string };
}

/** What differs between modules of protos and of event specs. */
export type ModuleParts = Omit<ReferenceModule, 'file' | 'module' | 'anchor' | 'href' | 'contents'>;

/** A name and what is to be said under it. */
export const fact = (ink: Ink, name: string, value: Markup): ReferenceFact => ({ name: ink.text(name), value });
