/** Breaks the signatures of functions that are too long for a line: one parameter on each, as a formatter does. */
import { maxWidth } from './layout.ts';

/** Our own templates print signatures on one line, each parameter as `name`, `name: Type` or `name?: Type`. */
const signature = /^((?:export )?(?:declare )?function \w+)\((\w.*)\)((?:: [^()]+)?(?: \{|;))$/u;

export function wrapSignatures(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > maxWidth && line.includes('function ') ? wrapped(line) : line))
    .join('\n');
}

function wrapped(line: string): string {
  const [, start, parameters, end] = signature.exec(line) ?? [];
  if (start === undefined) return line;
  // A comma inside a type argument is followed by no `name:`.
  const each = parameters!.split(/, (?=\w+\??(?:: |$))/);
  return [`${start}(`, ...each.map((parameter) => `  ${parameter},`), `)${end}`].join('\n');
}
