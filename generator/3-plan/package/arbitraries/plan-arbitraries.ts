/** Plans `lib/arbitraries`: for each message, type and event, a function that gives random values to fast-check's properties. */
import type { Identifier, Literal, ModuleView } from '../../../ir/package-plan.ts';
import type { EventSpec } from '../../../ir/event-spec.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { Expression } from '../../../ir/view/code.ts';
import type { ArbitraryView } from '../../../ir/view/arbitraries-view.ts';
import { quoted, verbatim } from '../../event/build.ts';
import { pascalCase, Scope } from '../../names.ts';
import { Imports, type Symbols } from '../../symbols.ts';
import { comment, literal } from '../../text.ts';
import { eventCodecName } from '../codec-name.ts';
import { Builder, constant, helperNames, type Arbitrary } from './build.ts';
import { heightsOf } from './heights.ts';
import { messageArbitrary } from './message.ts';
import type { Names } from './names.ts';
import { argumentsArbitrary, typeArbitrary, type SpecTools } from './spec.ts';

/** Names that the module uses for itself. */
const own = [...helperNames, 'fc', 'c', 'once', 'context', 'asText', 'limits', 'ArbitraryOptions', 'Context'];

/** Both names of an arbitrary: `arbitraryFoo`, exported, and `makeFoo`. */
const family = (base: string): readonly string[] => [`arbitrary${base}`, `make${base}`];

interface Planned extends Pick<ArbitraryView, 'name' | 'local' | 'type'> {
  readonly title: string;
  build(): Arbitrary;
}

export function planArbitraries(protocol: Protocol, symbols: Symbols): ModuleView {
  const scope = new Scope().reserve(own);
  const imports = new Imports('arbitraries', scope);
  const build = new Builder();
  const locals = new Map<string, Identifier>();
  const local = (key: string): Identifier => locals.get(key)!;
  const names: Names = {
    message: (fullName) => local(`message ${fullName}`),
    type: (spec, name) => local(`type ${spec} ${name}`),
    enum: (fullName) => imports.add(symbols.proto(fullName).module, symbols.proto(fullName).name, false),
    specEnum: (spec, name) => imports.add(symbols.spec(spec, name).module, symbols.spec(spec, name).name, false),
  };
  const tools: SpecTools = { names, build, heights: heightsOf(protocol.specs), protocol };
  /** @param key - What others refer to it by. @param make - Runs once every local is known. */
  const plan = (key: string, title: string, type: Literal, make: () => Arbitrary): Planned => {
    const base = scope.claim(title, family);
    locals.set(key, `make${base}` as Identifier);
    return { name: `arbitrary${base}` as Identifier, local: local(key), type, title, build: make };
  };
  const planned = [
    ...protocol.files.flatMap((file) =>
      file.messages.map((node) => {
        const { module, name } = symbols.proto(node.fullName);
        const type = imports.add(module, name, true) as string as Literal;
        return plan(`message ${node.fullName}`, name, type, () => messageArbitrary(node, names, build));
      }),
    ),
    ...protocol.specs.flatMap((spec) => {
      const types = spec.types.map((node) => {
        const { module, name } = symbols.spec(spec.name, node.name);
        const type = imports.add(module, name, true) as string as Literal;
        return plan(`type ${spec.name} ${node.name}`, name, type, () => typeArbitrary(node, spec, tools));
      });
      return [...types, ...planEvents(spec, { symbols, imports, tools, plan, local })];
    }),
  ];
  // Bodies come after all names, as types refer to each other in any order.
  const bodies = planned.map((one) => ({ ...one, value: one.build().code }));
  const arbitraries = bodies.map(({ name, local: made, type, title, value }) => ({
    name,
    local: made,
    type,
    value,
    usesContext: mentions(value, 'c'),
    doc: comment(`Random values of \`${title}\`.`),
    deprecated: false,
    place: '',
  }));
  return {
    path: 'arbitraries',
    source: 'all its sources',
    doc: comment('Arbitraries of fast-check, for tests by properties. Unlikely values that break programs come often.'),
    imports: imports.list(),
    items: [
      {
        kind: 'arbitraries',
        uses: build.uses,
        asText: bodies.some(({ value }) => mentions(value, 'asText')),
        arbitraries,
      },
    ],
    sources: new Map(),
  };
}

/** Does an expression name a variable or function? Literals of that text have quotes. */
const mentions = (value: Expression, name: string): boolean => JSON.stringify(value).includes(`"text":"${name}"`);

function planEvents(
  spec: EventSpec,
  {
    symbols,
    imports,
    tools,
    plan,
    local,
  }: {
    readonly symbols: Symbols;
    readonly imports: Imports;
    readonly tools: SpecTools;
    readonly plan: (key: string, title: string, type: Literal, make: () => Arbitrary) => Planned;
    readonly local: (key: string) => Identifier;
  },
): Planned[] {
  if (spec.events.length === 0) return [];
  const codec = eventCodecName(spec, symbols);
  const { module } = symbols.events(spec.name);
  const map = imports.add(module, `${codec}s`, true);
  const key = (name: string): string => `arguments ${spec.name} ${name}`;
  const args = spec.events.map((event) =>
    plan(key(event.name), `${pascalCase(event.name)}Args`, `${map}[${literal(event.name)}]` as Literal, () =>
      argumentsArbitrary(event, tools),
    ),
  );
  const any = plan(`events ${spec.name}`, codec, imports.add(module, codec, true) as string as Literal, () =>
    tools.build.oneOf(
      spec.events.map(({ name }) =>
        tools.build.record([
          { key: verbatim('event') as never, value: constant(quoted(name)) },
          { key: verbatim('args') as never, value: { ...tools.build.made(local(key(name))), deep: false } },
        ]),
      ),
    ),
  );
  return [...args, any];
}
