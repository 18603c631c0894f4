/** Services: methods with their resolved messages. */
import type { ServiceDecl } from '../../ir/proto-source.ts';
import type { Service } from '../../ir/protocol.ts';
import type { ScopeContext } from './context.ts';
import { featuresOf } from './features.ts';
import { checkName } from './naming-style.ts';
import { scoped } from './symbols.ts';

export function linkService(decl: ServiceDecl, context: ScopeContext): Service {
  const { source, diagnostics, resolver, scope } = context;
  const fullName = scoped(scope, decl.name.text);
  const features = featuresOf(
    { syntax: source.syntax, target: 'service', options: decl.options, parent: context.features },
    diagnostics,
  );
  checkName('service', decl.name, { features, diagnostics });
  const options = context.options.link(decl.options, { target: 'service', scope });
  return {
    kind: 'service',
    name: decl.name.text,
    fullName,
    methods: decl.methods.flatMap((method) => {
      const request = { syntax: source.syntax, target: 'method', options: method.options, parent: features } as const;
      checkName('method', method.name, { features: featuresOf(request, diagnostics), diagnostics });
      const methodOptions = context.options.link(method.options, { target: 'method', scope: fullName });
      const input = resolver.message(method.input, fullName, 'the message of a method');
      const output = resolver.message(method.output, fullName, 'the message of a method');
      if (input === undefined || output === undefined) return [];
      return {
        name: method.name.text,
        input: input.fullName,
        output: output.fullName,
        clientStreaming: method.clientStreaming,
        serverStreaming: method.serverStreaming,
        options: methodOptions,
        deprecated: methodOptions['deprecated'] === true,
        comment: method.comment,
        origin: method.name.origin,
      };
    }),
    options,
    deprecated: options['deprecated'] === true,
    comment: decl.comment,
    origin: decl.name.origin,
  };
}
