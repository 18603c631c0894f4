/** The cases that are kept as files: what a user may have met once, and what every implementation is tried with. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { CaseContext, CaseSource, FixedCase } from '../model/case.ts';
import type { Fixture } from '../model/fixture.gen.ts';

/** Folders under `fixtures/` that hold cases: of encodings, and of sessions. */
const folders = ['wire', 'session'] as const;

/** Gives the cases of the role whose package and binding are the ones at hand, or any. */
export const fixtureCases: CaseSource = {
  name: 'fixtures',
  async cases(context) {
    const files = (
      await Promise.all(folders.map((folder) => filesOf(path.join(packageRoot(), 'fixtures', folder))))
    ).flat();
    const fixtures = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Fixture));
    return fixtures.filter((fixture) => concerns(fixture, context)).flatMap((fixture) => casesOf(fixture, context));
  },
};

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));
}

const concerns = (fixture: Fixture, context: CaseContext): boolean =>
  (fixture.package === undefined || fixture.package === context.package.descriptor.package.name) &&
  (fixture.binding === undefined || fixture.binding === context.binding);

const casesOf = (fixture: Fixture, { role }: CaseContext): FixedCase[] =>
  fixture.cases.filter((one) => one.role === role).map((one) => ({ ...one, kind: 'fixed' }));
