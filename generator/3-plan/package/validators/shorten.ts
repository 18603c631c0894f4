/** Shortens what Ajv writes: each way of noting and dropping errors becomes a call of a helper, values nobody reads go. */

/** @param code - One statement or brace a line, as Ajv writes it with `lines`. */
export function shorten(code: string): string {
  return withoutUnread(
    code
      .replace(
        /^const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;$/gm,
        'vErrors = add(vErrors, $2);\nerrors++;',
      )
      .replace(
        /^errors = (\w+);\nif\(vErrors !== null\)\{\nif\(\1\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}$/gm,
        'errors = $1;\nvErrors = cut(vErrors, $1);',
      ),
  );
}

/** Ajv's marks of how many errors there were, and whether there are more: kept where something looks at them. */
const mark = /^(?:const|let|var) (_errs\d+|valid\d+|_valid\d+) = (?:_errs\d+ === errors|errors|true|false);$/;

function withoutUnread(code: string): string {
  let lines = code.split('\n');
  for (;;) {
    const uses = new Map<string, number>();
    for (const line of lines) {
      const set = mark.exec(line)?.[1];
      for (const word of line.match(/\b_?(?:errs|valid)\d+\b/g) ?? []) {
        if (word !== set) uses.set(word, (uses.get(word) ?? 0) + 1);
      }
    }
    const kept = lines.filter((line) => {
      const set = mark.exec(line)?.[1];
      return set === undefined || uses.has(set);
    });
    if (kept.length === lines.length) return lines.join('\n');
    lines = kept;
  }
}
