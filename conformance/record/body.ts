/** Takes the copy of a body as it passes, gives its text or bytes when it is whole, or the events of an event stream. */
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough, type Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  gunzipSync,
  inflateSync,
} from 'node:zlib';
import type { Payload } from '../model/fixture.gen.ts';

/** Largest body, or event of a stream, that is looked at, in bytes; larger ones pass unread. */
const maxBytes = 4 * 1024 * 1024;

/** Where the parts of a body go. */
export interface BodySink {
  whole(body: Payload): void;
  event(event: EventSourceMessage): void;
  /** It is too large, or is not what its headers say. */
  unread(): void;
}

/** Sees a body; `undefined` is its end. */
type Reader = (chunk: Buffer | undefined) => void;

/** Types of bodies that a frame may be (RFC 8259, RFC 6839); pages, pictures and programs are none. */
const texts = /^(?:application\/(?:[\w.+-]+\+)?json|text\/plain)\s*(?:;|$)/i;
const binaries = /^application\/(?:octet-stream|(?:x-|vnd\.google\.)?protobuf)\s*(?:;|$)/i;
const eventStream = /^text\/event-stream\s*(?:;|$)/i;

/** @returns What sees the body, and `undefined` at its end; undefined for bodies that no frame can be. */
export function bodyTap(headers: IncomingHttpHeaders, sink: BodySink): Reader | undefined {
  const type = headers['content-type'] ?? '';
  const coding = codingOf(headers['content-encoding'] ?? 'identity');
  if (eventStream.test(type)) return streamReader(coding, sink);
  if (type === '' || texts.test(type)) return wholeReader('text', coding, sink);
  return binaries.test(type) ? wholeReader('hex', coding, sink) : undefined;
}

function wholeReader(form: 'text' | 'hex', coding: Coding | undefined, sink: BodySink): Reader {
  let parts: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    if (size > maxBytes) return;
    if (chunk !== undefined) {
      size += chunk.length;
      if (size <= maxBytes) return void parts.push(chunk);
      parts = [];
      return sink.unread();
    }
    if (size === 0) return;
    const body = decodedWhole(Buffer.concat(parts), coding);
    if (body === undefined) return sink.unread();
    sink.whole(form === 'text' ? { text: body.toString('utf8') } : { hex: body.toString('hex') });
  };
}

function decodedWhole(body: Buffer, coding: Coding | undefined): Buffer | undefined {
  try {
    return coding?.whole(body, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
}

function streamReader(coding: Coding | undefined, sink: BodySink): Reader {
  let isOpen = true;
  const end = (): void => {
    if (isOpen) sink.unread();
    isOpen = false;
  };
  const parser = createParser({
    onEvent: (event) => sink.event(event),
    maxBufferSize: maxBytes,
    onError: ({ type }) => (type === 'max-buffer-size-exceeded' ? end() : undefined),
  });
  const text = new StringDecoder('utf8');
  const decoder = coding?.stream();
  decoder?.on('data', (chunk: Buffer) => (isOpen ? parser.feed(text.write(chunk)) : undefined));
  decoder?.on('error', end);
  return (chunk) => {
    // A decoder that cannot keep up would hold all that passes. What no blank line ends is no event.
    if (decoder === undefined || decoder.writableLength > maxBytes) end();
    if (!isOpen || chunk === undefined) decoder?.destroy();
    else decoder?.write(chunk);
  };
}

/** How bodies are compressed (RFC 9110 section 8.4.1). */
interface Coding {
  readonly whole: (body: Buffer, options: { readonly maxOutputLength: number }) => Buffer;
  readonly stream: () => Transform;
}

function codingOf(name: string): Coding | undefined {
  switch (name.trim().toLowerCase()) {
    case 'identity':
      return { whole: (body) => body, stream: () => new PassThrough() };
    case 'gzip':
    case 'x-gzip':
      return { whole: gunzipSync, stream: createGunzip };
    case 'deflate':
      return { whole: inflateSync, stream: createInflate };
    case 'br':
      return { whole: brotliDecompressSync, stream: createBrotliDecompress };
    default:
      return undefined;
  }
}
