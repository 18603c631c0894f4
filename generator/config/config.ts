/** What the package `wiremark` exports: the configuration as its schema has it, and the types of views and plugins. */
import type { Plugin } from '../ir/plugin.ts';
import type { Config, Package } from '../ir/schema/config.gen.ts';

/** Contents of `wiremark.config.{ts,mts,js,json,yaml}`. Paths are relative to the file. */
export type WiremarkConfig = Config;

/** One generated package. */
export type PackageConfig = Package;

/** Returns its argument; exists so that editors complete and check a configuration written in TypeScript. */
export function defineConfig(config: WiremarkConfig): WiremarkConfig {
  return config;
}

/** Returns its argument; exists so that editors complete and check a plugin written in TypeScript. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

// What a plugin is given, and what a template is rendered from.
export type { Plugin, PluginFile, PluginInput } from '../ir/plugin.ts';
export type * from '../ir/package-plan.ts';
export type { Descriptor } from '../ir/schema/descriptor.gen.ts';
