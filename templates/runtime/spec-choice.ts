/** Values that are one of several things: told apart by their kind, by trying, or by a discriminant. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';
import { isRecord } from './predicates.ts';
import { reportType } from './rules.ts';
import { checkJsonObject, jsonRule } from './spec-json.ts';
import { own } from './spec-object.ts';
import { issuesOf, type Issue, type Report, type Rule, typeName } from './validation.ts';

/** What a value is at first sight. */
export type Kind = 'string' | 'number' | 'bigint' | 'boolean' | 'null' | 'array' | 'object' | 'bytes';

type ByKind = { readonly [K in Kind]?: (value: never) => unknown };

/** A converter for each kind that may come. */
type ResultOf<Table extends ByKind> = {
  [K in keyof Table]: Table[K] extends (value: never) => infer T ? T : never;
}[keyof Table];

declare const unlisted: unique symbol;

/**
 * A discriminant that no variant of an open union has. The brand keeps TypeScript's narrowing intact: comparing with a
 * listed literal excludes it. At run time it is an ordinary string or number.
 */
export type Unlisted<T extends string | number> = T & { readonly [unlisted]: true };

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Uint8Array ? 'bytes' : (typeof value as Kind);
}

/** Converts by what the value is. @throws {JsonError} `wrong-type` for a kind that the table does not have. */
export function byKind<const Table extends ByKind>(value: unknown, table: Table): ResultOf<Table> {
  const convert = table[kindOf(value)] as ((value: unknown) => ResultOf<Table>) | undefined;
  if (convert === undefined) throw new JsonError('wrong-type', notOne(table, value));
  return convert(value);
}

/** The rule for what the value is. */
export function kindRule(table: Readonly<Partial<Record<Kind, Rule>>>): Rule {
  return (value, report) => {
    const rule = table[kindOf(value)];
    if (rule === undefined) report.add('wrong-type', notOne(table, value));
    else rule(value, report);
  };
}

/** What the first converter that does not refuse it makes of a value. @throws {JsonError} what the last one throws. */
export function firstFit<const Converters extends readonly ((value: never) => unknown)[]>(
  value: unknown,
  converters: Converters,
): ReturnType<Converters[number]> {
  let failure: unknown;
  for (const convert of converters) {
    try {
      return (convert as (value: unknown) => ReturnType<Converters[number]>)(value);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** At least one of the rules; what the last one says where none holds. */
export function anyRule(...rules: readonly Rule[]): Rule {
  return (value, report) => {
    if (!rules.some((rule) => issuesOf(value, rule).length === 0)) rules.at(-1)?.(value, report);
  };
}

/** Null, or what the rule takes. */
export function nullableRule(rule: Rule): Rule {
  return (value, report) => {
    if (value !== null) rule(value, report);
  };
}

/** The error for an object whose discriminant no variant has. */
export function unknownVariant(object: object, discriminant: string): JsonError {
  const value = own(object as Record<string, unknown>, discriminant);
  if (value === undefined) return new JsonError('missing', 'is missing', pointerStep(discriminant));
  return new JsonError('unknown-case', `no variant has ${shown(value)}`, pointerStep(discriminant));
}

/** Is the discriminant of the right type? What a variant of an open union that is not listed must have. */
export function isUnlisted(value: unknown, discriminant: string, type: 'string' | 'number'): boolean {
  return isRecord(value) && typeof value[discriminant] === type;
}

/**
 * A variant of an open union that is not listed, as it is.
 *
 * @throws {JsonError} `missing`, `unknown-case` unless its discriminant is of the right type; or when it is not JSON.
 */
export function checkUnlisted<T>(value: unknown, discriminant: string, type: 'string' | 'number'): T {
  const object = checkJsonObject(value);
  if (!isUnlisted(object, discriminant, type)) throw unknownVariant(object, discriminant);
  return object as T;
}

/**
 * An object by its discriminant.
 * @param variants - Called when the rule runs.
 * @param open - Type of discriminants that no variant has; `''` where there must be none.
 */
export function variantRule(
  discriminant: string,
  variants: () => readonly (readonly [isOf: string | number | ((value: unknown) => boolean), rule: Rule])[],
  open: '' | 'string' | 'number',
): Rule {
  return (value, report) => {
    if (!isRecord(value)) return reportType('an object', value, report);
    const found = Object.hasOwn(value, discriminant) ? value[discriminant] : undefined;
    const variant = variants().find(([isOf]) => (typeof isOf === 'function' ? isOf(found) : isOf === found));
    if (variant !== undefined) return variant[1](value, report);
    if (open !== '' && typeof found === open) return jsonRule(value, report);
    report.at(discriminant, found, open === '' ? unknownCaseRule : (member) => reportType(`a ${open}`, member, report));
  };
}

function unknownCaseRule(value: unknown, report: Report): void {
  if (value === undefined) reportType('the discriminant', value, report);
  else report.add('unknown-case', `no variant has ${shown(value)}`);
}

function notOne(table: object, value: unknown): string {
  return `expected ${Object.keys(table).join(' or ')}, got ${typeName(value)}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeName(value);
}

/** A rule made when it runs, so that rules may refer to each other in any order. */
export function lazyRule(rule: () => Rule): Rule {
  return (value, report) => rule()(value, report);
}

/** What a type's own `validateX` says, at the place where its value stands. */
export function validatedBy(validate: (value: unknown) => readonly Issue[]): Rule {
  return (value, report) => {
    for (const { path, code, message } of validate(value)) {
      const steps = path.split('/').slice(1);
      const descend = (at: number): void => {
        if (at === steps.length) report.add(code, message);
        else report.at(steps[at]!.replaceAll('~1', '/').replaceAll('~0', '~'), undefined, () => descend(at + 1));
      };
      descend(0);
    }
  };
}
