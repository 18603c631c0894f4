/** The corpus: real .proto files out of npm packages, each set generated as one package, and what is left out of it. */

export interface CorpusSet {
  readonly name: string;
  /** Import roots below `corpus/node_modules`, the files of the set in the first ones. */
  readonly roots: readonly string[];
  /** Which files, as glob patterns relative to every root. */
  readonly files: readonly string[];
  /** What the patterns would give and is left out. */
  readonly except: readonly { readonly files: string; readonly reason: string }[];
  /** What protoc refuses and we only warn of: taken out of the copies that protoc reads. */
  readonly refused?: { readonly text: string; readonly reason: string };
}

const google = 'google-proto-files';
const xds = '@grpc/grpc-js-xds/deps';

export const corpus: readonly CorpusSet[] = [
  {
    name: 'etcd',
    roots: ['etcd3/proto'],
    files: ['*.proto'],
    except: [{ files: 'rpc.proto', reason: 'uses types of files that it does not import; protoc refuses it too' }],
  },
  {
    name: 'envoy',
    roots: [`${xds}/envoy-api`, `${xds}/xds`, `${xds}/protoc-gen-validate`, google],
    files: ['envoy/**/*.proto', 'xds/**/*.proto', 'udpa/**/*.proto', 'validate/*.proto'],
    except: [],
    refused: {
      text: 'ignore_empty: true',
      reason: 'an option that the validate.proto of the same package does not have',
    },
  },
  {
    name: 'validate-tests',
    roots: [`${xds}/protoc-gen-validate`],
    files: ['tests/**/*.proto'],
    except: [],
  },
  {
    name: 'google',
    roots: [google],
    files: ['google/**/*.proto', 'gapic/**/*.proto', 'grafeas/**/*.proto'],
    except: [
      { files: 'google/cloud/**', reason: 'a set of its own' },
      { files: 'google/ads/**', reason: 'a set of its own' },
      {
        files: 'google/protobuf/**',
        reason: 'older copies of the well-known types, which the generator brings itself',
      },
    ],
  },
  { name: 'google-cloud', roots: [google], files: ['google/cloud/**/*.proto'], except: [] },
  {
    name: 'google-ads',
    roots: [google],
    files: ['google/ads/**/*.proto'],
    except: [{ files: 'google/ads/googleads/v{21,22,23,24}/**', reason: 'older versions of the same files' }],
  },
];
