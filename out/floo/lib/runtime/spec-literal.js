/** Literals, prefixes and enum members of event specs. */
import { JsonError } from './errors.js';
import { stringToText } from './spec-scalar.js';
import { wrongType } from './json-error.js';
import { reportType } from './rules.js';
/** @throws {JsonError} `missing`, `unknown-value` when it is anything else. */
export function checkLiteral(value, literal) {
    if (value !== literal)
        throw notOneOf(JSON.stringify(literal));
    return literal;
}
export function literalToText(value, literal) {
    return JSON.stringify(checkLiteral(value, literal));
}
/** One of some literals. */
export function isOneOf(value, literals) {
    return literals.includes(value);
}
/** @throws {JsonError} `unknown-value` when it is anything else. */
export function checkOneOf(value, literals) {
    if (isOneOf(value, literals))
        return value;
    throw notOneOf(literals.map((literal) => JSON.stringify(literal)).join(' or '));
}
export function oneOfToText(value, literals) {
    return JSON.stringify(checkOneOf(value, literals));
}
export function oneOfRule(...literals) {
    return (value, report) => {
        const expected = literals.map((literal) => JSON.stringify(literal)).join(' or ');
        if (value === undefined)
            reportType(expected, value, report);
        else if (!isOneOf(value, literals))
            report.add('unknown-value', `expected ${expected}`);
    };
}
/** A string that starts with `prefix`. */
export function isPrefixed(value, prefix) {
    return typeof value === 'string' && value.startsWith(prefix);
}
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkPrefix(value, prefix) {
    if (typeof value !== 'string')
        throw wrongType('a string', value);
    if (!isPrefixed(value, prefix))
        throw notOneOf(`a string that starts with ${JSON.stringify(prefix)}`);
    return value;
}
export function prefixToText(value, prefix) {
    return stringToText(checkPrefix(value, prefix));
}
export function prefixRule(prefix) {
    return (value, report) => {
        if (typeof value !== 'string')
            reportType('a string', value, report);
        else if (!value.startsWith(prefix)) {
            report.add('unknown-value', `expected a string that starts with ${JSON.stringify(prefix)}`);
        }
    };
}
/** A member of a closed enum of integers, by the table of its names. */
export function isIntegerMember(value, names) {
    return typeof value === 'number' && Object.hasOwn(names, value);
}
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkIntegerMember(value, names) {
    if (isIntegerMember(value, names))
        return value;
    throw typeof value === 'number' || typeof value === 'bigint' ? noMember() : wrongType('an integer', value);
}
export function integerMemberToText(value, names) {
    return String(checkIntegerMember(value, names));
}
export function integerMemberRule(names) {
    return (value, report) => {
        if (typeof value !== 'number')
            reportType('a number', value, report);
        else if (!isIntegerMember(value, names))
            report.add('unknown-value', `${value} is no member of the enum`);
    };
}
/** A member of a closed enum of strings: one of the named values, or a string that starts with one of the prefixes. */
export function isStringMember(value, names, prefixes = []) {
    if (typeof value !== 'string')
        return false;
    return Object.hasOwn(names, value) || prefixes.some((prefix) => value.startsWith(prefix));
}
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkStringMember(value, names, prefixes = []) {
    if (isStringMember(value, names, prefixes))
        return value;
    throw typeof value === 'string' ? noMember() : wrongType('a string', value);
}
export function stringMemberToText(value, names, prefixes = []) {
    return stringToText(checkStringMember(value, names, prefixes));
}
export function stringMemberRule(names, prefixes = []) {
    return (value, report) => {
        if (typeof value !== 'string')
            reportType('a string', value, report);
        else if (!isStringMember(value, names, prefixes))
            report.add('unknown-value', 'expected a member of the enum');
    };
}
function noMember() {
    return new JsonError('unknown-value', 'expected a member of the enum');
}
function notOneOf(expected) {
    return new JsonError('unknown-value', `expected ${expected}`);
}
//# sourceMappingURL=spec-literal.js.map