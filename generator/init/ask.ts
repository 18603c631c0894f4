/** Asks the little that cannot be seen; every question has the answer that most would give. */
import { cancel, intro, isCancel, note, select, text } from '@clack/prompts';
import { packageNames } from '../config/ad-hoc.ts';
import type { Answers } from './project.ts';
import type { Survey } from './survey.ts';

/** Undefined when the user walked away. */
export async function ask(found: Survey, usual: Answers): Promise<Answers | undefined> {
  intro('wiremark init');
  note(summary(found), 'Found here');
  const answers = await questions(usual);
  if (answers === undefined) cancel('Nothing was written.');
  return answers;
}

export function summary({ protos, specs, roots, documents }: Survey): string {
  const count = (files: readonly string[], what: string): readonly string[] =>
    files.length === 0
      ? []
      : [`${files.length} ${what}: ${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}`];
  const lines = [
    ...count(protos, protos.length === 1 ? '.proto file' : '.proto files'),
    ...count(specs, specs.length === 1 ? 'event spec' : 'event specs'),
    ...(roots.length > 0 ? [`import roots: ${roots.join(', ')}`] : []),
    ...(documents.length > 0
      ? [`documents that "wiremark import" may turn into an event spec: ${documents.length}`]
      : []),
  ];
  return lines.length > 0 ? lines.join('\n') : 'no protos and no event specs: an example comes with the set-up';
}

async function questions(usual: Answers): Promise<Answers | undefined> {
  const name = await text({
    message: 'npm name of the package to generate',
    initialValue: usual.name,
    validate: (value) => (packageNames.test(value ?? '') ? undefined : 'A lower-case npm name, such as @acme/chat.'),
  });
  if (isCancel(name)) return undefined;
  const out = await text({ message: 'Folder to write it to', initialValue: `gen/${name.replace(/^@[^/]*\//, '')}` });
  if (isCancel(out)) return undefined;
  const int64 = await select({
    message: '64-bit integers in TypeScript',
    options: [
      { value: 'bigint' as const, hint: 'every digit' },
      { value: 'number' as const, hint: 'throws rather than rounds' },
      { value: 'string' as const },
    ],
  });
  if (isCancel(int64)) return undefined;
  const ci = await select({
    message: 'A CI workflow that fails when generated code is stale',
    initialValue: usual.ci,
    options: [{ value: 'github' as const }, { value: 'gitlab' as const }, { value: 'none' as const }],
  });
  return isCancel(ci) ? undefined : { name, out, int64, ci };
}
