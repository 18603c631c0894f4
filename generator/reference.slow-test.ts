/** The reference site in a browser: it asks for nothing beyond its own files, its policy lets its own script run, the search finds. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumPath, launchChromium, noChromium } from '../scripts/browser.ts';
import { make, workshop } from './test/made.ts';

const text = `syntax = "proto3";
package acme;
// A </script><script>document.title = 'harmed'</script> room. <img src=x onerror="document.title = 'harmed'">
message Room { string title = 1; Mode mode = 2; }
message Hall { Room room = 1; }
enum Mode { MODE_UNSPECIFIED = 0; MODE_OPEN = 1; }
`;

let remove = (): Promise<void> => Promise.resolve();
let page: Page;
let root: string;
const complaints: string[] = [];
beforeAll(async () => {
  if (chromiumPath === undefined) return;
  const shop = await workshop();
  const made = await make(path.join(shop.folder, 'site'), { 'room.proto': text }, { html: true });
  expect(made.errors).toEqual([]);
  root = pathToFileURL(path.join(made.cwd, 'gen/reference/')).href;
  const browser = await launchChromium();
  remove = async () => {
    await browser.close();
    await shop.remove();
  };
  page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
});
afterAll(() => remove());

const shown = (): Promise<string[]> =>
  page.locator('[data-name]:visible').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-name') ?? ''));

it.skipIf(chromiumPath === undefined)(
  `finds names, members and words${chromiumPath === undefined ? ` (skipped: ${noChromium})` : ''}`,
  async () => {
    await page.goto(`${root}index.html`);
    expect(await shown()).toEqual(['Room', 'Hall', 'Mode']);
    await page.keyboard.press('/');
    await page.keyboard.type('mode');
    // By the field of the one, and by the name of the other.
    expect(await shown()).toEqual(['Room', 'Mode']);
    expect(await page.locator('#found').textContent()).toBe('2');
    expect(page.url()).toContain('?q=mode');
    await page.reload();
    expect(await shown()).toEqual(['Room', 'Mode']);
    await page.locator('#search').fill('no such thing');
    expect(await page.locator('#nothing').isVisible()).toBe(true);
    await page.locator('#search').fill('hall');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${root}modules/room.html#acme.Hall`);
    expect(await page.locator('section:target h3').textContent()).toContain('Hall');
    await page.locator('section:target .clauses a').first().click();
    await page.waitForURL(/clauses\.html#/);
    expect(await page.locator('li:target').isVisible()).toBe(true);
  },
);

it.skipIf(chromiumPath === undefined)(
  'fits on a phone, is dark where that is wanted, runs nothing from the source, and asks for nothing',
  async () => {
    await page.goto(`${root}modules/room.html`);
    expect(await page.title()).toBe('room.proto');
    const measure = `({
      wide: document.documentElement.scrollWidth - innerWidth,
      ground: getComputedStyle(document.body).backgroundColor,
      folded: !document.querySelector('details').open,
    })`;
    expect(await page.evaluate(measure)).toEqual({ wide: 0, ground: 'rgb(20, 23, 26)', folded: true });
    expect(complaints).toEqual([]);
  },
);
