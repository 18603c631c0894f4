/** Breaks the signatures of functions that are too long for a line: one parameter on each, as a formatter does. */
import { maxWidth } from './layout.ts';

/** Our own templates print signatures on one line, each parameter as `name`, `name: Type` or `name?: Type`. */
const signature = /^((?:export )?(?:declare )?function \w+)\((\w.*)\)((?:: [^()]+)?(?: \{|;))$/u;

export function wrapSignatures(text: string): string {
  const parts: string[] = [];
  let taken = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start > maxWidth) {
      const line = text.slice(start, end);
      const broken = line.includes('function ') ? wrapped(line) : line;
      if (broken !== line) {
        parts.push(text.slice(taken, start), broken);
        taken = end;
      }
    }
    start = end + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(taken);
}

function wrapped(line: string): string {
  const [, start, parameters, end] = signature.exec(line) ?? [];
  if (start === undefined) return line;
  // A comma inside a type argument is followed by no `name:`.
  const each = parameters!.split(/, (?=\w+\??(?:: |$))/);
  return [`${start}(`, ...each.map((parameter) => `  ${parameter},`), `)${end}`].join('\n');
}
