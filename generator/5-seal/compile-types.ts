/** Type-checks a package's modules through ts-morph, in memory; gives a line per fault. */
import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Project, ts } from 'ts-morph';
import type { RenderedFile } from '../ir/package-plan.ts';

/** Where the package stands in the file system in memory. */
const root = '/package';

/** Loads ts-morph, which takes a third of a second: only for whoever asks to verify. */
export async function compileTypes(files: readonly RenderedFile[]): Promise<string[]> {
  const { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, ts } = await import('ts-morph');
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
      noEmit: true,
    },
  });
  const memory = project.getFileSystem();
  const isTyped = (file: string): boolean => file.endsWith('.ts');
  for (const { path: file, text } of files) {
    if (isTyped(file) || /(^|\/)package\.json$/.test(file)) memory.writeFileSync(`${root}/${file}`, text);
  }
  if (files.some((file) => file.path.startsWith('lib/arbitraries.'))) await lendTypes(project, 'fast-check');
  // The runtime library was checked with the rest of our own code; what is imported of it is read all the same.
  const own = files.filter((file) => file.path.startsWith('lib/') && !file.path.startsWith('lib/runtime/'));
  const sources = own
    .filter((file) => isTyped(file.path))
    .map((file) => project.addSourceFileAtPath(`${root}/${file.path}`));
  const program = project.getProgram();
  const typed = sources.flatMap((source) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((found) => {
      const text = found.getMessageText();
      const message = typeof text === 'string' ? text : text.getMessageText();
      const where = source.getFilePath().slice(root.length + 1);
      return `${where}:${found.getLineNumber() ?? 1}: ${message} (TS${found.getCode()})`;
    }),
  );
  const texts = new Map(own.map((file) => [file.path, file.text]));
  const scripts = own.filter((file) => file.path.endsWith('.js'));
  return [...typed, ...scripts.flatMap((script) => [...syntaxFaults(script, ts), ...missingExports(script, texts)])];
}

/** Scripts are described by the declarations beside them; of themselves they must parse and export what those say. */
function syntaxFaults({ path: file, text }: RenderedFile, compiler: typeof ts): string[] {
  const compilerOptions = { allowJs: true, module: compiler.ModuleKind.ESNext, target: compiler.ScriptTarget.ES2022 };
  const { diagnostics = [] } = compiler.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions,
  });
  return diagnostics.map(({ start = 0, messageText, code }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${file}:${line}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')} (TS${code})`;
  });
}

/** Values that the declarations promise and the script does not export. */
function missingExports({ path: file, text }: RenderedFile, texts: ReadonlyMap<string, string>): string[] {
  const exported = new Set(namesOf(text));
  return namesOf(texts.get(file.replace(/\.js$/, '.d.ts')) ?? '')
    .filter((name) => !exported.has(name))
    .map((name) => `${file}: it does not export ${name}, which is declared`);
}

/** Names of the values that a module itself exports; what it passes on is checked where it comes from. */
function namesOf(text: string): string[] {
  const declaration = /^export (?:declare )?(?:const|let|function\*?|class) ([\p{ID_Continue}$]+)/gmu;
  return [...text.matchAll(declaration)].map((match) => match[1]!);
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
