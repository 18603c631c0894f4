/** The clauses that an implementation is judged by, and which of them speak of which trait of a thing. */
import type { Clauses } from '../../../ir/schema/clauses.gen.ts';
import type { ReferenceArea, ReferenceLink } from '../../../ir/view/reference-view.ts';
import { html, htmlInk } from './html-ink.ts';

/** Traits of a message or type, with the clauses that are about them: an id, or the start of several, up to a dot. */
const byTrait = {
  message: [
    'values.field',
    'values.roundtrip',
    'binary.tag',
    'binary.unknown',
    'binary.truncation',
    'json.message',
    'json.name',
  ],
  int: ['binary.varint.value', 'json.int'],
  int64: ['json.int64'],
  zigzag: ['binary.zigzag'],
  fixed: ['binary.fixed'],
  float: ['binary.float', 'json.float'],
  bool: ['binary.varint.bool', 'json.bool'],
  string: ['binary.string', 'json.string'],
  bytes: ['binary.bytes', 'json.bytes'],
  list: ['binary.list', 'json.list'],
  packed: ['binary.packed'],
  map: ['binary.map', 'json.map'],
  nested: ['binary.message', 'binary.length', 'binary.depth'],
  group: ['binary.group'],
  oneof: ['binary.oneof', 'json.oneof'],
  enum: ['values.enum', 'json.enum'],
  open: ['binary.enum.open'],
  closed: ['binary.enum.closed'],
  explicit: ['binary.presence', 'json.presence'],
  implicit: ['binary.default', 'json.default'],
  required: ['binary.required'],
  timestamp: ['json.timestamp'],
  duration: ['json.duration'],
  fieldMask: ['json.field-mask'],
  struct: ['json.struct'],
  wrapper: ['json.wrappers'],
  any: ['json.any'],
  type: ['values.type.carried', 'values.type.wrong-type', 'values.type.extra'],
  typeInt64: ['values.type.int64-exact', 'values.type.int64-travel'],
  typeEnum: ['values.type.enum'],
  typeUnion: ['values.type.union'],
  typePresence: ['values.type.presence'],
  typeRequired: ['values.type.required'],
  event: ['client.event.name', 'client.delivery', 'client.malformed', 'server.frame', 'server.delivery'],
  args: [
    'client.argument.count',
    'client.argument.order',
    'client.argument.type',
    'client.argument.value',
    'server.argument.count',
    'server.argument.type',
    'server.argument.value',
  ],
  argInt64: ['client.argument.int64', 'server.argument.int64'],
  argEnum: ['client.argument.enum', 'server.argument.enum'],
  argUnion: ['client.argument.union', 'server.argument.union'],
  argPresence: ['client.argument.presence', 'server.argument.presence'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Trait = keyof typeof byTrait;

export interface ClauseBook {
  readonly areas: readonly ReferenceArea[];
  /** The clauses about all of these traits, one link for each start of an id. */
  links(traits: Iterable<Trait>, root: string): readonly ReferenceLink[];
}

/** Page of the clauses, below the folder of the site. */
export const clausesPage = 'clauses.html';

export function clauseBook(files: readonly Clauses[]): ClauseBook {
  const ids = files.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return {
    areas: files.map(areaView),
    links(traits, root) {
      const starts = [...new Set([...traits].flatMap((trait): readonly string[] => byTrait[trait]))].sort();
      return starts.flatMap((start) => {
        const meant = ids.filter((id) => id === start || id.startsWith(`${start}.`));
        const [first] = meant;
        if (first === undefined) return [];
        const name = meant.length === 1 ? first : `${start}.*`;
        return [{ name: html(name), href: html(`${root}${clausesPage}#${first}`) }];
      });
    },
  };
}

/** Starts of ids that no clause has: a trait would lead nowhere. For the tests. */
export const traitIds: readonly string[] = Object.values(byTrait).flat();

function areaView({ area, document, clauses }: Clauses): ReferenceArea {
  const ink = htmlInk('');
  return {
    name: ink.text(area),
    clauses: clauses.map(({ id, level, roles, text, source }) => {
      const where = source.document ?? document;
      const at = source.section ?? (source.line === undefined ? (source.overlay ?? '') : `line ${source.line}`);
      const address = source.section === undefined ? where : `${where}#${source.section}`;
      return {
        id: ink.text(id),
        anchor: html(id),
        level: ink.text(level),
        roles: ink.text(roles.join(', ')),
        text: ink.prose(text),
        source: ink.external(`${where.replace(/^https:\/\//, '')} ${at}`.trim(), address),
      };
    }),
  };
}
