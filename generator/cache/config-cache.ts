/** A configuration as it was read last time: of use while its text is the same, and nothing but the text can decide it. */
import type { WiremarkConfig } from '../config/config.ts';
import { cacheFolder, readEntry, sha256, writeEntry } from './entry.ts';

interface NotedConfig {
  readonly key: string;
  readonly config: WiremarkConfig;
}

export interface ConfigText {
  /** Name of the file. */
  readonly name: string;
  readonly text: string;
  /** The schema that it is held against, as text. */
  readonly schema: string;
}

/** Undefined when the text has changed, or may give another configuration each time it runs. */
export function cachedConfig(cwd: string, source: ConfigText): WiremarkConfig | undefined {
  if (!decidedByText(source)) return undefined;
  const noted = readEntry<NotedConfig>(cacheFolder(cwd), 'config.json');
  return noted?.key === keyOf(source) ? noted.config : undefined;
}

export function keepConfig(cwd: string, source: ConfigText, config: WiremarkConfig): void {
  if (!decidedByText(source)) return;
  writeEntry(cacheFolder(cwd), 'config.json', { key: keyOf(source), config } satisfies NotedConfig);
}

const keyOf = ({ name, text, schema }: ConfigText): string => sha256(JSON.stringify([name, text, schema]));

/** Words by which a module may reach anything beyond its own text. */
const outside =
  /\b(process|globalThis|global|require|Date|Math|Intl|await|fetch|eval|Function|constructor|crypto|performance|meta)\b|import\s*\(|import\s*['"]/;

/** Documents always are; a module is when it imports `defineConfig` at the most. */
function decidedByText({ name, text }: ConfigText): boolean {
  if (/\.(json|ya?ml)$/.test(name)) return true;
  const imported = [...text.matchAll(/\bfrom\s*['"]([^'"]*)['"]/g)].map(([, module]) => module);
  return !outside.test(text) && imported.every((module) => module === 'wiremark');
}
