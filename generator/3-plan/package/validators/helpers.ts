/** The functions that validators share, as text; a module holds those that it calls, directly or not. */

/** By name. */
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
    const [check, orNull, elementsOf] = table.get(key) ?? [null];
    const value = object[key];
    if (check === null || value === undefined || (orNull && value === null)) continue;
    const tail = pointer(key);
    if (elementsOf !== undefined) errors = elements(errors, value, [path, tail], [check, orNull, elementsOf]);
    else if (!check(value, path + tail)) errors = append(errors, check.errors);
  }
  return errors;
}`,
  elements: `/** Checks each element of a member that is a list or a map. */
function elements(errors, value, [path, tail], [check, orNull, kind]) {
  const isList = Array.isArray(value);
  if (kind === 'array' ? !isList : isList || value === null || typeof value !== 'object') {
    const [schemaPath, type] = [\`#/properties\${tail}/type\`, orNull ? [kind, 'null'] : kind];
    const error = { instancePath: path + tail, schemaPath, keyword: 'type', params: { type }, message: \`must be \${type}\` };
    return add(errors, error);
  }
  for (const key of isList ? value.keys() : Object.keys(value)) {
    if (!check(value[key], path + tail + pointer(String(key)))) errors = append(errors, check.errors);
  }
  return errors;
}`,
  constrained: `/** Checks which members are there: some exclude each other, others must not be missing. */
function constrained(errors, object, constraints, path) {
  constraints.forEach(([keyword, names, nullCounts = []], i) => {
    const isThere = (name) => Object.hasOwn(object, name) && object[name] !== undefined;
    const isSet = (name) => isThere(name) && (object[name] !== null || nullCounts.includes(name));
    const given = names.filter(keyword === 'oneOf' ? isSet : isThere);
    const [schemaPath, or] = [\`#/allOf/\${i}/\${keyword}\`, names.join(' or ')];
    const tell = (params, message) => {
      errors = add(errors, { instancePath: path, schemaPath, keyword, params, message });
    };
    if (keyword === 'oneOf' && given.length > 1) {
      const passingSchemas = given.slice(0, 2).map((name) => names.indexOf(name));
      tell({ passingSchemas }, \`must NOT have more than one of \${names.join(', ')}\`);
    } else if (keyword === 'not' && given.length === names.length) {
      tell({}, \`must NOT have both \${names.join(' and ')}\`);
    } else if (keyword === 'required' && given.length === 0) {
      tell({ missingProperty: names[0] }, \`must have required property '\${names[0]}'\`);
    } else if (keyword === 'anyOf' && given.length === 0) {
      tell({}, \`must have property \${or}\`);
    }
  });
  return errors;
}`,
  pointer: `/** A key as the last step of a JSON Pointer. */
function pointer(key) {
  return \`/\${key.replaceAll('~', '~0').replaceAll('/', '~1')}\`;
}`,
  object: `/** Checks an object by its table; the errors, or null. */
function object(data, path, { constraints, members: table, closed }) {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    const [schemaPath, keyword, params] = ['#/type', 'type', { type: 'object' }];
    return [{ instancePath: path, schemaPath, keyword, params, message: 'must be object' }];
  }
  const errors = constrained(null, data, constraints, path);
  return closed ? closedMembers(errors, data, table, path) : members(errors, data, table, path);
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
