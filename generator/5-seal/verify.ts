/** Checks that a rendered package holds together: its types compile under the strictest settings, its schemas under Ajv. */
import type { RenderedFile } from '../ir/package-plan.ts';
import { compileSchemas } from './compile-schemas.ts';
import { compileTypes } from './compile-types.ts';

/** Faults that the message lists; the first ones tell, the rest follow from them. */
const maxListed = 20;

/** A package that does not hold together. */
export class InvalidPackage extends Error {
  /** One line for each fault, with its file and line. */
  readonly listed: readonly string[];

  constructor(listed: readonly string[]) {
    super(
      `The generated package is not valid, and nothing was written. This is a fault of wiremark, not of your sources; please ` +
        `report it.\n${listed.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.listed = listed;
  }
}

/** @throws InvalidPackage - Naming each fault: what we generate from good input must compile. */
export async function verify(files: readonly RenderedFile[]): Promise<void> {
  const faults = [...(await compileTypes(files)), ...(await compileSchemas(files))];
  if (faults.length === 0) return;
  const listed = faults.slice(0, maxListed);
  if (faults.length > maxListed) listed.push(`and ${faults.length - maxListed} more`);
  throw new InvalidPackage(listed);
}
