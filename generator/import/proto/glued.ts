/** Tells a description from declarations that are comments in the source and that the documentation tool glued to it. */

export interface Glued<T> {
  readonly description: string;
  readonly commentedOut: readonly T[];
}

/** `Name = 5;`, perhaps after `//` and with options or a remark behind. */
const valueLine =
  /^(?:\/\/+\s*)?([A-Za-z_]\w*)\s*=\s*(-?(?:0[xX][0-9a-fA-F]+|\d+))\s*(?:\[[^\]]*\])?\s*;\s*(?:\/\/.*|\/\*.*\*\/)?$/;
/** `string name = 5;`, perhaps after a label; map types have a comma inside. */
const fieldLine =
  /^(?:\/\/+\s*)?((?:(?:optional|required|repeated)\s+)?(?:map\s*<[^>]*>|\.?[A-Za-z_][\w.]*)\s+[A-Za-z_]\w*\s*=\s*\d+\s*(?:\[[^\]]*\])?\s*;)/;

/** Values of an enum among the lines of a description. */
export function gluedValues(description: string): Glued<{ readonly name: string; readonly number: number }> {
  return split(description, (line) => {
    const found = valueLine.exec(line);
    return found === null ? undefined : { name: found[1]!, number: Number(found[2]) };
  });
}

/** Fields of a message among the lines of a description, as text without `//` and remarks. */
export function gluedFields(description: string): Glued<string> {
  return split(description, (line) => fieldLine.exec(line)?.[1]?.replace(/\s+/g, ' '));
}

function split<T>(description: string, read: (line: string) => T | undefined): Glued<T> {
  const kept: string[] = [];
  const commentedOut: T[] = [];
  for (const line of description.split('\n')) {
    const found = read(line.trim());
    if (found === undefined) kept.push(line);
    else commentedOut.push(found);
  }
  return { description: kept.join('\n').trim(), commentedOut };
}
