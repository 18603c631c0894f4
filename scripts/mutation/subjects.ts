/** What is mutated: packages, the roles that they are tried in, the files that matter there, and how much is drawn. */
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Role } from '../../conformance/model/fixture.gen.ts';

export interface Subject {
  readonly name: string;
  readonly role: Role;
  /** Folder of the package as it was generated. */
  readonly folder: string;
  /** Protos and event specs that the package is generated from first; none when it is committed. */
  readonly sources: readonly string[];
  /** Files of the package, and the share of their mutants that is drawn; none for a package that is here for faults alone. */
  readonly files: readonly (readonly [pattern: string, share: number])[];
  /** Files that no case can reach: validators, messages of errors, what is used on request alone. */
  readonly ignore: readonly string[];
}

const root = packageRoot();

export const workFolder = path.join(root, '.wiremark/mutation');

const notCodec = [
  'lib/index.js',
  'lib/validators.js',
  'lib/arbitraries.js',
  ...[
    'errors',
    'json-error',
    'locate',
    'pointer',
    'rules',
    'validation',
    'predicates',
    'json-unique-keys',
    'extension',
    'json-extension',
  ].map((name) => `lib/runtime/${name}.js`),
];

const floo: Omit<Subject, 'role'> = {
  name: 'floo',
  folder: path.join(root, 'out/floo'),
  sources: [],
  files: [
    ['lib/runtime/*.js', 0.04],
    ['lib/*.js', 0.01],
  ],
  ignore: notCodec,
};

const events: Omit<Subject, 'role'> = {
  name: 'events',
  folder: path.join(workFolder, 'package-events'),
  sources: [path.join(root, 'fixtures/mutation/events.spec.yaml')],
  files: [],
  ignore: [],
};

export const subjects: readonly Subject[] = [
  {
    name: 'sample',
    role: 'codec',
    folder: path.join(workFolder, 'package-sample'),
    sources: ['modern.proto', 'classic.proto'].map((name) => path.join(root, 'fixtures/mutation', name)),
    files: [
      ['lib/runtime/*.js', 0.04],
      ['lib/google/protobuf/*.js', 0.025],
      ['lib/classic.js', 0.02],
      ['lib/modern.js', 0.01],
    ],
    ignore: notCodec,
  },
  { ...floo, role: 'codec' },
  { ...floo, role: 'client' },
  { ...floo, role: 'server' },
  { ...events, role: 'codec' },
  { ...events, role: 'client' },
  { ...events, role: 'server' },
];
