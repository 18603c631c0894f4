import { type JsonReadOptions } from './json-read.ts';
import { type JsonWriteOptions } from './json-write.ts';
/** A message type that an `Any` may hold. Generated as `anyTypeOfFoo`. */
export interface AnyType {
    /** Fully qualified name, e.g. `google.protobuf.Duration`. */
    readonly name: string;
    /** Its JSON is not the object of its fields, so that it stands in a member `value` beside `@type`. */
    readonly special: boolean;
    /** From binary to JSON text. */
    readonly toText: (bytes: Uint8Array, options: JsonWriteOptions) => string;
    /** From a JSON value to binary. */
    readonly fromJson: (json: unknown, options: JsonReadOptions) => Uint8Array;
}
/** The properties of an `Any`. */
interface AnyMessage {
    typeUrl: string;
    value: Uint8Array;
}
/** JSON text of an `Any`. @throws {JsonError} `unknown-type` when the list does not have its type. */
export declare function anyText(any: AnyMessage, options: JsonWriteOptions | undefined): string;
/** An `Any` from JSON. @throws {JsonError} `unknown-type`, `missing-type`, `wrong-type`, and what the type's reader throws. */
export declare function asAny(json: unknown, options: JsonReadOptions | undefined): AnyMessage;
export {};
