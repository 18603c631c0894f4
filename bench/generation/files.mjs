/** Takes the protos of npm `google-proto-files`, gives about so many of them, each with all that it imports, in a folder of their own. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `google/protobuf` comes with every compiler; `ads` and `cloud` are versions upon versions of the same. */
const left = /^google\/(protobuf|ads|cloud)\//;

const importsOf = (text) =>
  [...text.matchAll(/^\s*import\s+(?:public\s+|weak\s+)?"([^"]+)"/gm)].map(([, name]) => name);

/**
 * @param from - Folder of the package.
 * @param count - How many are wanted; what the last of them imports comes on top.
 * @param to - Folder that they are copied to.
 * @returns Their names, sorted.
 */
export function takeFiles(from, count, to) {
  const all = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(google|gapic|grafeas)\/.*\.proto$/.test(name) && !left.test(name))
    .sort();
  const taken = new Set();
  const take = (name) => {
    if (taken.has(name) || !existsSync(path.join(from, name)) || name.startsWith('google/protobuf/')) return;
    taken.add(name);
    for (const imported of importsOf(readFileSync(path.join(from, name), 'utf8'))) take(imported);
  };
  for (const name of all) {
    if (taken.size >= count) break;
    take(name);
  }
  for (const name of taken) {
    mkdirSync(path.dirname(path.join(to, name)), { recursive: true });
    cpSync(path.join(from, name), path.join(to, name));
  }
  return [...taken].sort();
}

/** The first message at the top of each file that has one: what generated code of it must name. */
export function messagesOf(folder, names) {
  return new Map(
    names.flatMap((name) => {
      const message = /^message (\w+)/m.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1];
      return message === undefined ? [] : [[name, message]];
    }),
  );
}
