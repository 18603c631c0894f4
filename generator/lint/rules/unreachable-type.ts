/** unreachable-type: types that nothing in the sources leads to. */
import type { EventSpec, SpecArgument, TypeExpr } from '../../ir/event-spec.ts';
import type { ProtoFile, Protocol } from '../../ir/protocol.ts';
import { rule } from '../rule.ts';
import { listed, ownFiles, parts, typeOf } from '../walk.ts';

export const unreachableType = rule({
  name: 'unreachable-type',
  code: 'WM7009',
  about: 'Types that no event, callback, method or field leads to.',
  check(protocol, report) {
    const reached = reachedInProtos(protocol);
    for (const file of ownFiles(protocol)) {
      const lost = [...file.messages, ...file.enums].filter(
        // Without methods every message at the top is an entry; a nested type is there for its message.
        ({ fullName, parent }) => !reached.has(fullName) && (parent !== undefined || hasMethods(protocol)),
      );
      if (lost.length > 0) report(lost[0]!.origin, { names: listed(lost.map(({ fullName }) => fullName)) });
    }
    for (const spec of protocol.specs) {
      const found = reachedInSpec(spec);
      const lost = [...spec.types, ...spec.enums].filter(({ name }) => !found.has(name) && !listsEvents(name, spec));
      if (lost.length > 0) report(lost[0]!.origin, { names: listed(lost.map(({ name }) => name)) });
    }
  },
});

const hasMethods = (protocol: Protocol): boolean =>
  ownFiles(protocol).some(({ services }) => services.some(({ methods }) => methods.length > 0));

/** From methods and extensions on, or, where a file set has no methods, from the messages at the top. */
function reachedInProtos(protocol: Protocol): ReadonlySet<string> {
  const { files, specs } = protocol;
  const messages = new Map(files.flatMap((file) => file.messages).map((each) => [each.fullName, each]));
  const fromMethods = files.flatMap(({ services }) =>
    services.flatMap(({ methods }) => methods.flatMap(({ input, output }) => [input, output])),
  );
  const tops = hasMethods(protocol)
    ? fromMethods
    : [...messages.values()].filter(isTop).map(({ fullName }) => fullName);
  const named = files.flatMap((file: ProtoFile) => file.extensions.flatMap((each) => typeOf(each) ?? []));
  const inSpecs = specs.flatMap((spec) => namesIn(spec, 'proto'));
  const pending = [...tops, ...named, ...inSpecs];
  const reached = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    pending.push(...(messages.get(name)?.fields ?? []).flatMap((field) => typeOf(field) ?? []));
  }
  return reached;
}

const isTop = ({ parent }: { readonly parent: string | undefined }): boolean => parent === undefined;

/** In any of the three layers: what was only seen, or only declared, is there for a reason. */
function reachedInSpec(spec: EventSpec): ReadonlySet<string> {
  const types = new Map(spec.types.map((type) => [type.name, type]));
  const pending = [...spec.events, ...spec.callbacks].flatMap((each) => {
    const layers: (readonly SpecArgument[])[] = [each.arguments];
    if (each.kind === 'event') layers.push(each.declared, each.observed?.arguments ?? []);
    return layers.flat().flatMap(({ type }) => namesOf(type, 'spec'));
  });
  const reached = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const type = types.get(name);
    if (type?.kind === 'alias') pending.push(...namesOf(type.type, 'spec'));
    if (type?.kind === 'union') pending.push(...type.variants.map((variant) => variant.type));
    if (type?.kind === 'object') {
      for (const field of type.fields) {
        const layers = [field.type, ...(field.declared ? [field.declared.expr] : []), ...(field.observed?.types ?? [])];
        pending.push(...layers.flatMap((expr) => namesOf(expr, 'spec')));
      }
    }
  }
  return reached;
}

function namesIn(spec: EventSpec, of: 'spec' | 'proto'): string[] {
  const members = spec.types.flatMap((type) => (type.kind === 'object' ? type.fields : []));
  const args = [...spec.events, ...spec.callbacks].flatMap((each) => each.arguments);
  return [...members, ...args].flatMap(({ type }) => namesOf(type, of));
}

function namesOf(expr: TypeExpr, of: 'spec' | 'proto'): string[] {
  return [...parts(expr)].flatMap((part) => {
    if (part.kind === 'type' || part.kind === 'spec-enum') return of === 'spec' ? [part.name] : [];
    return (part.kind === 'message' || part.kind === 'enum') && of === 'proto' ? [part.fullName] : [];
  });
}

/** An enum of the events' names is what listeners are attached by. */
function listsEvents(name: string, spec: EventSpec): boolean {
  const events = new Set(spec.events.map((event) => event.name));
  const members = spec.enums.find((each) => each.name === name)?.members ?? [];
  return members.some(({ value }) => events.has(String(value)));
}
