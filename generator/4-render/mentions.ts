/** Takes a rendered text and names, gives those of them that the text mentions: names are whole words, so a search for words is exact enough. */

const isPart = /[\p{ID_Continue}$]/u;
/** The same for ASCII, by code. */
const asciiPart = Uint8Array.from({ length: 128 }, (_, code) => (isPart.test(String.fromCharCode(code)) ? 1 : 0));

/** Looks at each character once: texts have megabytes, and as many words as there is room for. */
export function mentionedIn(text: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  if (names.size === 0) return found;
  const [first, lengths] = [new Set<number>(), new Set<number>()];
  for (const name of names) {
    first.add(name.charCodeAt(0));
    lengths.add(name.length);
  }
  for (let at = 0; at < text.length; at++) {
    const start = at;
    for (let size = partAt(text, at); size > 0; size = partAt(text, at)) at += size;
    if (at === start || !lengths.has(at - start) || !first.has(text.charCodeAt(start))) continue;
    const word = text.slice(start, at);
    if (names.has(word)) found.add(word);
  }
  return found;
}

/** How many units the part of a name takes that begins here; 0 when none does. */
function partAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiPart[code]!;
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return isPart.test(character) ? character.length : 0;
}
