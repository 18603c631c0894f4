/** Writes a draft as YAML that people like to read: small mappings on one line, the rest in blocks. */
import { Document, isMap, isScalar, isSeq, visit, type Node } from 'yaml';

/** Longest mapping that stands on one line, in characters. */
const lineWidth = 120;

/** @param file - Plain JSON data. Members that are undefined are left out. */
export function stringifyDraft(file: object): string {
  const document = new Document(file);
  visit(document, {
    Map: (_, node) => setFlow(node),
    Seq: (_, node) => setFlow(node),
  });
  return document.toString({ lineWidth, flowCollectionPadding: true, singleQuote: true });
}

/** A collection of scalars that is short enough goes on one line. */
function setFlow(node: Node): void {
  if (isMap(node)) {
    const isFlat = node.items.every(({ value }) => isScalar(value) || (isSeq(value) && value.flow === true));
    if (isFlat && JSON.stringify(node.toJSON()).length < lineWidth - 30) node.flow = true;
  } else if (isSeq(node)) {
    if (node.items.every((item) => isScalar(item)) && JSON.stringify(node.toJSON()).length < lineWidth - 40)
      node.flow = true;
  }
}
