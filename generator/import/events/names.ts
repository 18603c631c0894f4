/** Makes names that an event spec can hold: for enums, their members, derived types and the labels of events. */

/** `group-apply_accepted` and `groupApplyAccepted` as `GroupApplyAccepted`. */
export function pascal(text: string): string {
  const words = text.match(/[\p{L}\p{N}$]+/gu) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\p{N}/u.test(joined) ? `_${joined}` : joined;
}

/** `onGroupApplyAccepted` as `Group apply accepted`. */
export function label(name: string): string {
  const words = name
    .replace(/^on(?=[A-Z])/, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-:./]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words that a member's name takes of its description; more would be a sentence. */
const maxWords = 4;

/** A name for a member, from what describes it. */
export function memberName(text: string, value: number | string): string {
  if (typeof value === 'string' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(value)) return value;
  const source = typeof value === 'string' ? value : text;
  const clause = source.split(/[,;.(:]/).find((part) => /[\p{L}\p{N}]/u.test(part)) ?? '';
  const name = pascal(
    clause
      .replace(/['’]/g, '')
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .slice(0, maxWords)
      .join(' '),
  );
  if (name !== '') return name;
  return typeof value === 'number' && value < 0 ? `Minus${-value}` : `Value${typeof value === 'number' ? value : ''}`;
}

/** The name, or the name with a number behind it where it is taken. */
export function unique(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count++;
  return `${name}${count}`;
}

/** The name itself where a spec can hold it, else one that is near it. */
export function identifier(name: string, taken: { has(name: string): boolean }): string {
  if (isName(name) && name !== '__proto__' && !taken.has(name)) return name;
  return unique(name.replace(/[^\p{L}\p{N}_$]+/gu, '_').replace(/^(?=\p{N}|$|__proto__$)/u, '_'), taken);
}

/** What an event spec takes for the name of a type, an enum, a member, a callback or an argument. */
export const isName = (text: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text);
