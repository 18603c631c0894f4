/** Finds out in which field reading failed, for the path of the error. Costs nothing until that happens. */
import { WireError } from './errors.js';
import { position, readVarint, skip, source, tagAt } from './input.js';
import { pointerStep } from './pointer.js';
/** Makes what names the field in which reading failed, with the index in its list, or the key in its map if that was read. */
export function inFieldOf(order) {
    return (error, message, start) => {
        const tag = readVarint(start);
        const pos = position;
        const index = order.findIndex((entry) => [entry].flat().some((each) => Math.abs(each) === tag >>> 3));
        // What fails where the field starts is its tag, which then names none.
        if (!(error instanceof WireError) || error.offset === start || index < 0 || pos > source.length)
            return error;
        const entry = order[index];
        const [key, value] = Object.entries(message)[index];
        let step = '';
        if (typeof entry === 'object')
            step = typeof entry[1] === 'function' ? keyStep(entry[1], pos) : '/value';
        // Of a packed list, only the offset tells which element it is.
        else if (Array.isArray(value) && (entry > 0 || (tag & 7) !== 2))
            step = `/${value.length}`;
        return new WireError(error.code, error.offset, `/${key}${step}${error.path}`);
    };
}
/** The key of a map's entry; `''` unless it comes first, as it does for all writers, and whole. */
function keyStep(read, pos) {
    try {
        const map = {};
        // Its length, then its first field.
        readVarint(pos);
        pos = position;
        const tag = tagAt(pos);
        if (tag >>> 3 === 1)
            read(pos, skip(tag, position, source.length), map);
        return Object.keys(map).map(pointerStep).join('');
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=in-field.js.map