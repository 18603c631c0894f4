/** What `generate` tells about a package on stdout: one line when all is well, a diff when it is stale. */
import path from 'node:path';
import pc from 'picocolors';
import type { SealedPackage } from '../ir/sealed-package.ts';

export function printSealed(sealed: SealedPackage, { cwd, color }: { cwd: string; color: boolean }): string {
  const colors = pc.createColors(color);
  const folder = path.relative(cwd, sealed.dir).replaceAll('\\', '/') || '.';
  if (sealed.stale.length === 0) {
    const changed = sealed.written.length + sealed.removed.length;
    const state = sealed.mode === 'check' ? 'up to date' : changed === 0 ? 'unchanged' : `${changed} changed`;
    return `${colors.green('✓')} ${sealed.name} -> ${folder} (${sealed.files.length} files, ${state})\n`;
  }
  const head = `${colors.red('✗')} ${sealed.name} -> ${folder}: ${sealed.stale.length} of ${sealed.files.length} files stale\n`;
  return head + sealed.stale.map((file) => paint(file.diff, colors)).join('');
}

function paint(diff: string, colors: ReturnType<typeof pc.createColors>): string {
  return diff
    .split('\n')
    .map((line) => {
      if (line.startsWith('+')) return colors.green(line);
      if (line.startsWith('-')) return colors.red(line);
      return line.startsWith('@@') ? colors.cyan(line) : line;
    })
    .join('\n');
}
