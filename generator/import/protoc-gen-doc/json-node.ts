/** A value inside a JSON document of unknown shape, with its place: whatever is asked of it, it answers. */
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../../../diagnostics/document.ts';

export class JsonNode {
  readonly #document: SourceDocument;
  readonly #pointer: string;
  readonly #value: unknown;

  constructor(document: SourceDocument, pointer: string, value: unknown) {
    this.#document = document;
    this.#pointer = pointer;
    this.#value = value;
  }

  place(): Place {
    return this.#document.placeOf(this.#pointer);
  }

  /** A member; undefined inside when there is none. */
  at(key: string): JsonNode {
    const step = key.replaceAll('~', '~0').replaceAll('/', '~1');
    return new JsonNode(this.#document, `${this.#pointer}/${step}`, this.value(key));
  }

  value(key: string): unknown {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key];
  }

  /** A member that is a string, else `''`. */
  text(key: string): string {
    const value = this.value(key);
    return typeof value === 'string' ? value : '';
  }

  /** Whether a member is `true`. */
  flag(key: string): boolean {
    return this.value(key) === true;
  }

  /** Elements of a member that is a list, else none. */
  list(key: string): JsonNode[] {
    const value = this.value(key);
    if (!Array.isArray(value)) return [];
    const list = this.at(key);
    return value.map((each, index) => new JsonNode(this.#document, `${list.#pointer}/${index}`, each));
  }
}
