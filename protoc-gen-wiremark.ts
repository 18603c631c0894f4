#!/usr/bin/env node
/** The plugin that protoc and buf start: CodeGeneratorRequest on stdin, CodeGeneratorResponse on stdout. */
import { readFileSync } from 'node:fs';
import { exitCodes } from './diagnostics/exit-codes.ts';
import { respond } from './generator/plugin/respond.ts';

try {
  if (process.stdin.isTTY) {
    process.stderr.write(
      'protoc-gen-wiremark is started by protoc or buf:\n' +
        '  $ protoc --plugin=node_modules/.bin/protoc-gen-wiremark --wiremark_out=gen --wiremark_opt=name=@acme/chat chat.proto\n',
    );
    process.exitCode = exitCodes.usage;
  } else {
    const response = await respond(readFileSync(0));
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(response, (error) => (error ? reject(error) : resolve()));
    });
  }
} catch (error) {
  process.stderr.write(`protoc-gen-wiremark has a fault: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}
