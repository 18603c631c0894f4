import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { eventRuntimeNames } from './runtime-names.ts';

const templates = path.join(packageRoot(), 'templates');
const read = (file: string): Promise<string> => readFile(path.join(templates, file), 'utf8');

it('lists every name that the templates use', async () => {
  const texts = await Promise.all(
    ['object', 'union', 'alias', 'callback', 'event-map'].map((name) => read(`${name}.hbs`)),
  );
  const used = texts.flatMap((text) => [...text.matchAll(/\{\{use "(\w+)"\}\}/g)].map(([, name]) => name!));
  expect([...new Set(used)].filter((name) => !(eventRuntimeNames as readonly string[]).includes(name))).toEqual([]);
});

it('lists only names that the runtime has, each from one module', async () => {
  const files = (await readdir(path.join(templates, 'runtime'))).filter((file) => /^[\w-]+\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => read(`runtime/${file}`)));
  for (const name of eventRuntimeNames) {
    const pattern = new RegExp(`^export (?:const|function|class|type|interface) ${name}\\b`, 'm');
    expect(texts.filter((text) => pattern.test(text)).length, name).toBe(1);
  }
});
