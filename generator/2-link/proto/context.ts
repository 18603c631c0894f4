/** What the linking of one declaration needs to know of what surrounds it. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';
import type { Int64Surface } from '../../ir/scalar.ts';
import type { Features } from './features.ts';
import type { OptionLinker } from './options.ts';
import type { Resolver } from './resolve.ts';

/** Of one file. */
export interface FileContext {
  readonly source: ProtoSource;
  readonly resolver: Resolver;
  readonly options: OptionLinker;
  /** Faults of this file are added here; the resolver's list is the same. */
  readonly diagnostics: Diagnostic[];
  readonly int64: Int64Surface;
  readonly int64Of: Readonly<Record<string, Int64Surface>>;
}

/** Of a scope in it: the file itself or a message. */
export interface ScopeContext extends FileContext {
  /** Full name of the package or message. */
  readonly scope: string;
  readonly features: Features;
  /** Surface of 64-bit integers in this scope. */
  readonly int64: Int64Surface;
}

/** The surface that is chosen for a name, or that of its surroundings. */
export function int64At(context: FileContext, name: string): Int64Surface {
  return Object.hasOwn(context.int64Of, name) ? context.int64Of[name]! : context.int64;
}
