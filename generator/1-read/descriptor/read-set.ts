/**
 * Reads a FileDescriptorSet, as `protoc -o` and `buf build -o` write it, into texts of .proto files: whatever is read from
 * a descriptor takes the same path from then on as what is read from a source.
 */
import { printFile } from './print-file.ts';

export interface DescribedFile {
  /** Import path. */
  readonly path: string;
  readonly text: string;
  /** False for what is there because others import it. */
  readonly requested: boolean;
}

/** @returns Undefined when the bytes are no set of file descriptors. */
export async function readSet(bytes: Uint8Array): Promise<readonly DescribedFile[] | undefined> {
  const [protobuf, wkt, { reflect }] = await Promise.all([
    import('@bufbuild/protobuf'),
    import('@bufbuild/protobuf/wkt'),
    import('@bufbuild/protobuf/reflect'),
  ]);
  try {
    const set = protobuf.fromBinary(wkt.FileDescriptorSetSchema, bytes);
    if (set.file.length === 0 || set.$unknown !== undefined) return undefined;
    const own = protobuf.createFileRegistry(set);
    // Standard options are read with the library's own types; custom ones by what the set declares.
    const registry = protobuf.createRegistry(own, wkt.file_google_protobuf_descriptor);
    const library = { reflect, getExtension: protobuf.getExtension, registry };
    return set.file.map((file) => ({
      path: file.name,
      text: printFile(file, library),
      requested: !isImport(file.$unknown ?? []),
    }));
  } catch {
    return undefined;
  }
}

/** buf's `ImageFile.buf_extension` (field 8042), of which field 1 says that the file is only imported. */
function isImport(unknown: readonly { readonly no: number; readonly data: Uint8Array }[]): boolean {
  const bufExtension = 8042;
  const isImportTag = 0x08;
  // The data is the length and then the message.
  return unknown.some(({ no, data }) => no === bufExtension && data[1] === isImportTag && data[2] === 1);
}
