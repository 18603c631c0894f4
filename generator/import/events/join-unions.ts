/** Makes discriminated unions of names for alternatives that a literal tells apart. */
import type { FieldPart, SpecDraft, TypePart } from './draft.ts';

type ObjectPart = TypePart & { kind: 'object' };

export function joinUnions(draft: SpecDraft): void {
  for (const [name, part] of draft.types) {
    if (part.kind !== 'alias') continue;
    const variants = part.type.split(' | ');
    const objects = variants
      .map((each) => draft.types.get(each))
      .filter((each): each is ObjectPart => each?.kind === 'object');
    if (variants.length < 2 || objects.length < variants.length) continue;
    const discriminant = [...objects[0]!.fields.keys()].find((key) => tellsApart(key, objects));
    if (discriminant === undefined) continue;
    for (const { fields, presence } of objects) {
      if (presence !== 'required') (fields.get(discriminant) as FieldPart).presence = 'required';
    }
    const { type: _, kind: __, from, ...rest } = part;
    const line = Array.isArray(from) ? from[0] : from;
    draft.types.set(name, {
      ...rest,
      kind: 'union',
      discriminant,
      variants,
      ...(line === undefined ? {} : { from: `${line} shapes` }),
    });
  }
}

/** A member that is required, and another literal in each. */
function tellsApart(key: string, objects: readonly ObjectPart[]): boolean {
  const fields = objects.map(({ fields: all }) => all.get(key));
  const isSound = fields.every(
    (field) => field !== undefined && field.presence !== 'optional' && /^("[^"\\]*"|-?\d+)$/.test(field.type),
  );
  return isSound && new Set(fields.map((field) => field!.type)).size === fields.length;
}
