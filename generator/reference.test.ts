/** The reference documentation of packages: what it says is true, what it leads to is there, and nothing in it is alive. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseLossless } from 'lossless-json';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';
import { loadClauses } from './assets.ts';
import { importDocuments } from './import/import.ts';
import type { Descriptor } from './ir/schema/descriptor.gen.ts';
import { traitIds } from './3-plan/package/reference/clauses.ts';
import { make, workshop, type Exports, type Made } from './test/made.ts';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await workshop());
});
afterAll(() => remove());

const both = { markdown: true, html: true } as const;
const read = ({ cwd }: Made, file: string): Promise<string> => readFile(path.join(cwd, 'gen', file), 'utf8');
const source = (file: string): Promise<string> => readFile(path.join(packageRoot(), file), 'utf8');

/** Pages of a site by their paths. */
async function site(made: Made): Promise<ReadonlyMap<string, string>> {
  const pages = made.files.filter((file) => /^reference\/.*\.html$/.test(file));
  return new Map(await Promise.all(pages.map(async (page) => [page, await read(made, page)] as const)));
}

/** Everything that a tag of ours may look like; whatever else begins with `<` came from a source. */
const ours =
  /^<(?:\/?(?:html|head|title|body|main|header|footer|nav|section|details|summary|div|span|p|h[1-3]|small|ul|li|dl|dt|dd|code|pre|a|output|style|script)|!doctype html|meta|link|input)(?: (?:lang|charset|name|content|http-equiv|rel|href|class|id|data-name|data-words|tabindex|aria-label|type|placeholder|autocomplete|spellcheck|for)="[^"<>]*"| (?:hidden|open))*>/;

function checkPages(pages: ReadonlyMap<string, string>): void {
  const ids = new Map<string, Set<string>>();
  for (const [page, text] of pages) {
    const code = /<(style|script)>[^]*?<\/\1>/g;
    for (const [at] of text.replaceAll(code, '').matchAll(/<[^>]{0,2000}>?/g)) expect(at).toMatch(ours);
    expect([...text.matchAll(code)]).toHaveLength(2);
    const found = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => decode(match[1]!));
    expect(found.filter((id, at) => found.indexOf(id) !== at)).toEqual([]);
    ids.set(page, new Set(found));
  }
  for (const [page, text] of pages) {
    for (const [, href] of text.matchAll(/ href="([^"]*)"/g)) {
      if (/^(https:|data:)/.test(href!)) continue;
      const url = new URL(decode(href!), `file:///${page}`);
      const target = decodeURIComponent(url.pathname.slice(1));
      expect([...pages.keys()]).toContain(target);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '') expect(ids.get(target), `${page}: ${href}`).toContain(anchor);
    }
  }
}

const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  );

/** Examples of the page by the anchors of what they are examples of. */
function examples(page: string): readonly (readonly [anchor: string, json: string])[] {
  return page
    .split('<section class="card" id="')
    .slice(1)
    .flatMap((section) => {
      const json = /<pre[^>]*>([^]*?)<\/pre>/.exec(section)?.[1];
      return json === undefined ? [] : [[decode(section.slice(0, section.indexOf('"'))), decode(json)] as const];
    });
}

/** As the bundle of schemas judges it. Integers that a double would round are of no other type for that. */
async function judge(made: Made): Promise<(definition: string, json: string) => string> {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, ownProperties: true });
  ajv.addSchema(JSON.parse(await read(made, 'schemas/package.schema.json')) as object, 'bundle');
  return (definition, json) => {
    const validate = ajv.getSchema(`bundle#/$defs/${definition}`)!;
    expect(validate, definition).toBeDefined();
    return validate(JSON.parse(json)) === true ? '' : `${definition} ${json} ${JSON.stringify(validate.errors)}`;
  };
}

it('gives every event and type of Floo an example that its own reader takes', async () => {
  const made = await make(
    path.join(folder, 'floo'),
    { 'floo.spec.yaml': await source('spec/floo/floo.spec.yaml') },
    both,
  );
  const pages = await site(made);
  checkPages(pages);
  const found = examples(pages.get('reference/modules/floo.html')!);
  const names = (await import(pathToFileURL(path.join(packageRoot(), 'out/floo/lib/index.js')).href)) as Exports;
  const { events, types, derivedTypes } = JSON.parse(await read(made, 'descriptor.json')) as Descriptor;
  expect(found.length).toBe(
    events.length + [...types, ...derivedTypes].filter(({ kind }) => kind !== 'enum' && kind !== 'callback').length,
  );
  for (const [anchor, json] of found) {
    const name = anchor.startsWith('event-') ? 'FlooEvent' : anchor.slice('type-'.length);
    expect(() => names[`fromJsonString${name}`]!(json), `${anchor} ${json}`).not.toThrow();
  }
  // The three layers, and the clauses.
  const page = pages.get('reference/modules/floo.html')!;
  expect(page).toContain('<dt>Declared</dt><dd>string, line 380</dd>');
  expect(page).toContain('<dt>Wire</dt><dd>decimal digits in a string, string in TypeScript</dd>');
  expect(page).toContain('<dt>Observed</dt><dd><code>(res: ObservedNotice)</code></dd>');
  expect(page).toContain('href="../clauses.html#client.argument.int64"');
});

