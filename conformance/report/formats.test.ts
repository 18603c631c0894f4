import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaFault } from '../read-json.ts';
import { certificateOf } from './certificate.ts';
import { formatReport, reportKinds } from './formats.ts';
import { hostile, sampleReport } from './test/report.ts';

const endings = { text: 'txt', json: 'json', html: 'html', junit: 'xml', tap: 'tap', sarif: 'sarif', markdown: 'md' };

test.each(reportKinds)('the %s form is as it was', async (kind) => {
  const golden = path.join(import.meta.dirname, '../../fixtures/report', `report.${endings[kind]}`);
  await expect(await formatReport(sampleReport, kind, false)).toMatchFileSnapshot(golden);
});

test('JSON and certificate keep their schemas, and the certificate says no more than was shown', async () => {
  expect(await schemaFault(JSON.parse(await formatReport(sampleReport, 'json', false)), 'report')).toBeUndefined();
  const certificate = certificateOf(sampleReport);
  expect(await schemaFault(certificate, 'certificate')).toBeUndefined();
  expect(certificate.conformant).toBe(false);
  expect(certificate.clauses).toEqual({
    passed: [],
    failed: ['binary.varint.value'],
    knownFailures: ['json.bool'],
    skipped: ['json.int.form'],
    notExercised: ['values.enum.member'],
  });
});

test('the digest in a certificate does not depend on time or machine, and on all else', () => {
  const { report } = certificateOf(sampleReport);
  const later = { ...sampleReport, timing: { ...sampleReport.timing, durationMs: 1 } };
  expect(certificateOf(later).report).toBe(report);
  expect(certificateOf({ ...sampleReport, seed: 43 }).report).not.toBe(report);
});

test('nothing that a testee wrote can become code', async () => {
  expect(hostile).toContain('<script>');
  const html = await formatReport(sampleReport, 'html', false);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  const text = await formatReport(sampleReport, 'text', false);
  for (const form of [text, await formatReport(sampleReport, 'junit', false)]) expect(form).not.toContain('\u001b');
  expect(await formatReport(sampleReport, 'junit', false)).not.toContain('<script');
  expect(await formatReport(sampleReport, 'markdown', false)).not.toContain('<script');
});
