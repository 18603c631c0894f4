/**
 * Reduces what Ajv reports to what a writer can act on: of alternatives, only the faults of the one that was meant.
 */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

/** An Ajv error at a place of the whole document, or alternatives of which none was recognisably meant. */
export interface Finding {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly error: ErrorObject;
  /** Values of a distinguishing key, or descriptions of the alternatives; empty for an ordinary error. */
  readonly alternatives: readonly string[];
  /** The key by which alternatives are told apart; undefined when there is none. */
  readonly discriminant: string | undefined;
}

export interface Context {
  /** The validator of a part of a schema, by reference. */
  readonly branch: (reference: string) => ValidateFunction;
  /** `<$id>#<pointer>` of a part of a schema. */
  readonly referenceOf: (node: object) => string | undefined;
}

/** Keywords that only sum up errors which are reported beside them. */
const summaries = new Set(['if', 'propertyNames', '$ref', 'allOf']);

export function relevantFindings(errors: readonly ErrorObject[], context: Context): readonly Finding[] {
  return explain(errors, '', context);
}

function explain(errors: readonly ErrorObject[], base: string, context: Context): readonly Finding[] {
  const tried = new Map(errors.filter(isAlternative).map((error) => [error, tryBranches(error, context)]));
  // Ajv lists the errors of every branch beside the one that sums them up.
  const inBranches = new Set(
    [...tried].flatMap(([outer, branches]) =>
      branches.flat().map((error) => identify(error, outer.instancePath, context)),
    ),
  );
  return errors
    .filter((error) => !summaries.has(error.keyword) && !inBranches.has(identify(error, '', context)))
    .flatMap((error) => {
      const pointer = base + error.instancePath;
      const plain: Finding = { pointer, error, alternatives: [], discriminant: undefined };
      const branches = tried.get(error);
      if (branches === undefined || branches.length === 0) return [plain];
      const { chosen, alternatives, discriminant } = chooseBranch(branches, error.data);
      return chosen === undefined ? [{ ...plain, alternatives, discriminant }] : explain(chosen, pointer, context);
    });
}

const isAlternative = (error: ErrorObject): boolean => error.keyword === 'oneOf' || error.keyword === 'anyOf';

/** The same error, whether Ajv met it on its way through the whole schema or in one branch alone. */
function identify(
  { parentSchema, keyword, instancePath, params }: ErrorObject,
  base: string,
  context: Context,
): string {
  const schema = typeof parentSchema === 'object' ? context.referenceOf(parentSchema) : undefined;
  return JSON.stringify([schema, keyword, base + instancePath, params]);
}

/** The errors of each branch; none when the schema cannot be found again, or when more than one branch matches. */
function tryBranches(error: ErrorObject, context: Context): readonly (readonly ErrorObject[])[] {
  const parent = error.parentSchema as object;
  const at = context.referenceOf(parent);
  const branches = (parent as Record<string, unknown>)[error.keyword];
  if (at === undefined || !Array.isArray(branches) || error.params['passingSchemas'] != null) return [];
  return branches.map((_, index) => {
    const validate = context.branch(`${at}/${error.keyword}/${index}`);
    validate(error.data);
    return validate.errors ?? [];
  });
}

interface Choice {
  readonly chosen: readonly ErrorObject[] | undefined;
  readonly alternatives: readonly string[];
  readonly discriminant: string | undefined;
}

function chooseBranch(tried: readonly (readonly ErrorObject[])[], data: unknown): Choice {
  const ofType = tried.filter(
    (errors) => !errors.some((error) => error.instancePath === '' && error.keyword === 'type'),
  );
  if (ofType.length === 1) return { chosen: ofType[0]!, alternatives: [], discriminant: undefined };
  if (ofType.length === 0) {
    const types = tried.flatMap((errors) =>
      errors.flatMap((error) => (error.keyword === 'type' ? error.params['type'] : [])),
    );
    return { chosen: undefined, alternatives: [...new Set(types.map(String))], discriminant: undefined };
  }
  if (typeof data !== 'object' || data === null)
    return { chosen: shortest(ofType), alternatives: [], discriminant: undefined };
  // A branch that refuses the value of its `const` property was not meant.
  const agreeing = ofType.filter((errors) => !errors.some(isWrongTag));
  if (agreeing.length > 0) return { chosen: shortest(agreeing), alternatives: [], discriminant: undefined };
  const tags = ofType.flatMap((errors) => errors.filter(isWrongTag));
  return {
    chosen: undefined,
    alternatives: [...new Set(tags.map((error) => String(error.params['allowedValue'])))],
    discriminant: tags[0]?.instancePath.slice(1),
  };
}

const isWrongTag = (error: ErrorObject): boolean => error.keyword === 'const' && /^\/[^/]+$/.test(error.instancePath);

/**
 * The branch that misses least: a value is nearest to the form whose keys it has, and of such forms to the one with the
 * fewest complaints.
 */
function shortest(tried: readonly (readonly ErrorObject[])[]): readonly ErrorObject[] {
  return tried.reduce((best, errors) => {
    const nearer = ownFaults(errors) - ownFaults(best);
    return nearer < 0 || (nearer === 0 && errors.length < best.length) ? errors : best;
  });
}

const ownFaults = (errors: readonly ErrorObject[]): number =>
  errors.filter((error) => error.instancePath === '').length;
