/** Which view each bundled template prints: what its names mean stands in the documented type of that view. */

interface Row {
  readonly names: RegExp;
  /** A type that the package `wiremark` exports; `''` for a template whose names speak for themselves. */
  readonly view: string;
  /** Module with its documentation, below `generator/ir/`. */
  readonly module: string;
}

/** The first row that fits counts. */
const rows: readonly Row[] = [
  { names: /^module$/, view: 'ModuleView', module: 'package-plan' },
  { names: /^enum$/, view: 'EnumView', module: 'view/enum-view' },
  { names: /^object$/, view: 'ObjectView', module: 'view/event-view' },
  { names: /^union$/, view: 'UnionView', module: 'view/event-view' },
  { names: /^alias$/, view: 'AliasView', module: 'view/event-view' },
  { names: /^callback$/, view: 'CallbackView', module: 'view/event-view' },
  { names: /^event-map$/, view: 'EventMapView', module: 'view/event-view' },
  { names: /^emitter$/, view: 'EmitterView', module: 'view/emitter-view' },
  { names: /^extension$/, view: 'ExtensionView', module: 'view/extension-view' },
  { names: /^reexport$/, view: 'ReexportView', module: 'view/reexport-view' },
  { names: /^validators$/, view: 'ValidatorsView', module: 'view/validators-view' },
  { names: /^arbitraries(-|$)/, view: 'ArbitrariesView', module: 'view/arbitraries-view' },
  {
    names: /^message-(read|write)-(scalar|message|group)$/,
    view: 'BinaryValueView',
    module: 'view/message-binary-view',
  },
  { names: /^message-(json-read-other|read-field)$/, view: 'MessageView', module: 'view/message-view' },
  { names: /^message-(json-read|read|write)-/, view: 'FieldView', module: 'view/message-view' },
  { names: /^message(-|$)/, view: 'MessageView', module: 'view/message-view' },
  { names: /^reference\/(style|script)$/, view: '', module: '' },
  {
    names: /^reference\/(contents|item|member|facts|example|clause-links|module-body)$/,
    view: 'ReferenceModule',
    module: 'view/reference-view',
  },
  { names: /^reference\//, view: 'ReferenceView', module: 'view/reference-view' },
  { names: /^package\//, view: '', module: '' },
];

/** @returns Undefined for a name that no bundled template has. */
export function viewOf(template: string): Pick<Row, 'view' | 'module'> | undefined {
  return rows.find((row) => row.names.test(template));
}
