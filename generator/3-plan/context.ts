/** What the planning of one module needs beside the node at hand. */
import type { Message, ProtoEnum, Protocol } from '../ir/protocol.ts';
import type { Scope } from './names.ts';
import type { Imports, Symbols } from './symbols.ts';

export interface PlanContext {
  readonly protocol: Protocol;
  readonly symbols: Symbols;
  /** All names of the module at hand: claim one to keep it to yourself. */
  readonly scope: Scope;
  /** Imports of the module at hand. */
  readonly imports: Imports;
  /** Messages of the whole protocol by full name. */
  readonly messages: ReadonlyMap<string, Message>;
  /** Full names of the messages whose depth the schema does not bound. */
  readonly unbounded: ReadonlySet<string>;
  /** Proto enums of the whole protocol by full name. */
  readonly enums: ReadonlyMap<string, ProtoEnum>;
}
