/** misspelt-name: a word of a name that is one letter off a word which its own description, or many names, spell otherwise. */
import { editDistance } from '../../../diagnostics/suggest.ts';
import { rule } from '../rule.ts';
import { describedNames, scopes, type DescribedName } from '../names.ts';
import { wordsOf, wordsOfText } from '../words.ts';

/** Shorter words have too many neighbours that are words themselves. */
const minLetters = 5;
/** Names that must spell a word otherwise before they outweigh the one that stands alone. */
const minNames = 3;

export const misspeltName = rule({
  name: 'misspelt-name',
  code: 'WM7003',
  about: 'A name with a word one letter off the word in its description, or in many names beside it.',
  check(protocol, report) {
    const all = [...describedNames(protocol)];
    const users = usersOf(all);
    const common = [...users].filter(([, names]) => names.size >= minNames).map(([word]) => word);
    for (const each of all) {
      const described = wordsOfText(each.text);
      for (const word of wordsOf(each.name)) {
        if (word.length < minLetters || described.includes(word)) continue;
        const said = described.find((other) => isSlip(word, other));
        const usual = users.get(word)!.size === 1 ? common.find((other) => isSlip(word, other)) : undefined;
        const meant = said ?? usual;
        if (meant === undefined) continue;
        const evidence =
          said === undefined
            ? `${users.get(meant)!.size} other names say "${meant}"`
            : `its description says "${meant}"`;
        report(each.origin, { name: each.name, evidence, suggestion: withWord(each.name, word, meant) });
        break;
      }
    }
    for (const { names } of scopes(protocol)) {
      const pasts = new Map(names.map((each) => [start(wordsOf(each.name)), each.name]));
      for (const each of names) {
        const [first = '', second, ...rest] = wordsOf(each.name);
        const past = second === undefined ? '' : `${first.replace(/e$/, '')}ed`;
        const other = first === past ? undefined : pasts.get(start([past, second ?? '']));
        // Of two names that go on in the same way, near-duplicate-name speaks.
        if (other === undefined || rest.join() === wordsOf(other).slice(2).join()) continue;
        const evidence = `"${other}" beside it says "${past}"`;
        report(each.origin, { name: each.name, evidence, suggestion: withWord(each.name, first, past) });
      }
    }
  },
});

/** The first two words: `KICK_BY_SAME` and `KICKED_BY_OTHER` begin alike but for a past tense. */
const start = (words: readonly string[]): string => words.slice(0, 2).join(' ');

/** The names that use each word. */
function usersOf(all: readonly DescribedName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { name } of all) {
    for (const word of wordsOf(name)) users.set(word, (users.get(word) ?? new Set()).add(name));
  }
  return users;
}

/** One edit apart, and neither two forms of one word nor its spellings on both sides of the Atlantic. */
function isSlip(word: string, other: string): boolean {
  if (other.length < minLetters || word[0] !== other[0] || editDistance(word, other, 1) !== 1) return false;
  // An ending more, or another one: invite, invited, invitee.
  if (word.startsWith(other) || other.startsWith(word) || word.slice(0, -1) === other.slice(0, -1)) return false;
  return american(word) !== american(other);
}

const american = (word: string): string =>
  word
    .replaceAll('ll', 'l')
    .replaceAll('our', 'or')
    .replace(/is(?=e|ing|ation)/, 'iz')
    .replace(/ence$/, 'ense')
    .replace(/re$/, 'er');

/** The name with a word corrected, in the case that the word has there. */
function withWord(name: string, word: string, meant: string): string {
  const at = name.toLowerCase().indexOf(word);
  const found = name.slice(at, at + word.length);
  const cased =
    found === found.toUpperCase() ? meant.toUpperCase() : found[0] === found[0]!.toUpperCase() ? title(meant) : meant;
  return name.slice(0, at) + cased + name.slice(at + word.length);
}

const title = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
