/** What every named thing of a spec has: description, standing, deprecation, source, place. */
import type { Standing } from '../../ir/event-spec.ts';
import type { DocumentOrigin, Origin } from '../../ir/origin.ts';
import type { From } from '../../ir/schema/event-spec.gen.ts';
import type { Int64Surface, Int64Travel } from '../../ir/scalar.ts';
import type { LinkContext } from './context.ts';
import { readOrigin } from './facts.ts';

export interface Common {
  readonly description: string;
  readonly deprecated: boolean;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

interface Stated {
  readonly description?: string | undefined;
  readonly deprecated?: boolean | undefined;
  readonly from?: From | undefined;
}

/** @param pointer - Of the thing itself; its key is its place. */
export function common(stated: Stated, pointer: string, context: LinkContext): Common {
  return {
    description: stated.description ?? '',
    deprecated: stated.deprecated ?? false,
    source: sourceOf(stated.from, pointer, context),
    origin: context.source.placeOf(pointer, 'key'),
  };
}

export function namedCommon(
  stated: Stated & { readonly standing?: Standing | undefined },
  pointer: string,
  context: LinkContext,
): Common & { readonly standing: Standing } {
  return { ...common(stated, pointer, context), standing: stated.standing ?? 'documented' };
}

/** @param pointer - Of the thing that has the `from`. */
export function sourceOf(from: From | undefined, pointer: string, context: LinkContext): DocumentOrigin | undefined {
  const { documents = {}, rules = {} } = context.source.file;
  return readOrigin(from, {
    citable: { documents: Object.keys(documents), rules: Object.keys(rules) },
    place: context.source.placeOf(`${pointer}/from`),
    report: context.report,
  });
}

export interface Int64Ways {
  readonly travel: Int64Travel;
  readonly surface: Int64Surface;
}

type StatedInt64 =
  | 'string'
  | { readonly travel?: Int64Travel | undefined; readonly surface?: Int64Surface | undefined };

/**
 * How 64-bit integers go at a place; the nearest word wins: the generator's own for the field, the spec's for the field,
 * the generator's for the type and the file, the spec's default, the generator's default.
 * @param path - `Type.field` or `event.argument`.
 */
export function int64Ways(stated: StatedInt64 | undefined, path: string, { source, options }: LinkContext): Int64Ways {
  const own = spread(stated);
  const spec = spread(source.file.int64);
  const told = (name: string): Int64Surface | undefined =>
    Object.hasOwn(options.int64Of, name) ? options.int64Of[name] : undefined;
  const full = `${source.file.name}.${path}`;
  return {
    travel: own.travel ?? spec.travel ?? 'number',
    surface:
      told(full) ??
      own.surface ??
      told(full.slice(0, full.lastIndexOf('.'))) ??
      told(source.path) ??
      spec.surface ??
      options.int64,
  };
}

const spread = (stated: StatedInt64 | undefined): Exclude<StatedInt64, string> =>
  stated === 'string' ? { travel: 'string', surface: 'string' } : (stated ?? {});
