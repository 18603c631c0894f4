/** The configuration of `wiremark generate` as its schema has it, and `defineConfig` for those who write it in TypeScript. */
import type { Config, Package } from '../ir/schema/config.gen.ts';

/** Contents of `wiremark.config.{ts,mts,js,json,yaml}`. Paths are relative to the file. */
export type WiremarkConfig = Config;

/** One generated package. */
export type PackageConfig = Package;

/** Returns its argument; exists so that editors complete and check a configuration written in TypeScript. */
export function defineConfig(config: WiremarkConfig): WiremarkConfig {
  return config;
}
