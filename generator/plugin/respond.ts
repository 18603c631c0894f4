/** Answers protoc or buf: the bytes of a CodeGeneratorRequest in, those of a CodeGeneratorResponse out. */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  CodeGeneratorRequestSchema,
  CodeGeneratorResponse_Feature,
  CodeGeneratorResponseSchema,
  Edition,
  FileDescriptorSetSchema,
  type CodeGeneratorRequest,
} from '@bufbuild/protobuf/wkt';
import { readSet, type DescribedFile } from '../1-read/descriptor/read-set.ts';
import { completeFiles } from '../5-seal/seal.ts';
import { formatText } from '../../diagnostics/format/text.ts';
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { loadAssets } from '../assets.ts';
import { resolvePackage } from '../config/resolve.ts';
import { renderPackage } from '../generate.ts';
import type { RenderedFile } from '../ir/package-plan.ts';
import { readParameter } from './parameter.ts';

/** Warnings go to stderr. Faults of the input are the response's `error`, as the protocol has it. */
export async function respond(bytes: Uint8Array): Promise<Uint8Array> {
  const request = fromBinary(CodeGeneratorRequestSchema, bytes);
  const described = await describedFiles(request);
  const { files, diagnostics } = await generate(request, described);
  const text = await formatText(diagnostics, {
    sourceOf: (file) => described.find((each) => each.path === file)?.text,
    color: false,
  });
  const failed = hasErrors(diagnostics);
  if (!failed && diagnostics.length > 0) process.stderr.write(text);
  const response = create(CodeGeneratorResponseSchema, {
    supportedFeatures: BigInt(
      CodeGeneratorResponse_Feature.PROTO3_OPTIONAL | CodeGeneratorResponse_Feature.SUPPORTS_EDITIONS,
    ),
    minimumEdition: Edition.EDITION_PROTO2,
    maximumEdition: Edition.EDITION_2024,
    ...(failed && { error: text }),
    file: failed ? [] : files.map((file) => ({ name: file.path, content: file.text })),
  });
  return toBinary(CodeGeneratorResponseSchema, response);
}

/** Files to generate come a second time with the options that protoc drops otherwise. */
async function describedFiles(request: CodeGeneratorRequest): Promise<readonly DescribedFile[]> {
  const whole = new Map(request.sourceFileDescriptors.map((file) => [file.name, file]));
  const file = request.protoFile.map((each) => whole.get(each.name) ?? each);
  const read = await readSet(toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file })));
  const requested = new Set(request.fileToGenerate);
  return (read ?? []).map((each) => ({ ...each, requested: requested.has(each.path) }));
}

async function generate(
  request: CodeGeneratorRequest,
  described: readonly DescribedFile[],
): Promise<{ readonly files: readonly RenderedFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const parameter = readParameter(request.parameter, request.fileToGenerate[0] ?? 'protos');
  if (parameter.value === undefined) return { files: [], diagnostics: parameter.diagnostics };
  const { config, verify } = parameter.value;
  const resolved = await resolvePackage(config, process.cwd(), { described: described.length });
  if (hasErrors(resolved.diagnostics)) return { files: [], diagnostics: resolved.diagnostics };
  const assets = await loadAssets();
  const { value, diagnostics, sources } = await renderPackage({ ...resolved.value, described }, { assets });
  if (value === undefined || hasErrors(diagnostics)) return { files: [], diagnostics };
  const facts = { packageName: config.name, generator: assets.version, sources, verify };
  return { files: await completeFiles(value, facts), diagnostics };
}
