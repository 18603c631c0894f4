/** Resolves names and features of .proto declarations: sources in, frozen files out. */
import { inOrder, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';
import type { Field, ProtoFile } from '../../ir/protocol.ts';
import type { Int64Surface } from '../../ir/scalar.ts';
import { int64At, type FileContext, type ScopeContext } from './context.ts';
import { linkEnum } from './enums.ts';
import { checkExtensionNumbers } from './extension-numbers.ts';
import { linkExtensions } from './extensions.ts';
import { defaultFeatures, featuresOf } from './features.ts';
import { checkFileFeatures } from './file-rules.ts';
import { freezeDeep } from './freeze.ts';
import { checkImports } from './imports.ts';
import { linkMessage, type Gathered } from './messages.ts';
import { checkName } from './naming-style.ts';
import { OptionLinker } from './options.ts';
import { inLinkOrder } from './order.ts';
import { Resolver } from './resolve.ts';
import { linkService } from './services.ts';
import { collectSymbols } from './symbols.ts';
import { Files } from './visibility.ts';

export interface ProtoLinkOptions {
  readonly int64: Int64Surface;
  /** By full name of a field or message, or by path of a file; the nearest wins. */
  readonly int64Of: Readonly<Record<string, Int64Surface>>;
}

/**
 * Links the requested files and all that they import. Files with syntax errors are linked as far as they were read, and
 * nothing is reported that may only follow from such an error.
 */
export function linkProtos(sources: readonly ProtoSource[], options: ProtoLinkOptions): Result<readonly ProtoFile[]> {
  const files = new Files(sources);
  const ordered = inLinkOrder(sources);
  // Files beyond the ordered ones, such as descriptor.proto, serve the look-up of options.
  const { symbols, diagnostics } = collectSymbols([...new Set([...ordered, ...sources])]);
  const resolvers = new Map<ProtoSource, Resolver>();
  const resolverOf = (source: ProtoSource): Resolver => {
    const resolver = resolvers.get(source) ?? new Resolver(source, symbols, files);
    resolvers.set(source, resolver);
    return resolver;
  };
  const found: Diagnostic[] = [...diagnostics];
  const linked = ordered.map((source) => {
    const resolver = resolverOf(source);
    const context: FileContext = {
      ...options,
      source,
      resolver,
      options: new OptionLinker(resolver, resolverOf),
      diagnostics: resolver.diagnostics,
    };
    const file = linkFile(context);
    found.push(...resolver.diagnostics, ...checkImports(source, resolver, files));
    return file;
  });
  found.push(...checkExtensionNumbers(linked));
  return { value: freezeDeep(linked), diagnostics: inOrder(found) };
}

function linkFile(file: FileContext): ProtoFile {
  const { source, diagnostics } = file;
  const scope = source.package?.text ?? '';
  const features = featuresOf(
    { syntax: source.syntax, target: 'file', options: source.options, parent: defaultFeatures(source.syntax) },
    diagnostics,
  );
  checkFileFeatures(source, diagnostics);
  if (source.package !== undefined) checkName('package', source.package, { features, diagnostics });
  const surface = int64At({ ...file, int64: int64At(file, source.file) }, source.path);
  const context: ScopeContext = { ...file, scope, features, int64: surface };
  const options = file.options.link(source.options, { target: 'file', scope });
  const into: Gathered = { messages: [], enums: [], extensions: [] };
  for (const decl of source.messages) linkMessage(decl, context, { ...into, parent: undefined });
  const enums = source.enums.map((decl) => linkEnum(decl, context, undefined));
  const extensions: Field[] = source.extends.flatMap((decl) => linkExtensions(decl, context));
  return {
    kind: 'proto-file',
    path: source.path,
    package: scope,
    syntax: source.syntax,
    imports: source.imports.flatMap(({ resolved, mode, origin }) =>
      resolved === undefined || mode === 'option' ? [] : [{ path: resolved, public: mode === 'public', origin }],
    ),
    messages: into.messages,
    enums: [...enums, ...into.enums].sort(bySource),
    extensions: [...extensions, ...into.extensions].sort(bySource),
    services: source.services.map((decl) => linkService(decl, context)),
    options,
    comment: source.comment,
    requested: source.requested,
    text: source.text,
    origin: source.origin,
  };
}

type Placed = Pick<Field, 'origin'>;

function bySource(a: Placed, b: Placed): number {
  return a.origin.line - b.origin.line || a.origin.column - b.origin.column;
}
