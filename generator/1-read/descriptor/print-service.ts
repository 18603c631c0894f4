/** Services of a descriptor, in the words of the proto language. */
import type { MethodDescriptorProto, ServiceDescriptorProto } from '@bufbuild/protobuf/wkt';
import type { Path } from './locations.ts';
import { declaration, optionParts, type Part, type Printer } from './printer.ts';

const numbers = { name: 1, method: 2, options: 3, input: 2, output: 3, methodOptions: 4 };

export function printService(service: ServiceDescriptorProto, path: Path, printer: Printer): Part {
  return declaration({ keyword: 'service', name: service.name, path }, printer, () => [
    ...optionParts(service.options, [...path, numbers.options], printer),
    ...service.method.map((method, i) => printMethod(method, [...path, numbers.method, i], printer)),
  ]);
}

function printMethod(method: MethodDescriptorProto, path: Path, printer: Printer): Part {
  const { out, locations } = printer;
  const comments = locations.comments(path);
  const at = locations.at(...path);
  const type = (name: string, number: number, streaming: boolean): string =>
    `(${streaming ? 'stream ' : ''}${locations.spelling(name, [...path, number])})`;
  return {
    at,
    print() {
      out.start(at, comments.leading);
      out.token('rpc');
      out.token(method.name, locations.at(...path, numbers.name));
      out.token(type(method.inputType, numbers.input, method.clientStreaming));
      out.token('returns');
      out.token(type(method.outputType, numbers.output, method.serverStreaming));
      const options = optionParts(method.options, [...path, numbers.methodOptions], printer);
      if (options.length === 0) out.token(';');
      else {
        out.open();
        out.trailing(comments.trailing);
        for (const option of options) option.print();
        out.close(locations.closing(path));
        return;
      }
      out.trailing(comments.trailing);
    },
  };
}
