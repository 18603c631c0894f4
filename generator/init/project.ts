/** The files of a project's set-up: a survey and a few answers in, `{path, text}` out. */
import type { Int64Surface } from '../ir/scalar.ts';
import type { Survey } from './survey.ts';

export type Ci = 'github' | 'gitlab' | 'none';

export interface Answers {
  /** npm name of the generated package. */
  readonly name: string;
  readonly out: string;
  readonly int64: Int64Surface;
  readonly ci: Ci;
}

export interface SetUpFile {
  readonly path: string;
  readonly text: string;
}

/** What is answered when nobody is asked. */
export function defaults({ packageName, folder, ci }: Survey): Answers {
  const [, scope = '', own = ''] = /^(@[^/]+\/)?(.*)$/.exec(packageName ?? folder) ?? [];
  const bare = `${
    own
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+/, '') || folder
  }-protocol`;
  return { name: `${scope.toLowerCase()}${bare}`, out: `gen/${bare}`, int64: 'bigint', ci };
}

/** @param version - Of wiremark: the workflow runs the same. */
export function setUp(found: Survey, answers: Answers, version: string): readonly SetUpFile[] {
  const empty = found.protos.length + found.specs.length === 0;
  const sources = empty ? { ...found, protos: [example.path], roots: ['protos'] } : found;
  return [
    ...(empty ? [example] : []),
    { path: 'wiremark.config.ts', text: config(sources, answers) },
    ...workflow(answers.ci, { version, install: found.lockFile }),
  ];
}

const example: SetUpFile = {
  path: 'protos/chat.proto',
  text: `syntax = "proto3";

package chat.v1;

// A message of a conversation. Replace this example by your own protocol.
message Message {
  string id = 1;
  string sender = 2;
  string text = 3;
  int64 sent_at_ms = 4;
  Kind kind = 5;
}

enum Kind {
  KIND_UNSPECIFIED = 0;
  KIND_TEXT = 1;
  KIND_IMAGE = 2;
}
`,
};

function config(
  { protos, specs, roots }: Pick<Survey, 'protos' | 'specs' | 'roots'>,
  { name, out, int64 }: Answers,
): string {
  const list = (values: readonly string[]): string => `[${values.map((value) => literal(value)).join(', ')}]`;
  const lines = [
    `name: ${literal(name)},`,
    `out: ${literal(out)},`,
    ...(protos.length > 0 ? [`protos: ${list(patterns(protos))},`] : []),
    ...(roots.length > 0 ? [`roots: ${list(roots)},`] : []),
    ...(specs.length > 0 ? [`specs: ${list(specs)},`] : []),
    ...(int64 === 'bigint' ? [] : [`int64: ${literal(int64)},`]),
  ];
  return `import { defineConfig } from 'wiremark';

export default defineConfig({
  packages: [
    {
${lines.map((line) => `      ${line}`).join('\n')}
    },
  ],
});
`;
}

const literal = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/[\n\r]/g, ' ')}'`;

/** One pattern per top folder; a file at the top stands for itself. */
function patterns(protos: readonly string[]): readonly string[] {
  return [
    ...new Set(protos.map((file) => (file.includes('/') ? `${file.slice(0, file.indexOf('/'))}/**/*.proto` : file))),
  ];
}

function workflow(
  ci: Ci,
  { version, install }: { readonly version: string; readonly install: boolean },
): readonly SetUpFile[] {
  const command = `npx --yes wiremark@${version} generate --check`;
  switch (ci) {
    case 'none':
      return [];
    case 'github':
      return [
        {
          path: '.github/workflows/wiremark.yml',
          text: `name: wiremark
on: [push, pull_request]
permissions:
  contents: read
jobs:
  generated-code:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${install ? '      - run: npm ci\n' : ''}      # Faults and stale files show up as annotations of the change.
      - run: ${command}
`,
        },
      ];
    case 'gitlab':
      return [
        {
          path: '.gitlab/wiremark.yml',
          text: `# In .gitlab-ci.yml:
#   include:
#     - local: .gitlab/wiremark.yml
wiremark:
  image: node:22
  script:
${install ? '    - npm ci\n' : ''}    - ${command}
`,
        },
      ];
    default:
      return ci satisfies never;
  }
}
