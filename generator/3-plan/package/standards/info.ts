/** What AsyncAPI and OpenAPI documents say about themselves. */
import type { PlanOptions } from '../../options.ts';

export function documentInfo(
  about: { readonly title: string; readonly description: string },
  { packageName, packageVersion, generator }: PlanOptions,
): object {
  const made = `Made by wiremark ${generator} for the package ${packageName}.`;
  return {
    title: about.title === '' ? packageName : about.title,
    version: packageVersion,
    description: [about.description.trim(), made].filter((text) => text !== '').join('\n\n'),
    // The licence of what is generated, as the package's own LICENSE has it.
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  };
}
