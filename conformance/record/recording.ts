/** Takes frames as they pass, gives observations of all events and fixtures of those that a client must hand on. */
import type { Binding } from '../bindings/binding.ts';
import type { Case, Fixture, Payload } from '../model/fixture.gen.ts';
import type { Observations } from '../model/observations.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import { Observer } from '../observe/observer.ts';
import { redactedText, redaction, type Redaction } from '../observe/redact.ts';
import { parseExact, printExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { packageFrames } from '../reference/index.ts';
import type { Direction } from './taps.ts';

/** Cases that are kept, of one event and in all, and the largest frame that becomes one, in bytes. */
const maxCasesOfEvent = 5;
const maxCases = 500;
const maxFrameBytes = 64 * 1024;

export interface Recording {
  see(direction: Direction, frame: Payload): void;
  /** Counts what no frame could be taken from. */
  unread(): void;
  observations(evidence: string): Observations;
  fixture(): Fixture;
}

export function startRecording(pkg: LoadedPackage, binding: Binding, redact: readonly string[]): Recording {
  const names = new Map(pkg.descriptor.events.map(({ name, arguments: args }) => [name, args.map((arg) => arg.name)]));
  const argumentNames = (event: string): readonly string[] => names.get(event) ?? [];
  const observer = new Observer({ redact, argumentNames, isJson: true });
  const rules = redaction(redact);
  const frames = packageFrames(pkg, binding);
  const cases: Case[] = [];
  const known = new Map<string, Set<string>>();

  const keep = (event: string, args: readonly ExactJson[]): void => {
    const shapes = known.get(event) ?? new Set();
    const shape = shapeOf(args);
    if (cases.length >= maxCases || shapes.size >= maxCasesOfEvent || shapes.has(shape)) return;
    const open = args.map((arg, at) => without(arg, rules, argumentNames(event)[at] ?? ''));
    try {
      // What the spec does not allow is an observation, and no case that anybody has to pass.
      const frame = frames.write(event, printExact(open));
      cases.push(caseOf(event, printExact(open), { frame, number: cases.length + 1 }));
      known.set(event, shapes.add(shape));
    } catch {
      return;
    }
  };

  return {
    unread: () => observer.unread(),
    see(direction, frame) {
      try {
        const read = binding.read(frame);
        if (read.kind === 'malformed') return observer.unread();
        const args = parseExact(read.event.args) as readonly ExactJson[];
        observer.see(read.event.event, args);
        const size = 'text' in frame ? Buffer.byteLength(frame.text) : frame.hex.length / 2;
        if (direction === 'from-server' && size <= maxFrameBytes) keep(read.event.event, args);
      } catch {
        observer.unread();
      }
    },
    observations: (evidence) => observer.toObservations({ package: pkg.descriptor.package.name, evidence }),
    fixture: () => ({
      $schema: 'https://wiremark.dev/schema/fixture.schema.json',
      format: 1,
      package: pkg.descriptor.package.name,
      binding: binding.name,
      notes: 'Recorded traffic: what a server sent, and what a client hands to the application for it.',
      cases,
    }),
  };
}

/** Names and types without values: frames of the same shape tell the same. */
function shapeOf(value: ExactJson): string {
  if (Array.isArray(value)) return `[${[...new Set((value as readonly ExactJson[]).map(shapeOf))].join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([name, each]) => `${JSON.stringify(name)}:${shapeOf(each)}`)
    .sort()
    .join()}}`;
}

/** The value with every secret in it replaced by one of the same type. */
function without(value: ExactJson, rules: Redaction, name: string): ExactJson {
  const isSecret = rules.name(name) || rules.value(value);
  if (Array.isArray(value))
    return isSecret ? [] : (value as readonly ExactJson[]).map((each) => without(each, rules, ''));
  switch (typeof value) {
    case 'string':
      return isSecret ? redactedText : value;
    case 'number':
    case 'bigint':
      return isSecret ? 0 : value;
    case 'boolean':
      return isSecret ? false : value;
    default: {
      if (value === null || isSecret) return value === null ? null : {};
      // Own properties whatever they are called: "__proto__" is a name like any other.
      const entries = Object.entries(value).map(([key, each]) => [key, without(each, rules, key)] as const);
      return Object.fromEntries(entries);
    }
  }
}

function caseOf(
  event: string,
  args: string,
  { frame, number }: { readonly frame: Payload; readonly number: number },
): Case {
  const session = 'main';
  const ok = [{ kind: 'ok' as const }];
  const emitted = [{ kind: 'emit' as const, session, event, args }];
  return {
    id: `recorded/${event.replace(/[^\w.-]+/g, '-') || 'event'}/${number}`,
    role: 'client',
    level: 'required',
    clauses: ['client.argument.value'],
    description: 'A frame that was recorded reaches the application as the event that it carries.',
    needs: [],
    source: 'recorded traffic',
    steps: [
      { command: { cmd: 'open', session }, replies: ok },
      { command: { cmd: 'deliver', session, frame }, replies: ok },
      { command: { cmd: 'sync', session }, replies: ok, events: { ordered: true, alternatives: [emitted] } },
      { command: { cmd: 'close', session }, replies: ok },
    ],
  };
}
