/** How the arbitraries of a package refer to what they are made of. */
import type { Identifier } from '../../../ir/printable.ts';

export interface Names {
  /** The function that makes a message. */
  message(fullName: string): Identifier;
  /** The const object of a proto enum, imported. */
  enum(fullName: string): Identifier;
  /** The function that makes a type of an event spec. */
  type(spec: string, name: string): Identifier;
  /** The const object of an enum of an event spec, imported. */
  specEnum(spec: string, name: string): Identifier;
}
