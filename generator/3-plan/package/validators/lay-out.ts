/** Indents code that has one statement a line, each block opened at the end of a line and closed at the start of one. */
export function layOut(code: string): string {
  let depth = 0;
  return code
    .split('\n')
    .map((line) => {
      if (line.startsWith('}')) depth--;
      const text = line === '' ? '' : '  '.repeat(depth) + line.replace(/\)\{$/, ') {').replace(/^(if|for)\(/, '$1 (');
      if (line.endsWith('{')) depth++;
      return text;
    })
    .filter((line) => line !== '')
    .join('\n');
}
