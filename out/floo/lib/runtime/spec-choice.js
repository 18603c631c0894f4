/** Values that are one of several things: told apart by their kind, by trying, or by a discriminant. */
import { JsonError } from './errors.js';
import { pointerStep } from './pointer.js';
import { isRecord } from './predicates.js';
import { reportType } from './rules.js';
import { checkJsonObject, jsonRule } from './spec-json.js';
import { own } from './spec-object.js';
import { issuesOf, typeName } from './validation.js';
function kindOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    return value instanceof Uint8Array ? 'bytes' : typeof value;
}
/** Converts by what the value is. @throws {JsonError} `wrong-type` for a kind that the table does not have. */
export function byKind(value, table) {
    const convert = table[kindOf(value)];
    if (convert === undefined)
        throw new JsonError('wrong-type', notOne(table, value));
    return convert(value);
}
/** The rule for what the value is. */
export function kindRule(table) {
    return (value, report) => {
        const rule = table[kindOf(value)];
        if (rule === undefined)
            report.add('wrong-type', notOne(table, value));
        else
            rule(value, report);
    };
}
/** What the first converter that does not refuse it makes of a value. @throws {JsonError} what the last one throws. */
export function firstFit(value, converters) {
    let failure;
    for (const convert of converters) {
        try {
            return convert(value);
        }
        catch (error) {
            if (!(error instanceof JsonError))
                throw error;
            failure = error;
        }
    }
    throw failure;
}
/** At least one of the rules; what the last one says where none holds. */
export function anyRule(...rules) {
    return (value, report) => {
        if (!rules.some((rule) => issuesOf(value, rule).length === 0))
            rules.at(-1)?.(value, report);
    };
}
/** Null, or what the rule takes. */
export function nullableRule(rule) {
    return (value, report) => {
        if (value !== null)
            rule(value, report);
    };
}
/** The error for an object whose discriminant no variant has. */
export function unknownVariant(object, discriminant) {
    const value = own(object, discriminant);
    if (value === undefined)
        return new JsonError('missing', 'is missing', pointerStep(discriminant));
    return new JsonError('unknown-case', `no variant has ${shown(value)}`, pointerStep(discriminant));
}
/** Is the discriminant of the right type? What a variant of an open union that is not listed must have. */
export function isUnlisted(value, discriminant, type) {
    return isRecord(value) && typeof value[discriminant] === type;
}
/**
 * A variant of an open union that is not listed, as it is.
 *
 * @throws {JsonError} `missing`, `unknown-case` unless its discriminant is of the right type; or when it is not JSON.
 */
export function checkUnlisted(value, discriminant, type) {
    const object = checkJsonObject(value);
    if (!isUnlisted(object, discriminant, type))
        throw unknownVariant(object, discriminant);
    return object;
}
/**
 * An object by its discriminant.
 * @param variants - Called when the rule runs.
 * @param open - Type of discriminants that no variant has; `''` where there must be none.
 */
export function variantRule(discriminant, variants, open) {
    return (value, report) => {
        if (!isRecord(value))
            return reportType('an object', value, report);
        const found = Object.hasOwn(value, discriminant) ? value[discriminant] : undefined;
        const variant = variants().find(([isOf]) => (typeof isOf === 'function' ? isOf(found) : isOf === found));
        if (variant !== undefined)
            return variant[1](value, report);
        if (open !== '' && typeof found === open)
            return jsonRule(value, report);
        report.at(discriminant, found, open === '' ? unknownCaseRule : (member) => reportType(`a ${open}`, member, report));
    };
}
function unknownCaseRule(value, report) {
    if (value === undefined)
        reportType('the discriminant', value, report);
    else
        report.add('unknown-case', `no variant has ${shown(value)}`);
}
function notOne(table, value) {
    return `expected ${Object.keys(table).join(' or ')}, got ${typeName(value)}`;
}
function shown(value) {
    return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeName(value);
}
/** A rule made when it runs, so that rules may refer to each other in any order. */
export function lazyRule(rule) {
    return (value, report) => rule()(value, report);
}
/** What a type's own `validateX` says, at the place where its value stands. */
export function validatedBy(validate) {
    return (value, report) => {
        for (const { path, code, message } of validate(value)) {
            const steps = path.split('/').slice(1);
            const descend = (at) => {
                if (at === steps.length)
                    report.add(code, message);
                else
                    report.at(steps[at].replaceAll('~1', '/').replaceAll('~0', '~'), undefined, () => descend(at + 1));
            };
            descend(0);
        }
    };
}
//# sourceMappingURL=spec-choice.js.map