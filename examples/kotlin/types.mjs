// The types of a descriptor in Kotlin: objects and messages as classes, unions as sealed interfaces, enums as constants.
import { doc, naming, string } from './kotlin.mjs';

const scalars = {
  double: 'Double',
  float: 'Float',
  int32: 'Int',
  sint32: 'Int',
  sfixed32: 'Int',
  uint32: 'UInt',
  fixed32: 'UInt',
  int64: 'Long',
  sint64: 'Long',
  sfixed64: 'Long',
  uint64: 'ULong',
  fixed64: 'ULong',
  bool: 'Boolean',
  string: 'String',
  bytes: 'ByteArray',
};

/**
 * @param descriptor - As the plugin is given it.
 * @param top - Names of the file.
 */
export function typeWriter(descriptor, top) {
  const types = [...descriptor.types, ...descriptor.derivedTypes].filter(
    (type) => !['enum', 'callback'].includes(type.kind),
  );
  const named = (nodes) => new Map(nodes.map((node) => [node.name, top(node.typeName)]));
  const [typeNames, enumNames] = [named([...types, ...descriptor.callbacks]), named(descriptor.enums)];
  const messageNames = named(descriptor.messages);
  const holders = new Map(descriptor.enums.map((node) => [node.name, top(`${node.typeName}Values`)]));

  /** Kotlin's type for a type of the protocol; what Kotlin cannot say is `Any?`. */
  const typeOf = (type) => {
    switch (type.kind) {
      case 'scalar':
        return scalars[type.scalar];
      case 'number':
        return 'Double';
      case 'long-object':
        return 'Long';
      case 'prefix':
        return 'String';
      case 'literal':
        return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof type.value];
      case 'json-object':
        return 'Map<String, Any?>';
      case 'list':
        return `List<${typeOf(type.of)}>`;
      case 'map':
        return `Map<${scalars[type.key]}, ${typeOf(type.value)}>`;
      case 'message':
        return messageNames.get(type.name) ?? 'Any?';
      case 'enum':
        return enumNames.get(type.name) ?? 'Any?';
      case 'type':
        return typeNames.get(type.name) ?? 'Any?';
      default: // json, undefined, and unions without a discriminant
        return 'Any?';
    }
  };
  /** The type of something that may be absent or null. */
  const nullable = ({ type, presence, nullable: mayBeNull }) => {
    const text = typeOf(type);
    return (presence === 'required' && !mayBeNull) || text.endsWith('?') ? text : `${text}?`;
  };

  const record = ({ description, deprecated }, name, { fields, parents }) => {
    const field = naming();
    const lines = fields.flatMap((each) => [
      ...doc(each.description, '    '),
      `    val ${field(each.name)}: ${each.type}${each.absent ? ' = null' : ''},`,
    ]);
    const end = parents.length === 0 ? '' : ` : ${parents.join(', ')}`;
    const head = [...doc(description), ...(deprecated ? ['@Deprecated("Deprecated by the protocol.")'] : [])];
    if (lines.length === 0) return [...head, `class ${name}${end}`, ''];
    return [...head, `data class ${name}(`, ...lines, `)${end}`, ''];
  };
  const unions = types.filter((type) => type.kind === 'union');
  const declaration = (node) => {
    const name = typeNames.get(node.name);
    if (node.kind === 'union') return [...doc(node.description), `sealed interface ${name}`, ''];
    if (node.kind === 'alias') return [...doc(node.description), `typealias ${name} = ${typeOf(node.type)}`, ''];
    const fields = node.fields.map((field) => {
      return { ...field, type: nullable(field), absent: field.presence !== 'required' };
    });
    const parents = unions.filter((union) => union.variants.some((variant) => variant.type === node.name));
    return record(node, name, { fields, parents: parents.map((union) => typeNames.get(union.name)) });
  };
  const message = (node) => {
    const fields = node.fields.map((field) => {
      const type = typeOf(field.type);
      const absent = field.cardinality === 'singular' && field.presence === 'explicit';
      if (field.cardinality === 'list') return { ...field, name: field.property, type: `List<${type}>`, absent };
      if (field.cardinality === 'map')
        return { ...field, name: field.property, type: `Map<${scalars[field.key]}, ${type}>`, absent };
      return { ...field, name: field.property, type: absent && !type.endsWith('?') ? `${type}?` : type, absent };
    });
    return record(node, messageNames.get(node.name), { fields, parents: [] });
  };
  // Most enums are open, which those of Kotlin are not.
  const constants = (node) => {
    const member = naming();
    const [type, holder] = [enumNames.get(node.name), holders.get(node.name)];
    return [
      ...doc(node.description),
      `typealias ${type} = ${node.kind === 'integer' ? 'Int' : 'String'}`,
      '',
      ...doc(`Known values of ${type}.`),
      `object ${holder} {`,
      ...node.members.flatMap(({ property, value, description }) => [
        ...doc(description, '    '),
        `    const val ${member(property)}: ${type} = ${typeof value === 'number' ? value : string(value)}`,
      ]),
      '}',
      '',
    ];
  };
  const callback = (node) => {
    const parameter = naming();
    const parameters = node.arguments.map((each) => `${parameter(each.name)}: ${nullable(each)}`).join(', ');
    return [...doc(node.description), `typealias ${typeNames.get(node.name)} = (${parameters}) -> Unit`, ''];
  };
  const declarations = () => [
    ...descriptor.enums.flatMap(constants),
    ...descriptor.messages.flatMap(message),
    ...types.flatMap(declaration),
    ...descriptor.callbacks.flatMap(callback),
  ];
  return { nullable, declarations };
}
