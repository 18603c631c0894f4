/** The peers by name, in the order of the tables. `ours` are measured, `marks` are no protobuf codec. */
export const ours = ['wiremark-bigint', 'wiremark-number'];
export const marks = ['native-json'];
export const rivals = [
  'protobufjs',
  'protobufjs-number',
  'protobufjs-reflection',
  'ts-proto',
  'ts-proto-bigint',
  'protobuf-es',
  'protobuf-ts',
  'pbf',
  'protons',
];
export const peers = [...ours, ...rivals, ...marks];

/** @returns The peer's functions for a message type: `make` and any of `encode`, `decode`, `toJson`, `fromJson`. */
export async function loadPeer(name, type) {
  const { default: peer } = await import(`./peers/${name}.mjs`);
  return peer(type);
}
