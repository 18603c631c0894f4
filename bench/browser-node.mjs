/** One process of Node in which Buffer was taken away, and one peer's bundle. Calls of `bench` come over IPC from browser.mjs. */
import { pathToFileURL } from 'node:url';

delete globalThis.Buffer;
await import(pathToFileURL(process.argv[2]).href);

process.on('message', ([method, ...args]) => process.send(globalThis.bench[method](...args) ?? null));
process.send('ready');
