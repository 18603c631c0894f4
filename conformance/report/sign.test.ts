/** A signature holds for what was signed and for nothing else; a badge says what the report says, whatever its names hold. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemaFault } from '../read-json.ts';
import { badgeOf } from './badge.ts';
import { certificateOf } from './certificate.ts';
import { faultOfSignature, privateKeyOf, publicKeyOf, signed } from './sign.ts';
import { sampleReport } from './test/report.ts';

const pair = (): readonly [string, string] => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return [
    privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  ];
};
const [own, published] = pair();
const plain = certificateOf(sampleReport);
const certificate = signed(plain, privateKeyOf(own));

describe('a signed certificate', () => {
  test('keeps its schema, and holds by its own key and by the published one', async () => {
    expect(await schemaFault(certificate, 'certificate')).toBeUndefined();
    expect(faultOfSignature(certificate, undefined)).toBeUndefined();
    expect(faultOfSignature(certificate, publicKeyOf(published))).toBeUndefined();
  });

  test('holds in whatever order its names stand', () => {
    const turned = Object.fromEntries(Object.entries(certificate).toReversed()) as unknown as typeof certificate;
    expect(faultOfSignature(turned, undefined)).toBeUndefined();
  });

  test('does not hold for anything else', () => {
    const [stranger, strangerPublished] = pair();
    expect(faultOfSignature(plain, undefined)).toBe('unsigned');
    expect(faultOfSignature({ ...certificate, conformant: !certificate.conformant }, undefined)).toBe('broken');
    expect(faultOfSignature({ ...certificate, seed: certificate.seed + 1 }, undefined)).toBe('broken');
    expect(faultOfSignature(certificate, publicKeyOf(strangerPublished))).toBe('stranger');
    const { signature } = signed(plain, privateKeyOf(stranger));
    const swapped = { ...certificate, signature: { ...signature!, value: certificate.signature!.value } };
    expect(faultOfSignature(swapped, undefined)).toBe('broken');
    expect(faultOfSignature({ ...certificate, signature: { ...signature!, key: 'AAAA' } }, undefined)).toBe('broken');
  });

  test('is not made with keys of other kinds', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => privateKeyOf(pem)).toThrow('not an Ed25519 key');
    expect(() => privateKeyOf('x')).toThrow();
  });
});

test.each([
  ['conformant', 'conformant, '],
  ['known-failures', 'known failures, '],
  ['not-conformant', '>not conformant<'],
  ['interrupted', '>not judged<'],
] as const)('a badge of what is %s', (outcome, text) => {
  const badge = badgeOf({ ...sampleReport, outcome });
  expect(badge).toContain(text);
  expect(badge).not.toMatch(/href|<script|<style|url\((?!#)/);
});

test('names cannot leave the text of a badge', () => {
  const name = '</text><script>alert("1")</script>\u202e&';
  const badge = badgeOf({ ...sampleReport, package: { ...sampleReport.package, name } });
  expect(badge).not.toContain('<script');
  expect(badge).not.toContain('\u202e');
});
