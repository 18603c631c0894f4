/** Writes a draft as YAML that people like to read: small mappings on one line, the rest in blocks. */
import { Document, isPair, isScalar, isSeq, visit, type YAMLMap, type YAMLSeq } from 'yaml';

/** Longest mapping that stands on one line, in characters. */
const lineWidth = 120;

/** @param file - Plain JSON data. Members that are undefined are left out. */
export function stringifyDraft(file: object): string {
  const document = new Document(file, { aliasDuplicateObjects: false });
  visit(document, {
    // The whole is a block, however short it is.
    Map: (key, node) => (key === null ? undefined : setFlow(node)),
    Seq: (key, node) => (key === null ? undefined : setFlow(node)),
  });
  return document.toString({ lineWidth: lineWidth + 20, flowCollectionPadding: true, singleQuote: true });
}

/** A collection of scalars that is short enough goes on one line. */
function setFlow(node: YAMLMap | YAMLSeq): void {
  const values = node.items.map((item) => (isPair(item) ? item.value : item));
  const isFlat = values.every(
    (value) => isScalar(value) || (isSeq(value) && value.items.every((each) => isScalar(each))),
  );
  // Quotes are counted although most of them are not written: that leaves room for the indentation.
  if (isFlat && JSON.stringify(node.toJSON()).length < lineWidth) node.flow = true;
}
