/** Adds the events and callbacks of JSDoc to a draft: arguments with the objects that dotted rows and examples describe. */
import type { ArgumentPart, EventPart, FieldPart } from '../events/draft.ts';
import { isName, label, pascal } from '../events/names.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { placeIn } from '../source.ts';
import type { Desk } from './desk.ts';
import type { Doclet } from './doclet.ts';
import { readExample, type ExampleObject } from './examples.ts';
import { treeOf, type RowTree, type Shapes } from './objects.ts';
import { applyExamples } from './unions.ts';

export interface EventWork {
  readonly desk: Desk;
  readonly shapes: Shapes;
}

export async function addEvent(doclet: Doclet, { desk, shapes }: EventWork): Promise<void> {
  const { name, line } = doclet;
  const known = desk.draft.events.get(name);
  if (known !== undefined || name === '__proto__') {
    desk.doubt('WM8203', { row: doclet, about: known === undefined ? '' : name }, { name, what: 'as two blocks' });
    return;
  }
  const trees = treeOf(doclet.rows);
  const part: EventPart = {
    label: label(name),
    group: doclet.owner === '' ? 'events' : doclet.owner,
    ...(doclet.description === '' ? {} : { description: doclet.description }),
    ...(doclet.deprecated ? { deprecated: true } : {}),
    ...(doclet.direction === 'client-to-server' ? { direction: doclet.direction } : {}),
    arguments: new Map(),
    // Only the types of emitters say which way an event goes.
    from: desk.cite(line, doclet.direction === undefined ? undefined : 'emitter'),
  };
  desk.draft.events.set(name, part);
  const objects = await objectsOf(doclet, desk);
  const declared = new Map<string, ArgumentPart>();
  let parts = false;
  const described = trees.filter(({ members }) => members.length > 0);
  for (const tree of trees) {
    const argument = argumentName(tree, desk);
    if (argument === undefined || part.arguments.has(argument)) continue;
    const typeName = pascal(name.replace(/^on(?=[A-Z])/, ''));
    const field = readArgument(
      tree,
      { owner: name, typeName: described.length === 1 ? typeName : `${typeName}${pascal(argument)}` },
      { desk, shapes },
    );
    const shown = argumentOf(field);
    part.arguments.set(argument, shown);
    const said = declaredOf(field, shown);
    const union =
      described.length === 1 && tree === described[0] ? ofExamples(objects, tree, { field, desk }) : undefined;
    if (union !== undefined) shown.from = desk.cite(tree.row.line, 'examples');
    parts ||= said !== undefined || union !== undefined;
    declared.set(
      argument,
      union === undefined ? (said ?? shown) : { ...shown, type: union, from: desk.cite(tree.row.line, 'dotted-rows') },
    );
  }
  if (parts) part.declared = declared;
}

export async function addCallback(doclet: Doclet, { desk, shapes }: EventWork): Promise<void> {
  const { name, line } = doclet;
  if (!isName(name) || name === '__proto__') {
    desk.diagnostics.push(diagnose('WM8115', placeIn(desk.source, line, name), { text: name }));
    return;
  }
  if (desk.draft.callbacks.has(name)) {
    desk.doubt('WM8203', { row: doclet, about: name }, { name, what: 'as two blocks' });
    return;
  }
  const args = new Map<string, ArgumentPart>();
  desk.draft.callbacks.set(name, {
    ...(doclet.description === '' ? {} : { description: doclet.description }),
    ...(doclet.deprecated ? { deprecated: true } : {}),
    from: desk.cite(line),
    arguments: args,
  });
  for (const tree of treeOf(doclet.rows)) {
    const argument = argumentName(tree, desk);
    if (argument === undefined || args.has(argument)) continue;
    reportMissingEvents(tree, name, desk);
    args.set(
      argument,
      argumentOf(readArgument(tree, { owner: name, typeName: `${pascal(name)}${pascal(argument)}` }, { desk, shapes })),
    );
  }
}

function argumentName(tree: RowTree, desk: Desk): string | undefined {
  if (isName(tree.name) && tree.name !== '__proto__') return tree.name;
  desk.diagnostics.push(diagnose('WM8115', placeIn(desk.source, tree.row.line, tree.name), { text: tree.name }));
  return undefined;
}

function readArgument(
  tree: RowTree,
  { owner, typeName }: { readonly owner: string; readonly typeName: string },
  { desk, shapes }: EventWork,
): FieldPart {
  if (tree.members.length === 0) return shapes.field(tree, owner, desk);
  const field = shapes.field({ ...tree, members: [] }, owner, desk);
  const name = shapes.derived(tree, typeName, desk);
  field.type = tree.isList || field.type.startsWith('list<') ? `list<${name}>` : name;
  delete field.declared;
  field.from = desk.cite(tree.row.line, 'dotted-rows');
  return field;
}

/** The same object is filled in once the enums have their names: it shares its type with the field. */
function argumentOf(field: FieldPart): ArgumentPart {
  return {
    get type() {
      return field.type;
    },
    ...(field.presence === undefined ? {} : { presence: field.presence }),
    ...(field.nullable === undefined ? {} : { nullable: field.nullable }),
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(field.from === undefined ? {} : { from: field.from }),
  };
}

/** What the document says of an argument, where a rule made something else of it. */
function declaredOf(field: FieldPart, shown: ArgumentPart): ArgumentPart | undefined {
  const { declared } = field;
  if (declared === undefined) return undefined;
  const type = typeof declared === 'string' ? declared : (declared.as ?? declared.type);
  const line = String([field.from].flat()[0] ?? '').replace(/ .*$/, '');
  const { description, presence } = shown;
  return {
    type,
    ...(presence === undefined ? {} : { presence }),
    ...(description === undefined ? {} : { description }),
    ...(line === '' ? {} : { from: /^\d+$/.test(line) ? Number(line) : line }),
  };
}

async function objectsOf(doclet: Doclet, desk: Desk): Promise<ExampleObject[]> {
  const objects: ExampleObject[] = [];
  for (const example of doclet.examples) {
    const read = await readExample(example);
    objects.push(...read.objects);
    for (const line of read.unread) desk.diagnostics.push(diagnose('WM8213', placeIn(desk.source, line), {}));
  }
  return objects;
}

/** Only objects that have a member of the table in common with it are examples of it. */
function ofExamples(
  objects: readonly ExampleObject[],
  tree: RowTree,
  { field, desk }: { readonly field: FieldPart; readonly desk: Desk },
): string | undefined {
  const type = desk.draft.types.get(field.type);
  if (type?.kind !== 'object') return undefined;
  const fitting = objects.filter(({ members }) => tree.members.some(({ name }) => members.has(name)));
  const rows = new Map(tree.members.map(({ name, row }) => [name, row]));
  return applyExamples(fitting, { desk, name: field.type, type, row: tree.row, rows });
}

/** A union of the names of events that leaves some of them out. */
function reportMissingEvents(tree: RowTree, name: string, desk: Desk): void {
  const named = tree.row.type.split('|').map((each) => each.trim());
  if (named.length < 2 || !named.every((each) => desk.isEvent(each))) return;
  for (const event of desk.eventNames()) {
    if (!named.includes(event)) desk.doubt('WM8204', { row: tree.row, about: name }, { event, name: tree.row.name });
  }
}
