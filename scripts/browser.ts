/** Finds a Chromium on this machine and starts it without a window. None is downloaded. */
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Where distributions put it; `CHROMIUM` goes before. */
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Undefined where there is none. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM'] ?? '', ...usual].find(
  (file) => file !== '' && existsSync(file),
);

/** Why a check in a browser is left out. */
export const noChromium = `there is no Chromium at ${usual.join(', ')}, and CHROMIUM names none`;

/** It speaks with nobody but the pages that it is shown. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const quiet =
    'no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update';
  const args = [...quiet.split(' '), 'disable-sync'].map((flag) => `--${flag}`);
  return chromium.launch({ executablePath: chromiumPath!, args });
}
