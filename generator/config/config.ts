/** The configuration of `wiremark generate`, and `defineConfig` for those who write it in TypeScript. */
import type { Int64Surface } from '../ir/scalar.ts';

/** Contents of `wiremark.config.{ts,mts,js,json,yaml}`. Paths are relative to the file. */
export interface WiremarkConfig {
  /** JSON Schema of this file, for editors. */
  readonly $schema?: string;
  readonly packages: readonly PackageConfig[];
}

/** One generated package. */
export interface PackageConfig {
  /** npm name, e.g. `@acme/chat`. */
  readonly name: string;
  /** Version written into its package.json. Default `0.1.0`. */
  readonly version?: string;
  /** Folder that it is written to. */
  readonly out: string;
  /** `.proto` files; globs are welcome. Default none. */
  readonly protos?: readonly string[];
  /** Import roots, searched in order. Default: the folder of the configuration. */
  readonly roots?: readonly string[];
  /** Event spec files, YAML or JSON. Default none. */
  readonly specs?: readonly string[];
  /** Overlay files, YAML or JSON. Default none. */
  readonly overlays?: readonly string[];
  /** How 64-bit integers surface in TypeScript. Default `bigint`. */
  readonly int64?: Int64Surface;
  /** Exceptions to `int64`, by full name of a field or message, or by path of a file. Default none. */
  readonly int64Of?: Readonly<Record<string, Int64Surface>>;
  /** `js`: `.js`, `.d.ts` and source maps. `ts`: `.ts`. Default `js`. */
  readonly emit?: 'js' | 'ts';
}

/** Returns its argument; exists so that editors complete and check a configuration written in TypeScript. */
export function defineConfig(config: WiremarkConfig): WiremarkConfig {
  return config;
}
