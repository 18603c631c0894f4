/** Type-checks a package's modules through ts-morph, in memory; gives a line per fault. */
import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Project, SourceFile } from 'ts-morph';
import type { RenderedFile } from '../ir/package-plan.ts';

/** Where the package stands in the file system in memory. */
const root = '/package';

/** Loads ts-morph, which takes a third of a second: only for whoever asks to verify. */
export async function compileTypes(files: readonly RenderedFile[]): Promise<string[]> {
  const { ModuleKind, ModuleResolutionKind, Project, ScriptTarget } = await import('ts-morph');
  const project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      // No `dom` and no `node`: a package must compile wherever it is used.
      lib: ['lib.es2022.d.ts'],
      types: [],
      module: ModuleKind.NodeNext,
      moduleResolution: ModuleResolutionKind.NodeNext,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noImplicitOverride: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      allowJs: true,
      checkJs: false,
      noEmit: true,
    },
  });
  const memory = project.getFileSystem();
  for (const file of files) {
    if (/\.(js|ts)$|(^|\/)package\.json$/.test(file.path)) memory.writeFileSync(`${root}/${file.path}`, file.text);
  }
  if (files.some(({ path }) => path.startsWith('lib/arbitraries.'))) await lendTypes(project, 'fast-check');
  const sources = files
    .filter(({ path }) => /\.(js|ts)$/.test(path) && path.startsWith('lib/'))
    .map(({ path }) => project.addSourceFileAtPath(`${root}/${path}`));
  return sources.flatMap((source) => faultsOf(source, project));
}

function faultsOf(source: SourceFile, project: Project): string[] {
  const program = project.getProgram();
  // Scripts are described by the declarations beside them; of themselves they must parse and export what those say.
  const isScript = source.getExtension() === '.js';
  const found = isScript
    ? program.getSyntacticDiagnostics(source)
    : [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const where = source.getFilePath().slice(root.length + 1);
  const faults = found.map((diagnostic) => {
    const text = diagnostic.getMessageText();
    const message = typeof text === 'string' ? text : text.getMessageText();
    return `${where}:${diagnostic.getLineNumber() ?? 1}: ${message} (TS${diagnostic.getCode()})`;
  });
  return isScript ? [...faults, ...missingExports(source, project)] : faults;
}

/** Values that the declarations promise and the script does not export. */
function missingExports(script: SourceFile, project: Project): string[] {
  const declarations = project.getSourceFile(script.getFilePath().replace(/\.js$/, '.d.ts'));
  if (declarations === undefined) return [];
  const exported = new Set(namesOf(script));
  return namesOf(declarations)
    .filter((name) => !exported.has(name))
    .map((name) => `${script.getFilePath().slice(root.length + 1)}: it does not export ${name}, which is declared`);
}

/** Names of the values that a module itself exports; what it passes on is checked where it comes from. */
function namesOf(source: SourceFile): string[] {
  return source.getStatements().flatMap((statement) => {
    const [, name] =
      /^export (?:declare )?(?:const|let|function\*?|class) ([\p{ID_Continue}$]+)/u.exec(statement.getText()) ?? [];
    return name === undefined ? [] : [name];
  });
}

/** Copies a library's declarations from our own installation into memory. */
async function lendTypes(project: Project, library: string): Promise<void> {
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${library}/package.json`));
  const memory = project.getFileSystem();
  for (const file of await readdir(folder, { recursive: true })) {
    const plain = file.replaceAll('\\', '/');
    if (!/\.d\.[cm]?ts$|(^|\/)package\.json$/.test(plain)) continue;
    memory.writeFileSync(`${root}/node_modules/${library}/${plain}`, await readFile(path.join(folder, file), 'utf8'));
  }
}
