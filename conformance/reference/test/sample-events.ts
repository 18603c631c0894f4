/** An event protocol with every kind of type there is, for the tests of the kit. */
import type { Descriptor } from '../../model/descriptor.gen.ts';
import { descriptor, enumeration, event, object, property, ref } from './descriptor.ts';

const type = (name: string) => ({ kind: 'type', name }) as const;
const documented = { description: '', deprecated: false, origin: { file: 'events.spec.yaml', line: 1, column: 1 } };

export const sampleEvents: Descriptor = descriptor({
  protocol: 'sample-events',
  enums: [
    { ...enumeration('Level', { low: 0, high: 1 }), module: 'events', open: false },
    { ...enumeration('Kind', { text: 'text', image: 'image' }), module: 'events' },
  ],
  types: [
    object('Meta', [
      property('id', ref('int64'), { presence: 'required' }),
      property('count', ref('int32')),
      property('ratio', { kind: 'number' }),
      property('name', ref('string'), { presence: 'required' }),
      property('flag', ref('bool')),
      property('stamp', ref('int64'), { int64: { travel: 'string', surface: 'string' } }),
      property('level', { kind: 'enum', name: 'Level', width: 'int32' }),
      property('kind', { kind: 'enum', name: 'Kind', width: 'unknown' }),
      property('ext', { kind: 'union', of: [ref('string'), { kind: 'json-object' }] }),
      property('ids', { kind: 'list', of: ref('int64') }),
      property('labels', { kind: 'map', key: 'string', value: ref('string') }),
      property('note', ref('string'), { nullable: true }),
    ]),
    object(
      'Login',
      [
        property('category', { kind: 'literal', value: 'login' }, { presence: 'required' }),
        property('desc', { kind: 'prefix', value: 'failed:' }, { presence: 'required' }),
      ],
      false,
    ),
    object(
      'Action',
      [
        property('category', { kind: 'literal', value: 'action' }, { presence: 'required' }),
        property('desc', ref('string'), { presence: 'required' }),
      ],
      false,
    ),
    {
      kind: 'union',
      name: 'Notice',
      typeName: 'Notice',
      module: 'events',
      discriminant: 'category',
      open: false,
      variants: [
        { value: 'login', type: 'Login' },
        { value: 'action', type: 'Action' },
      ],
      ...documented,
    },
  ],
  events: [
    event('onMessage', [['meta', type('Meta')]]),
    event('onNotice', [['notice', type('Notice')]]),
    event('onMoved', [
      ['x', ref('int32')],
      ['y', ref('string')],
    ]),
    event('onCount', [['id', ref('int64')]]),
    event('onNothing', []),
  ],
  bindings: [
    { kind: 'json-envelope', name: 'json', description: '', event: '/event', args: '/args', codec: 'SampleEvent' },
  ],
});
