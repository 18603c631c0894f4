/** Runs the consumer's program in Chromium, from a server whose policy forbids code made of text. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { launchChromium } from '../browser.ts';

/** Own files alone, no inline code, no eval, nothing that makes code of text. */
const policy =
  "default-src 'none'; script-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

/** @returns What the program and the browser said, and the browser's version. */
export async function runInBrowser(
  project: string,
): Promise<{ readonly said: readonly string[]; readonly version: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', policy);
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><link rel="icon" href="data:,"><script type="module" src="/app.js"></script>');
      return;
    }
    void moduleAt(project, pathname).then((text) =>
      text === undefined
        ? response.writeHead(404).end()
        : response.setHeader('content-type', 'text/javascript').end(text),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'networkidle' });
    return { said, version: browser.version() };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A module of the project. A browser has no packages by name; what a bundler would resolve is resolved here. */
async function moduleAt(project: string, pathname: string): Promise<string | undefined> {
  const text = await readFile(path.join(project, path.normalize(pathname)), 'utf8').catch(() => undefined);
  return text?.replace(
    /'@wiremark\/([\w-]+)(?:\/([\w-]+))?'/g,
    (_, name: string, entry: string | undefined) => `'/node_modules/@wiremark/${name}/lib/${entry ?? 'index'}.js'`,
  );
}
