/** JSON.stringify and JSON.parse of the equivalent plain object: no protobuf, no checks, the mark for ProtoJSON text. */
import { convert } from '../schema.mjs';
import { flat } from './pbjs-peer.mjs';

const bytes = (value) => Buffer.from(value).toString('base64');

export default (type) => ({
  make: (plain) => convert(type, plain, { int64: String, bytes, oneof: flat }),
  toJson: (value) => JSON.stringify(value),
  fromJson: (text) => JSON.parse(text),
});
