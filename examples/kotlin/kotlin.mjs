// What Kotlin is particular about: names, strings and comments. All of them come from a spec, so none is trusted.

const hardKeywords = new Set(
  (
    'as break class continue do else false for fun if in interface is null object package return super this throw true ' +
    'try typealias typeof val var when while'
  ).split(' '),
);

/** Types of Kotlin that the file refers to: one of the protocol must not stand in their place. */
export const builtIn =
  'Any Boolean ByteArray Deprecated Double Float Int List Long Map String Suppress UInt ULong Unit'.split(' ');

/** Names for one scope: each is an identifier, and no two are the same, even where case is folded. */
export function naming(reserved = []) {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  return (wanted) => {
    const plain = wanted.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_');
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}${n}`;
    taken.add(name.toLowerCase());
    return hardKeywords.has(name) || /^_+$/.test(name) ? `\`${name}\`` : name;
  };
}

/** A string literal. */
export function string(text) {
  const escaped = text
    .replace(/["\\$]/g, '\\$&')
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}

/** KDoc as lines. Comments nest in Kotlin, so neither end of one may stand in it. */
export function doc(text, indent = '') {
  const lines = text
    .trim()
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *')
    .split(/\s*[\n\r\u2028\u2029]\s*/);
  if (lines[0] === '') return [];
  return lines.length === 1
    ? [`${indent}/** ${lines[0]} */`]
    : [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}
