/** A plugin: a function that is given all that a package is rendered from, and returns further files for it. */
import type { PackagePlan } from './package-plan.ts';
import type { Descriptor } from './schema/descriptor.gen.ts';

/** What a plugin is given: plain data, frozen through and through. */
export interface PluginInput {
  /** The generated package. */
  readonly package: { readonly name: string; readonly version: string };
  /** Version of wiremark. */
  readonly generator: string;
  /** Every type, enum and event, told independently of any language: the package's `descriptor.json`. */
  readonly descriptor: Descriptor;
  /** Every file of the package with the view that it is rendered from. */
  readonly plan: PackagePlan;
}

/** A file that a plugin adds. */
export interface PluginFile {
  /** Relative to the package's folder, `/`-separated; no other file may have it. */
  readonly path: string;
  readonly text: string;
}

/** The default export of a plugin's module. The same input must give the same files, or `--check` finds them stale. */
export type Plugin = (input: PluginInput) => readonly PluginFile[] | Promise<readonly PluginFile[]>;

/** A file that was added, and by which plugin. */
export interface AddedFile extends PluginFile {
  /** The plugin as the configuration names it. */
  readonly plugin: string;
}

/** A template of a package's own, which takes the place of the bundled one. */
export interface OwnTemplate {
  readonly text: string;
  /** The file as diagnostics name it. */
  readonly file: string;
}
