/** Rules that say what is wrong with a value, one per predicate, and rules made of rules. Run only once a value is known bad. */
import { isBoolean, isBooleanKey, isBytes, isDouble, isFloat, isInt32, isInt32Key, isInt64, isInt64String, isRecord, isSafeInt64, isSafeUint64, isString, isUint32, isUint32Key, isUint64, isUint64String, } from './predicates.js';
import { typeName } from './validation.js';
/** Reports another type than the one that should be, or its absence. */
export function reportType(expected, value, report) {
    if (value === undefined)
        report.add('missing', `${expected} is missing`);
    else
        report.add('wrong-type', `expected ${expected}, got ${typeName(value)}`);
}
export function stringRule(value, report) {
    if (!isString(value))
        reportType('a string', value, report);
}
export function booleanRule(value, report) {
    if (!isBoolean(value))
        reportType('a boolean', value, report);
}
export function bytesRule(value, report) {
    if (!isBytes(value))
        reportType('a Uint8Array', value, report);
}
export function doubleRule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
}
export function floatRule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
    else if (!isFloat(value))
        report.add('out-of-range', `${value} is beyond a 32-bit float`);
}
export function int32Rule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
    else if (!isInt32(value))
        report.add('out-of-range', `${value} is no integer from -2^31 to 2^31 - 1`);
}
export function uint32Rule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
    else if (!isUint32(value))
        report.add('out-of-range', `${value} is no integer from 0 to 2^32 - 1`);
}
export function int64Rule(value, report) {
    if (typeof value !== 'bigint')
        reportType('a bigint', value, report);
    else if (!isInt64(value))
        report.add('out-of-range', `${shown(value)} is not from -2^63 to 2^63 - 1`);
}
export function uint64Rule(value, report) {
    if (typeof value !== 'bigint')
        reportType('a bigint', value, report);
    else if (!isUint64(value))
        report.add('out-of-range', `${shown(value)} is not from 0 to 2^64 - 1`);
}
export function safeInt64Rule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
    else if (!isSafeInt64(value))
        report.add('out-of-range', `${value} is no safe integer`);
}
export function safeUint64Rule(value, report) {
    if (!isDouble(value))
        reportType('a number', value, report);
    else if (!isSafeUint64(value))
        report.add('out-of-range', `${value} is no safe integer from 0 up`);
}
export function int64StringRule(value, report) {
    if (!isString(value))
        reportType('a string of digits', value, report);
    else if (!isInt64String(value))
        report.add('bad-format', 'expected the decimal digits of an integer of 64 bits');
}
export function uint64StringRule(value, report) {
    if (!isString(value))
        reportType('a string of digits', value, report);
    else if (!isUint64String(value))
        report.add('bad-format', 'expected the decimal digits of an unsigned integer of 64 bits');
}
/** Only the values that a table of names lists: a closed enum. */
export function memberRule(names) {
    return (value, report) => {
        if (typeof value !== 'number' && typeof value !== 'string')
            reportType('a member of the enum', value, report);
        else if (!Object.hasOwn(names, value))
            report.add('unknown-value', `${shown(value)} is no member of the enum`);
    };
}
/** Absence, as undefined, or what the rule takes. */
export function optionalRule(rule) {
    return (value, report) => {
        if (value !== undefined)
            rule(value, report);
    };
}
export function listRule(rule) {
    return (value, report) => {
        if (!Array.isArray(value))
            reportType('an array', value, report);
        else
            for (let i = 0; i < value.length && !report.full; i++)
                report.at(i, value[i], rule);
    };
}
/** @param keyRule - Applied to each key, as text, at the key's own place. */
export function mapRule(rule, keyRule) {
    return (value, report) => {
        if (!isRecord(value))
            return reportType('an object', value, report);
        for (const key in value) {
            if (report.full)
                return;
            report.at(key, value[key], rule);
            if (keyRule !== undefined)
                report.at(key, key, keyRule);
        }
    };
}
export function int32KeyRule(key, report) {
    if (!isInt32Key(key))
        report.add('bad-key', 'the key is no integer from -2^31 to 2^31 - 1');
}
export function uint32KeyRule(key, report) {
    if (!isUint32Key(key))
        report.add('bad-key', 'the key is no integer from 0 to 2^32 - 1');
}
export function int64KeyRule(key, report) {
    if (!isInt64String(key))
        report.add('bad-key', 'the key is no integer of 64 bits');
}
export function uint64KeyRule(key, report) {
    if (!isUint64String(key))
        report.add('bad-key', 'the key is no unsigned integer of 64 bits');
}
export function booleanKeyRule(key, report) {
    if (!isBooleanKey(key))
        report.add('bad-key', 'the key is neither true nor false');
}
/**
 * Each property by its rule, in the table's order. Other properties are not looked at.
 * @param properties - Called when the rule runs, so that tables of types that refer to each other can do so.
 */
export function objectRule(properties) {
    return (value, report) => explainObject(value, report, properties());
}
/** As `objectRule`, applied to a value. */
export function explainObject(value, report, rules) {
    if (!isRecord(value))
        return reportType('an object', value, report);
    report.within(() => {
        for (const [key, rule] of Object.entries(rules))
            report.at(key, value[key], rule);
    });
}
/** `{ case, value }` with one of the cases, or undefined: a oneof. */
export function oneofRule(cases) {
    return (value, report) => {
        if (value === undefined)
            return;
        if (!isRecord(value))
            return reportType('an object with case and value', value, report);
        const name = value['case'];
        if (typeof name === 'string' && Object.hasOwn(cases, name))
            report.at('value', value['value'], cases[name]);
        else
            report.at('case', name, () => report.add('unknown-case', `expected one of ${Object.keys(cases).join(', ')}`));
    };
}
/** A value in a message: quoted when a string, and never long. */
function shown(value) {
    const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
//# sourceMappingURL=rules.js.map