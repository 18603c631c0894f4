/** Reads a testee's answers to hello and serve. */
import type { Role } from '../model/fixture.gen.ts';
import type { Hello } from '../model/testee-message.gen.ts';
import { maxConcurrency } from './limits.ts';

/** A hello with its defaults filled. */
export interface Introduction {
  readonly impl: {
    readonly name: string;
    readonly version: string;
    readonly language: string;
    readonly issues: string;
  };
  readonly roles: readonly Role[];
  readonly caps: readonly string[];
  readonly concurrency: number;
}

/** @returns The introduction, or what is wrong with it. */
export function readHello(content: unknown): Introduction | string {
  if (typeof content !== 'object' || content === null) return 'hello was answered without content';
  const hello = content as Partial<Hello>;
  if (hello.version !== 1) return 'hello was answered with a version other than 1';
  const { impl, roles, caps } = hello;
  if (typeof impl !== 'object' || impl === null || typeof impl.name !== 'string') return 'hello names no "impl.name"';
  if (!areStrings(roles)) return 'hello names no "roles"';
  if (!areStrings(caps)) return 'hello names no "caps"';
  const concurrency = hello.concurrency ?? 1;
  if (!Number.isInteger(concurrency) || concurrency < 1) return 'hello names a "concurrency" below 1';
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    impl: { name: impl.name, version: text(impl.version), language: text(impl.language), issues: text(impl.issues) },
    roles,
    caps,
    concurrency: Math.min(concurrency, maxConcurrency),
  };
}

/** @returns The address that clients connect to, `''` when frames are to travel in band, or undefined when it is wrong. */
export function readServing(content: unknown): string | undefined {
  const endpoint = (content as { readonly endpoint?: unknown } | null | undefined)?.endpoint;
  if (endpoint === undefined) return '';
  return typeof endpoint === 'string' && /^(?:ws|http)s?:\/\//.test(endpoint) && URL.canParse(endpoint)
    ? endpoint
    : undefined;
}

const areStrings = (value: unknown): value is readonly never[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
