/** Events in their JSON envelope: the name, and the arguments in order. Event maps of any shape fit the types. */
import { JsonError } from './errors.js';
import { pointerStep } from './pointer.js';
import { isRecord } from './predicates.js';
import { reportType } from './rules.js';
import { within, wrongType } from './json-error.js';
import { required } from './spec-member.js';
import { checkString } from './spec-scalar.js';
/**
 * Reads an event from its envelope. Other members of the envelope are the transport's, and not looked at.
 *
 * @throws {JsonError} `unknown-value` for an event that the table does not have, at the place of its name;
 * `missing`, `wrong-type`; what a reader throws.
 */
export function eventFromJson(json, envelope, readers) {
    const event = memberAt(json, envelope.event, (name) => eventName(name, readers));
    const args = memberAt(json, envelope.args, (args) => readers[event](args));
    return { event, args };
}
/**
 * Converts the arguments of an event for its envelope.
 *
 * @throws {JsonError} with paths into `{event, args}`.
 */
export function convertArguments(value, converters) {
    if (!isRecord(value))
        throw wrongType('an event', value);
    const event = required('event', value['event'], (name) => eventName(name, converters));
    return required('args', value['args'], (args) => converters[event](args));
}
/** Is it an event of the table, with good arguments? */
export function isEvent(value, tests) {
    if (!isRecord(value))
        return false;
    const { event, args } = value;
    if (typeof event !== 'string' || !Object.hasOwn(tests, event))
        return false;
    return tests[event](args);
}
/** @param table - A rule for the arguments of each event; called when the rule runs. */
export function eventRule(table) {
    return (value, report) => {
        const rules = table();
        if (!isRecord(value))
            return reportType('an event', value, report);
        const { event, args } = value;
        if (typeof event === 'string' && Object.hasOwn(rules, event))
            report.at('args', args, rules[event]);
        else
            report.at('event', event, unknownEventRule);
    };
}
/**
 * Converts arguments one by one.
 *
 * @param least - How many there must be at least; at most there are as many as converters.
 * @throws {JsonError} `missing`, `unexpected` for a wrong number of them; what a converter throws, with the index in the path.
 */
export function convertTuple(args, least, converters) {
    if (!Array.isArray(args))
        throw wrongType('an array of arguments', args);
    if (args.length < least)
        throw new JsonError('missing', 'is missing', pointerStep(args.length));
    if (args.length > converters.length) {
        throw new JsonError('unexpected', 'one argument too many', pointerStep(converters.length));
    }
    return args.map((arg, index) => {
        try {
            return converters[index](arg);
        }
        catch (error) {
            throw within(error, index);
        }
    });
}
/** As `convertTuple`, to JSON text. */
export function tupleToText(args, least, converters) {
    return `[${convertTuple(args, least, converters).join(',')}]`;
}
/** Are there as many arguments as there should be, each of them good? */
export function isTuple(args, least, tests) {
    if (!Array.isArray(args) || args.length < least || args.length > tests.length)
        return false;
    return args.every((arg, index) => tests[index](arg));
}
/** @param least - How many there must be at least. */
export function tupleRule(least, rules) {
    return (value, report) => {
        if (!Array.isArray(value))
            return reportType('an array of arguments', value, report);
        for (let i = 0; i < Math.max(least, Math.min(value.length, rules.length)); i++)
            report.at(i, value[i], rules[i]);
        if (value.length > rules.length)
            report.at(rules.length, undefined, unexpectedRule);
    };
}
/** Reads an argument that may be left out: JSON's null in an array stands for undefined. */
export function nullAsUndefined(json, convert) {
    return json === null || json === undefined ? undefined : convert(json);
}
/** Writes an argument that may be left out: undefined becomes null, as `JSON.stringify` does in arrays. */
export function undefinedAsNull(value, convert) {
    return value === undefined ? null : convert(value);
}
/** As `undefinedAsNull`, for JSON text. */
export function undefinedToText(value, convert) {
    return value === undefined ? 'null' : convert(value);
}
function eventName(name, table) {
    const event = checkString(name);
    if (!Object.hasOwn(table, event))
        throw new JsonError('unknown-value', `no event ${JSON.stringify(event.slice(0, 80))}`);
    return event;
}
function unknownEventRule(value, report) {
    if (typeof value !== 'string')
        reportType('the name of an event', value, report);
    else
        report.add('unknown-value', `no event ${JSON.stringify(value.slice(0, 80))}`);
}
function unexpectedRule(_value, report) {
    report.add('unexpected', 'one argument too many');
}
/** Converts what a pointer leads to. */
function memberAt(json, pointer, convert) {
    if (pointer === '')
        return convert(json);
    if (!isRecord(json))
        throw wrongType('an object', json);
    const [, step = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(pointer) ?? [];
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return required(key, Object.hasOwn(json, key) ? json[key] : undefined, (value) => memberAt(value, rest, convert));
}
//# sourceMappingURL=events.js.map