/** Signs certificates with an Ed25519 key, and tells whether a signature holds. Source: RFC 8032; RFC 8785 for what is signed. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Certificate } from '../model/certificate.gen.ts';

/** What is wrong with a signature; `stranger`: it holds, and is by another key than the one that is trusted. */
export type SignatureFault = 'unsigned' | 'broken' | 'stranger';

/** @throws Error - When the text is no private key of this kind. */
export const privateKeyOf = (pem: string): KeyObject => ofKind(createPrivateKey(pem));

/** @throws Error - When the text is neither a public nor a private key of this kind. */
export const publicKeyOf = (pem: string): KeyObject => ofKind(createPublicKey(pem));

function ofKind(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is not an Ed25519 key');
  return key;
}

/** @param key - The private key. */
export function signed(certificate: Certificate, key: KeyObject): Certificate {
  const { signature: _, ...content } = certificate;
  const value = sign(null, canonical(content), key).toString('base64');
  return { ...content, signature: { algorithm: 'Ed25519', key: spkiOf(createPublicKey(key)), value } };
}

/**
 * @param trusted - The key that it must be by; undefined: the one that it names.
 * @returns Undefined when nothing is wrong.
 */
export function faultOfSignature(certificate: Certificate, trusted: KeyObject | undefined): SignatureFault | undefined {
  const { signature, ...content } = certificate;
  if (signature === undefined) return 'unsigned';
  try {
    const key = createPublicKey({ key: Buffer.from(signature.key, 'base64'), format: 'der', type: 'spki' });
    if (!verify(null, canonical(content), ofKind(key), Buffer.from(signature.value, 'base64'))) return 'broken';
  } catch {
    return 'broken';
  }
  return trusted === undefined || spkiOf(trusted) === signature.key ? undefined : 'stranger';
}

const spkiOf = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64');

/** The same bytes whatever the order in which a tool has written the names. */
const canonical = (value: unknown): Buffer => Buffer.from(print(value), 'utf8');

function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${print(item)}`);
  return `{${members.join(',')}}`;
}
