/** What stands for wiremark and the templates of a package in the cache: another key whenever either could render something else. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageRequest } from '../config/resolve.ts';
import { sha256 } from './entry.ts';

/**
 * @param tool - As `toolKey` gives it.
 * @param request.templates - Folder of own templates, whose names and contents count.
 */
export function customKey(tool: string, { templates }: Pick<PackageRequest, 'templates'>): string {
  if (templates === undefined) return tool;
  const facts: string[] = [];
  try {
    for (const name of readdirSync(templates, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.hbs')) facts.push(`${name} ${sha256(readFileSync(path.join(templates, name)))}`);
    }
  } catch {
    // The generation that follows tells what is wrong with the folder.
    facts.push('unreadable');
  }
  return sha256([tool, ...facts].join('\n'));
}
