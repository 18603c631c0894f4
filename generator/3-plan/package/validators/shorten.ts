/** Shortens what Ajv writes: each way of noting and dropping errors becomes a call of a helper, values nobody reads go. */

/** Helpers by name; a module holds those that it calls, directly or not. */
export const helpers: Readonly<Record<string, string>> = {
  add: `/** Notes an error. */
function add(errors, error) {
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}`,
  append: `/** Notes what another validator found. */
function append(errors, more) {
  if (errors === null) return [...more];
  for (const error of more) errors.push(error);
  return errors;
}`,
  members: `/** Checks the members that the table has; others are free. */
function members(errors, object, table, path) {
  for (const key of Object.keys(object)) {
    const [check, orNull] = table.get(key) ?? [null];
    const value = object[key];
    if (check === null || value === undefined || (orNull && value === null)) continue;
    const place = \`\${path}/\${key.replaceAll('~', '~0').replaceAll('/', '~1')}\`;
    if (!check(value, place)) errors = append(errors, check.errors);
  }
  return errors;
}`,
  closedMembers: `/** As members; there must be no others. */
function closedMembers(errors, object, table, path) {
  for (const additionalProperty of Object.keys(object)) {
    if (table.has(additionalProperty)) continue;
    const [schemaPath, keyword] = ['#/additionalProperties', 'additionalProperties'];
    const message = 'must NOT have additional properties';
    errors = add(errors, { instancePath: path, schemaPath, keyword, params: { additionalProperty }, message });
  }
  return members(errors, object, table, path);
}`,
  cut: `/** Forgets errors of an alternative, now that another one holds. */
function cut(errors, length) {
  if (errors === null || length === 0) return null;
  errors.length = length;
  return errors;
}`,
};

/** The helpers that some code calls, and those that these call. */
export function usedHelpers(code: readonly string[]): string[] {
  const used = new Set<string>();
  const visit = (text: string): void => {
    for (const [name, helper] of Object.entries(helpers)) {
      if (used.has(name) || !new RegExp(`\\b${name}\\(`).test(text)) continue;
      used.add(name);
      visit(helper.slice(helper.indexOf('{')));
    }
  };
  for (const text of code) visit(text);
  return Object.entries(helpers).flatMap(([name, helper]) => (used.has(name) ? [helper] : []));
}

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
