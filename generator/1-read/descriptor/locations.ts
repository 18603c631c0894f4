/** Where the parts of a file stood and what was said beside them, by their path in its descriptor. */
import type { FileDescriptorProto } from '@bufbuild/protobuf/wkt';
import type { Position } from './layout.ts';

/** Path of a part as in SourceCodeInfo.Location. */
export type Path = readonly number[];

export interface Comments {
  readonly leading: string;
  readonly trailing: string;
}

interface Location extends Comments {
  readonly start: Position;
  readonly end: Position;
  /** Characters it spans on one line; 0 when it spans several. */
  readonly length: number;
}

export class Locations {
  readonly #byPath = new Map<string, Location>();
  /** Further places of one path: every block that extends something has that of the list of all extensions. */
  readonly #blocks: (Location & { readonly key: string })[] = [];

  constructor(file: FileDescriptorProto) {
    for (const { path, span, leadingComments, trailingComments } of file.sourceCodeInfo?.location ?? []) {
      const [line, column, endLine, endColumn] = span.length === 3 ? [span[0], span[1], span[0], span[2]] : span;
      if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) continue;
      const key = path.join('.');
      const location = {
        start: { line, column },
        end: { line: endLine, column: endColumn },
        length: line === endLine ? endColumn - column : 0,
        leading: leadingComments,
        trailing: trailingComments,
      };
      if (path.length % 2 === 1) this.#blocks.push({ key, ...location });
      if (!this.#byPath.has(key)) this.#byPath.set(key, location);
    }
  }

  /** False for a descriptor that was made without source info. */
  get known(): boolean {
    return this.#byPath.size > 0;
  }

  at(...path: readonly number[]): Position | undefined {
    return this.#byPath.get(path.join('.'))?.start;
  }

  /** Place of the brace that closes a declaration. */
  closing(path: Path): Position | undefined {
    const found = this.#byPath.get(path.join('.'));
    return found === undefined || found.end.column === 0
      ? undefined
      : { line: found.end.line, column: found.end.column - 1 };
  }

  /** The statement that a part stands in, where several share the path of their list. */
  around(list: Path, part: Position | undefined): { readonly start: Position; readonly closing: Position } | undefined {
    const key = list.join('.');
    const found =
      part && this.#blocks.find((one) => one.key === key && !before(part, one.start) && before(part, one.end));
    return found && { start: found.start, closing: { line: found.end.line, column: found.end.column - 1 } };
  }

  comments(path: Path): Comments {
    return this.#byPath.get(path.join('.')) ?? { leading: '', trailing: '' };
  }

  /**
   * A full name as it was written: its length says how many of its parts were.
   * @param around - Characters at its place that are not of the name. Default 0.
   */
  spelling(fullName: string, path: Path, around = 0): string {
    const length = (this.#byPath.get(path.join('.'))?.length ?? 0) - around;
    const cut = fullName.length - length;
    return length > 0 && cut > 0 && fullName[cut - 1] === '.' ? fullName.slice(cut) : fullName;
  }
}

const before = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);

/** Sorts by place; parts without one stay behind those before them. */
export function inSourceOrder<T extends { readonly at: Position | undefined }>(parts: readonly T[]): readonly T[] {
  if (parts.some(({ at }) => at === undefined)) return parts;
  return parts.toSorted((a, b) => a.at!.line - b.at!.line || a.at!.column - b.at!.column);
}
