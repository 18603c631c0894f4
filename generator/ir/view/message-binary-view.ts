/**
 * What the binary codec of a message is printed from. Names of runtime functions are plain strings here, which templates
 * pass through `use`; names of partials say which template prints a field.
 */
import type { Identifier, Literal } from '../printable.ts';

export interface MessageBinaryView {
  /** Function that adds the field at hand to an error's path. */
  readonly inField: Identifier;
  /** Reading some field takes the upper half of a varint: a 64-bit integer or a bool. */
  readonly wide: boolean;
  /**
   * Field numbers in the order of the message's properties: those of a oneof in brackets, that of a map with the reader of
   * its entries, that of a list which may be packed negated: `1, [2, 4], [3, readMsgData$options], -5`.
   */
  readonly order: string;
}

/** How one value is read and written, without its tag. */
export interface BinaryValueView {
  /** `message-read-scalar`, `message-read-message` or `message-read-group`: an expression. */
  readonly readPartial: string;
  /** `message-write-scalar`, `message-write-message` or `message-write-group`: an expression for the new offset. */
  readonly writePartial: string;
  /** Runtime functions of a scalar; `''` for messages, and for a reader where what it would take is the value already. */
  readonly reader: string;
  readonly writer: string;
  /** What the reader takes: `pos, stop`; or the value: `value >>> 0`. `''` for messages. */
  readonly taken: string;
  /** Reading it takes the upper half of a varint. */
  readonly wide: boolean;
  /** The writer takes the tag, too. */
  readonly taggedWriter: boolean;
  /** Functions of a message: `readMsgData`, `writeMsgData`; `''` for scalars. */
  readonly readMessage: Identifier | '';
  readonly writeMessage: Identifier | '';
  readonly tag: number;
  /** End tag of a group; 0 for all else. */
  readonly endTag: number;
  /** The type of an enum, which the reader's number has to be taken for in TypeScript; `''` for all else. */
  readonly enumType: string;
}

/** Reads and writes a map's key, which is text in TypeScript. */
export interface MapKeyView {
  /** As in `BinaryValueView`. */
  readonly reader: string;
  readonly taken: string;
  readonly wide: boolean;
  readonly enumType: '';
  readonly taggedWriter: boolean;
  /** The reader's result is not a string yet. */
  readonly convert: boolean;
  /** An integer of 32 or 64 bits, which is how keys are sorted. */
  readonly isInteger: boolean;
  readonly writer: string;
  /** Runtime function from the property's name to what the writer takes; `''` for none. */
  readonly parse: string;
  /** The key of an entry that has none: `''`, `'0'`, `'false'`. */
  readonly absent: Literal;
  readonly tag: number;
}

export interface FieldBinaryView {
  /** `message-read-singular`, `-enum`, `-oneof`, `-list`, `-packable`, `-enum-list`, `-map`: statements of a case. */
  readonly readPartial: string;
  /** `message-write-implicit`, `-explicit`, `-always`, `-oneof`, `-list`, `-packed`, `-map`: statements. */
  readonly writePartial: string;
  /** Of the value, of each element of a list, or of a map's value. */
  readonly value: BinaryValueView;
  /** Tag of one value: of each element of an unpacked list, of a map entry. */
  readonly tag: number;
  /** Tag of the packed form; 0 where there is none. */
  readonly packedTag: number;
  /** Runtime function for the packed form; `''` where there is none. */
  readonly packedReader: string;
  /** Reader of an element that it takes; `''` for one that is made for this type alone. */
  readonly packedElement: string;
  /** Runtime function that writes all elements of the packed form; `''`: they are written one by one. */
  readonly packedWriter: string;
  readonly isMap: boolean;
  readonly mapKey: MapKeyView;
  /** Reader of map entries: `readMsgData$options`; `''` for other fields. */
  readonly entryReader: Identifier | '';
  /** Reading an entry takes the upper half of a varint. */
  readonly entryWide: boolean;
  /** A map's value where the entry has none: its zero, or an empty message. */
  readonly absentValue: string;
  /** The map's value is a closed enum, so that reading an entry may fail softly. */
  readonly closed: boolean;
  /** Table of a closed enum: a number that it has no name for is unknown. `''` for all else. */
  readonly closedNames: Identifier | '';
  /** Must be there for a message to be complete. */
  readonly required: boolean;
  /** How a writer finds the value: `message.title`, or `message.choice.value`. */
  readonly source: string;
  /** What a reader of a oneof's message goes on with: the value read before, if it was of this case. */
  readonly oneofInto: string;
  /** Runtime function that writes tag and value unless that is empty; `''`: `filled` decides. */
  readonly filledWriter: string;
  /** `test(message.title)` or `message.title` followed by a comparison: true for what must be written. */
  readonly filled: string;
  /** What a reader starts from: an expression. */
  readonly start: string;
  /** Does it start as an empty byte array, shared by all? */
  readonly startsEmpty: boolean;
  /** What a reader assigns to: `message.title`, or `message.choice`. */
  readonly target: string;
}
