/** Links objects, unions and aliases. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { SpecAlias, SpecObject, SpecType, SpecUnion } from '../../ir/event-spec.ts';
import type { Field, TypeDefinition } from '../../ir/schema/event-spec.gen.ts';
import { namedCommon } from './common.ts';
import { below } from './context.ts';
import type { LinkContext } from './context.ts';
import { linkField } from './link-field.ts';
import { resolveType } from './resolve-type.ts';

export function linkType(name: string, stated: TypeDefinition, context: LinkContext): SpecType {
  switch (stated.kind) {
    case undefined:
    case 'object':
      return linkObject(name, stated, context);
    case 'union':
      return linkUnion(name, stated, context);
    case 'alias':
      return linkAlias(name, stated, context);
    default:
      return stated satisfies never;
  }
}

type Of<K extends NonNullable<TypeDefinition['kind']>> = Extract<TypeDefinition, { readonly kind?: K | undefined }>;

function linkObject(name: string, stated: Of<'object'>, context: LinkContext): SpecObject {
  const pointer = below('/types', name);
  const presence = stated.presence ?? context.source.file.presence ?? 'unstated';
  const fields = Object.entries(stated.fields).map(([field, value]) =>
    linkField(value, { type: name, name: field, pointer: below(pointer, 'fields', field), presence }, context),
  );
  return { kind: 'object', name, fields, open: stated.open ?? true, ...namedCommon(stated, pointer, context) };
}

function linkAlias(name: string, stated: Of<'alias'>, context: LinkContext): SpecAlias {
  const pointer = below('/types', name);
  const { type } = resolveType(below(pointer, 'type'), context);
  return { kind: 'alias', name, type, ...namedCommon(stated, pointer, context) };
}

function linkUnion(name: string, stated: Of<'union'>, context: LinkContext): SpecUnion {
  const pointer = below('/types', name);
  const { discriminant } = stated;
  const seen = new Map<string | number, SpecUnion['variants'][number]>();
  const variants = stated.variants.flatMap((type, index) => {
    const origin = context.source.placeOf(below(pointer, 'variants', index));
    return discriminantValues(type, { discriminant, origin }, context).map((value) => ({ value, type, origin }));
  });
  for (const variant of variants) {
    const first = seen.get(variant.value);
    if (first === undefined) seen.set(variant.value, variant);
    else {
      const related = [{ message: 'first used here', place: first.origin }];
      const value = JSON.stringify(variant.value);
      context.report(diagnose('WM3108', variant.origin, { name, discriminant, value, related }));
    }
  }
  return {
    kind: 'union',
    name,
    discriminant,
    open: stated.open ?? false,
    variants,
    ...namedCommon(stated, pointer, context),
  };
}

/** The values by which a reader recognises the variant: one literal, or several. */
function discriminantValues(
  name: string,
  { discriminant, origin }: { readonly discriminant: string; readonly origin: SpecUnion['origin'] },
  context: LinkContext,
): readonly (string | number)[] {
  const types = context.source.file.types ?? {};
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined || !('fields' in type)) {
    const objects = Object.entries(types).filter(([, each]) => 'fields' in each);
    const suggestion = suggest(
      name,
      objects.map(([known]) => known),
    );
    context.report(diagnose('WM3106', origin, { name, suggestion }));
    return [];
  }
  const values = literalsOf(type, { name, discriminant }, context);
  if (values.length > 0) return values;
  const place = context.source.placeOf(below('/types', name), 'key');
  const related = [{ message: 'the variant is defined here', place }];
  context.report(diagnose('WM3107', origin, { name, discriminant, related }));
  return [];
}

function literalsOf(
  type: Of<'object'>,
  { name, discriminant }: { readonly name: string; readonly discriminant: string },
  context: LinkContext,
): readonly (string | number)[] {
  const field: Field | undefined = Object.hasOwn(type.fields, discriminant) ? type.fields[discriminant] : undefined;
  if (field === undefined) return [];
  const stated = typeof field === 'string' ? undefined : field.presence;
  if ((stated ?? type.presence ?? context.source.file.presence) !== 'required') return [];
  const pointer = below('/types', name, 'fields', discriminant);
  const syntax = context.source.types.get(typeof field === 'string' ? pointer : below(pointer, 'type'));
  const alternatives = syntax?.kind === 'union' ? syntax.of : [syntax];
  const values = alternatives.map((each) =>
    (each?.kind === 'literal' || each?.kind === 'prefix') && typeof each.value !== 'boolean' ? each.value : undefined,
  );
  return values.every((value) => value !== undefined) ? values : [];
}
