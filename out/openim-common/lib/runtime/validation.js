/** What is wrong with a value, place by place: the issues that `validateX` returns, and how they are collected. */
import { pointerStep } from './pointer.js';
/** Issues that one validation returns at most: enough for a person, and bounded for hostile input. */
export const maxIssues = 100;
/** Depth to which messages may nest; the same that codecs allow. */
export const maxValueDepth = 100;
/** Valid. One frozen array, so that a valid value costs nothing. */
export const noIssues = /* @__PURE__ */ Object.freeze([]);
/** Collects issues while rules walk a value. */
export class Report {
    issues = [];
    #steps = [];
    #depth = 0;
    /** No more issues are taken; rules over long lists may stop. */
    get full() {
        return this.issues.length >= maxIssues;
    }
    /** Adds an issue at the present place. */
    add(code, message) {
        if (!this.full)
            this.issues.push({ path: this.#steps.map(pointerStep).join(''), code, message });
    }
    /** Applies a rule to what stands under `key`. */
    at(key, value, rule) {
        if (this.full)
            return;
        this.#steps.push(key);
        rule(value, this);
        this.#steps.pop();
    }
    /** Applies `walk` to an object, unless it lies in more than `maxValueDepth` others: values may be cyclic. */
    within(walk) {
        this.#depth++;
        if (this.#depth > maxValueDepth)
            this.add('too-deep', `nested more than ${maxValueDepth} deep`);
        else
            walk();
        this.#depth--;
    }
}
/** All issues of a value, at most `maxIssues`. */
export function issuesOf(value, rule) {
    const report = new Report();
    rule(value, report);
    return report.issues;
}
/** What a value is, for messages: `null`, `array`, `Uint8Array`, `object` or what `typeof` says. */
export function typeName(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    if (value instanceof Uint8Array)
        return 'Uint8Array';
    return typeof value;
}
//# sourceMappingURL=validation.js.map