const three = `// Rooms, *stars* and <b>tags</b>.
syntax = "proto3";

package acme.chat.v1;

import "google/protobuf/timestamp.proto";

// A room, where | people meet.
//
// # Not a heading
// 1. not a list, but see https://example.test/a_b_c
message Room {
  // Inner
  message Member {
    string name = 1;
    Room room = 2;
  }
  enum Kind {
    KIND_UNSPECIFIED = 0;
    KIND_OPEN = 1; // Everyone.
    KIND_GONE = -1 [deprecated = true];
  }
  uint64 id = 1;
  // Two lines,
  // one | bar and \`code\`.
  optional string title = 2 [deprecated = true];
  map<string, Member> members = 3;
  map<int32, bytes> blobs = 4;
  repeated Kind kinds = 7;
  google.protobuf.Timestamp created = 8;
  oneof owner {
    string user = 9;
    Member member = 10;
  }
}

message Empty {}

// Finds rooms.
service Rooms {
  // One.
  rpc Get(Room) returns (Room);
  rpc Watch(stream Room) returns (stream Room.Member);
}
`;
const two = `syntax = "proto2";
package acme.old;
message Setting {
  required string key = 1;
  optional int32 size = 2 [default = 7];
  optional Mode mode = 3 [default = FAST];
  optional string text = 4 [default = "a b"];
  extensions 100 to 199;
}
enum Mode { SLOW = 1; FAST = 2; }
extend Setting { optional bool extra = 100; }
`;

/** What a page carries of a package: all but where things stood. */
function told({ messages, enums, extensions }: Descriptor): unknown {
  const own = <T extends { readonly name: string }>(nodes: readonly T[]): readonly T[] =>
    nodes.filter(({ name }) => name.startsWith('acme.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.parse(
    JSON.stringify([own(messages), own(enums), extensions], (key, value: unknown) =>
      ['origin', 'options', 'extensionRanges', 'module'].includes(key) ? undefined : value,
    ),
  );
}

it.each([
  ['proto3', 'room', three],
  ['proto2', 'setting', two],
])('writes a page of Markdown of which the import makes the same %s again', async (_, name, text) => {
  const made = await make(path.join(folder, `page-${name}`), { [`${name}.proto`]: text }, { ...both, asyncapi: true });
  checkPages(await site(made));
  const page = await read(made, 'reference/reference.md');
  const { value, diagnostics } = await importDocuments({
    files: [{ file: 'reference.md', text: page }],
    ...nothingGiven,
  });
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const protos = value!.filter((file) => file.path.endsWith('.proto') && !file.path.startsWith('google/'));
  const again = await make(
    path.join(folder, `again-${name}`),
    Object.fromEntries(protos.map((file) => [file.path, file.text])),
  );
  expect(again.errors).toEqual([]);
  const descriptors = await Promise.all([made, again].map((one) => read(one, 'descriptor.json')));
  const [first, second] = descriptors.map((json) => told(JSON.parse(json) as Descriptor));
  expect(second).toEqual(first);
});

it('prints hostile names and comments as text, in both forms, and gives valid examples of hostile shapes', async () => {
  const files = {
    'names.proto': await source('fixtures/generator/proto-hostile-names/input/names.proto'),
    'hostile.spec.yaml': await source('fixtures/generator/events-hostile/input/hostile.spec.yaml'),
    'recursive.spec.yaml': await source('fixtures/generator/events-recursive/input/recursive.spec.yaml'),
    'unions.spec.yaml': await source('fixtures/generator/events-unions/input/unions.spec.yaml'),
    'harm.proto': `syntax = "proto3";\n// </script><script>harm()</script> <img src=x onerror=harm()> [x](javascript:harm()) "' {{harm}}\nmessage Harm { string a = 1; /* <b>|</b>\n\`\`\`\n# harm */ }\n`,
  };
  const made = await make(path.join(folder, 'hostile'), files, both);
  expect(made.errors).toEqual([]);
  const pages = await site(made);
  checkPages(pages);
  // Outside of blocks of code, which end where they are meant to, there is nothing but our own tags.
  const markdown = (await read(made, 'reference/reference.md'))
    .replace(/^(`{3,})json\n([^]*?)\n\1$/gm, (_, __, code: string) => {
      expect(() => parseLossless(code), code).not.toThrow();
      return '';
    })
    .replace(/<a name="[\w-]+"><\/a>|<p align="right"><a href="#top">Top<\/a><\/p>|<br>/g, '');
  expect(markdown.match(/<.*|^```.*/gm)).toBeNull();
  expect(markdown).not.toMatch(/^ {0,3}#+ harm$|\]\(javascript:/m);
  const verdict = await judge(made);
  const { messages } = JSON.parse(await read(made, 'descriptor.json')) as Descriptor;
  const shown = new Map([...pages.values()].flatMap(examples));
  const bundled = JSON.parse(await read(made, 'schemas/package.schema.json')) as {
    $defs: Record<string, { title?: string }>;
  };
  const definition = (title: string): string =>
    Object.entries(bundled.$defs).find(([, schema]) => schema.title === title)![0];
  for (const { name, typeName } of messages) {
    const json = shown.get(name);
    if (json !== undefined) expect(verdict(definition(typeName), json)).toBe('');
  }
  expect(shown.size).toBeGreaterThan(20);
  for (const json of shown.values()) expect(() => parseLossless(json)).not.toThrow();
});

it('leads to clauses that exist', async () => {
  const ids = (await loadClauses()).flatMap(({ clauses }) => clauses.map(({ id }) => id));
  for (const start of traitIds)
    expect(
      ids.some((id) => id === start || id.startsWith(`${start}.`)),
      start,
    ).toBe(true);
});

const nothingGiven = { from: undefined, name: undefined, numbers: [], decided: [], specOverlays: [] };
