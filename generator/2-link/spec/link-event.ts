/** Links events, callbacks and their arguments. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { SpecArgument, SpecCallback, SpecEvent } from '../../ir/event-spec.ts';
import type { Argument, Arguments, Callback, Event } from '../../ir/schema/event-spec.gen.ts';
import { common, int64Ways, namedCommon } from './common.ts';
import { below } from './context.ts';
import type { LinkContext } from './context.ts';
import { resolveType } from './resolve-type.ts';

export function linkEvent(name: string, stated: Event, context: LinkContext): SpecEvent {
  const pointer = below('/events', name);
  const args = (given: Arguments, ...keys: readonly string[]): readonly SpecArgument[] =>
    linkArguments(given, { owner: name, pointer: below(pointer, ...keys) }, context);
  const interpreted = args(stated.arguments ?? {}, 'arguments');
  return {
    kind: 'event',
    name,
    label: stated.label ?? name,
    direction: stated.direction ?? 'server-to-client',
    group: stated.group ?? '',
    arguments: interpreted,
    declared: stated.declared === undefined ? interpreted : args(stated.declared, 'declared'),
    observed: stated.observed && {
      arguments: args(stated.observed.arguments, 'observed', 'arguments'),
      note: stated.observed.note ?? '',
      count: stated.observed.count,
      evidence: evidenceOf(stated.observed.evidence, below(pointer, 'observed', 'evidence'), context),
    },
    ...common(stated, pointer, context),
  };
}

export function linkCallback(name: string, stated: Callback, context: LinkContext): SpecCallback {
  const pointer = below('/callbacks', name);
  const args = linkArguments(stated.arguments, { owner: name, pointer: below(pointer, 'arguments') }, context);
  return { kind: 'callback', name, arguments: args, ...namedCommon(stated, pointer, context) };
}

interface ArgumentsPlace {
  /** Name of the event or callback. */
  readonly owner: string;
  readonly pointer: string;
}

function linkArguments(stated: Arguments, place: ArgumentsPlace, context: LinkContext): readonly SpecArgument[] {
  const linked = Object.entries(stated).map(([name, argument]) => linkArgument(name, argument, { place, context }));
  let optional: SpecArgument | undefined;
  for (const argument of linked) {
    if (argument.presence !== 'required') optional ??= argument;
    else if (optional !== undefined) {
      const related = [{ message: 'may be left out', place: optional.origin }];
      context.report(diagnose('WM3111', argument.origin, { name: argument.name, related }));
    }
  }
  return linked;
}

function linkArgument(
  name: string,
  given: Argument,
  { place, context }: { readonly place: ArgumentsPlace; readonly context: LinkContext },
): SpecArgument {
  const pointer = below(place.pointer, name);
  const stated = typeof given === 'string' ? { type: given } : given;
  const { type, nullable, absent } = resolveType(typeof given === 'string' ? pointer : below(pointer, 'type'), context);
  const { deprecated: _, ...facts } = common(stated, pointer, context);
  if (absent && stated.presence === 'required') context.report(diagnose('WM3117', facts.origin, { name }));
  return {
    name,
    type,
    presence: absent ? 'optional' : (stated.presence ?? 'required'),
    nullable: nullable || (stated.nullable ?? false),
    int64: int64Ways(stated.int64, `${place.owner}.${name}`, context),
    ...facts,
  };
}

function evidenceOf(name: string, pointer: string, context: LinkContext): string {
  const evidence = context.source.file.evidence ?? {};
  if (Object.hasOwn(evidence, name)) return evidence[name]!;
  const suggestion = suggest(name, Object.keys(evidence)) || 'List the evidence under "evidence".';
  context.report(diagnose('WM3114', context.source.placeOf(pointer), { what: 'evidence', name, suggestion }));
  return '';
}
