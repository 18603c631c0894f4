/**
 * Does every object have each of its keys once? However a key is escaped, it is the same.
 * @param text - Known to be JSON.
 * @throws {JsonError} `duplicate-key`; its path names the object's member.
 */
export declare function checkUniqueKeys(text: string): void;
