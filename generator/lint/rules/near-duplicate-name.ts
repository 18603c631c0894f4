/** near-duplicate-name: names in one scope that differ in case, underscores, punctuation or the ending of a word only. */
import { rule } from '../rule.ts';
import { scopes, type Scope } from '../names.ts';
import { wordsOf } from '../words.ts';

export const nearDuplicateName = rule({
  name: 'near-duplicate-name',
  code: 'WM7004',
  about: 'Names in one scope that differ in case, underscores, punctuation or the ending of a word only.',
  check(protocol, report) {
    for (const { kind, names } of scopes(protocol)) {
      const first = new Map<string, (typeof names)[number]>();
      for (const each of names) {
        const key = essence(each.name);
        const other = first.get(key);
        if (key === '' || other?.name === each.name) continue;
        if (other === undefined) first.set(key, each);
        else
          report(
            each.origin,
            { kind, name: each.name, other: other.name },
            { message: 'the other', place: other.origin },
          );
      }
    }
    for (const { rare, usual } of otherForms([...scopes(protocol)].filter(({ kind }) => kind === 'field'))) {
      const values = { kind: 'field', name: rare.name, other: usual.name };
      report(rare.origin, values, { message: 'the other', place: usual.origin });
    }
  },
});

/** Letters and digits alone, each word without the ending of a past tense: `KICK_BY` and `kickedBy` are one. */
function essence(name: string): string {
  const digits = name.match(/\d+/g) ?? [];
  return `${wordsOf(name)
    .map((word) => (word.length > 4 ? word.replace(/ed$|e$/, '') : word))
    .join('')} ${digits.join(' ')}`.trim();
}

/** Fields of different types, one name in two forms: `create_at` here, `created_at` elsewhere. The rarer form is told, once. */
function* otherForms(all: readonly Scope[]): Iterable<{ readonly rare: Named; readonly usual: Named }> {
  const groups = new Map<string, Map<string, Named[]>>();
  const scopeOf = new Map<Named, Scope>();
  for (const scope of all) {
    for (const each of scope.names) {
      scopeOf.set(each, scope);
      const forms = groups.get(essence(each.name)) ?? new Map<string, Named[]>();
      groups.set(essence(each.name), forms);
      // Whether words are joined by case or by underscores is a matter of style.
      const form = wordsOf(each.name).join(' ');
      const names = forms.get(form) ?? [];
      forms.set(form, names);
      names.push(each);
    }
  }
  for (const forms of groups.values()) {
    const [usual = [], ...others] = [...forms.values()].sort((a, b) => b.length - a.length);
    for (const rare of others) {
      // Two forms in one type have been told.
      const beside = rare.some((each) => usual.some((other) => scopeOf.get(other) === scopeOf.get(each)));
      if (!beside) yield { rare: rare[0]!, usual: usual[0]! };
    }
  }
}

type Named = Scope['names'][number];
