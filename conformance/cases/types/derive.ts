/** Takes a package, gives the codec cases of its event-spec types and of its enums: JSON to JSON. */
import type { FixedCase } from '../../model/case.ts';
import type { Enum, Type } from '../../model/descriptor.gen.ts';
import type { Step } from '../../model/fixture.gen.ts';
import { printExact, type ExactJson } from '../../reference/oracle/json-text.ts';
import { namedSlot } from '../../reference/oracle/oracle.ts';
import { rejection, transcodeStep } from '../codec/sample.ts';
import { unlistedNumbers } from '../codec/edges.ts';
import { brokenObjects } from './broken.ts';
import type { TypeContext } from './plain.ts';
import { variantsOf, type Variant, type VariantKind } from './variants.ts';

const clauses: Readonly<Record<VariantKind, readonly string[]>> = {
  value: ['values.type.carried'],
  int64: ['values.type.int64-exact', 'values.type.int64-travel'],
  enum: ['values.type.enum'],
  union: ['values.type.union'],
  presence: ['values.type.presence'],
  extra: ['values.type.extra'],
};

const what: Readonly<Record<VariantKind, string>> = {
  value: 'Every property at its edge values',
  int64: '64-bit integers at their limits',
  enum: 'Every listed value, and others where they are legal',
  union: 'Every alternative',
  presence: 'Properties absent, and present though empty',
  extra: 'A property that the type does not list',
};

/** Every fixed case of every type, in the order of the descriptor. */
export function typeCases(context: TypeContext): FixedCase[] {
  const { descriptor } = context.types;
  const types = [...descriptor.types, ...descriptor.derivedTypes].filter(
    ({ kind }) => kind !== 'callback' && kind !== 'enum',
  );
  return [
    ...types.flatMap((type) => casesOfType(context, type)),
    ...descriptor.enums.flatMap((node) => casesOfEnum(context, node)),
  ];
}

function casesOfType(context: TypeContext, type: Type): FixedCase[] {
  const variants = variantsOf(context, namedSlot(context.types, type.name));
  const kinds = [...new Set(variants.map(({ kind }) => kind))];
  const cases = kinds.map((kind) =>
    fixed(
      type.name,
      { id: kind, clauses: clauses[kind], what: what[kind] },
      legal(
        type.name,
        variants.filter((variant) => variant.kind === kind),
      ),
    ),
  );
  if (type.kind !== 'object') return cases;
  const { wrong, missing, extra } = brokenObjects(context, type);
  const refused = (id: string, clause: string, values: readonly ExactJson[]): FixedCase[] =>
    values.length === 0
      ? []
      : [
          fixed(
            type.name,
            { id, clauses: [clause], what: brokenWhat[id]! },
            values.map((value) => step(type.name, value, 'refused')),
          ),
        ];
  return [
    ...cases,
    ...refused('wrong-type', 'values.type.wrong-type', [...wrong, 'text', 7, true, []]),
    ...refused('missing', 'values.type.required', missing),
    ...refused('closed', 'values.type.extra', extra),
  ];
}

const brokenWhat: Readonly<Record<string, string>> = {
  'wrong-type': 'Values of another type',
  missing: 'A required property missing',
  closed: 'A property that the closed type does not list',
};

/** The names and numbers of an enum as they stand alone; a testee that can read them so declares `enums`. */
function casesOfEnum({ types }: TypeContext, node: Enum): FixedCase[] {
  if (!types.isProtoEnum(node) || node.kind !== 'integer') return [];
  const names = new Map<number, string>();
  for (const { name, value } of node.members) if (!names.has(Number(value))) names.set(Number(value), name);
  const known = node.members.flatMap(({ name, value }): Step[] => [
    transcode(node.name, Number(value), names.get(Number(value))!),
    transcode(node.name, name, names.get(Number(value))!),
  ]);
  const negative = node.members
    .filter(({ value }) => Number(value) < 0)
    .flatMap(({ name, value }) => [transcode(node.name, Number(value), name), transcode(node.name, name, name)]);
  const commented = node.commentedOut
    .filter(({ value }) => !names.has(value))
    .map(({ value }) => transcode(node.name, value, value));
  const unlisted = !node.open ? [] : unlistedNumbers(names).map((value) => transcode(node.name, value, value));
  const strange = ['noSuchMember', '', ' ', `${node.members[0]?.name ?? ''} `, 'toString', '__proto__'].map((value) =>
    step(node.name, value, 'refused'),
  );
  const rows = [
    { id: 'members', clauses: ['values.enum.member'], what: 'Every member by name and by number', steps: known },
    { id: 'negative', clauses: ['values.enum.negative'], what: 'Members with negative numbers', steps: negative },
    {
      id: 'commented-out',
      clauses: ['values.enum.unlisted'],
      what: 'Numbers that the source has as comments',
      steps: commented,
    },
    { id: 'unlisted', clauses: ['values.enum.unlisted'], what: 'Numbers that no member has', steps: unlisted },
    { id: 'no-name', clauses: ['json.enum.unknown-name'], what: 'Names that no member has', steps: strange },
  ];
  return rows
    .filter(({ steps }) => steps.length > 0)
    .map(({ steps, ...rule }) => ({ ...fixed(node.name, rule, steps), needs: ['json', 'enums'] }));
}

const legal = (type: string, variants: readonly Variant[]): Step[] =>
  variants.map(({ value }) => step(type, value, 'carried'));

/** The value as text, to be written again as it is, or to be refused. */
function step(type: string, value: ExactJson, fate: 'carried' | 'refused'): Step {
  const text = printExact(value);
  const replies =
    fate === 'refused' ? [rejection] : [{ kind: 'ok', value: { kind: 'typed-json', type, text } } as const];
  return transcodeStep(type, { input: text, to: 'json', replies });
}

const transcode = (type: string, from: ExactJson, to: ExactJson): Step =>
  transcodeStep(type, {
    input: printExact(from),
    to: 'json',
    replies: [{ kind: 'ok', value: { kind: 'json', text: printExact(to) } }],
  });

function fixed(
  type: string,
  rule: { readonly id: string; readonly clauses: readonly string[]; readonly what: string },
  steps: readonly Step[],
): FixedCase {
  return {
    kind: 'fixed',
    id: `codec/${type}/${rule.id}/json-json`,
    role: 'codec',
    level: 'required',
    clauses: rule.clauses,
    description: `${rule.what}: ${type}.`,
    needs: ['json'],
    steps,
  };
}
