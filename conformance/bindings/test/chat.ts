/** A protocol of three messages and two envelopes, for the tests of bindings. */
import { descriptor, field, message } from '../../reference/test/descriptor.ts';

export const chat = descriptor({
  messages: [
    message('chat.Text', [field('id', 1, 'int64'), field('body', 2, 'string')]),
    message('chat.Recall', [field('id', 1, 'int64')]),
    message('chat.Other', [field('id', 1, 'int64')]),
    message('chat.Envelope', [
      field('seq', 1, 'int32'),
      field('text', 2, '.chat.Text', { oneof: 'body' }),
      field('recall', 3, '.chat.Recall', { oneof: 'body' }),
      field('ping', 4, 'int32', { oneof: 'body', presence: 'explicit' }),
    ]),
    message('chat.Named', [field('type', 1, 'string'), field('code', 2, 'int32'), field('data', 3, 'bytes')]),
    message('chat.Twins', [
      field('a', 1, '.chat.Text', { oneof: 'body' }),
      field('b', 2, '.chat.Text', { oneof: 'body' }),
    ]),
  ],
});

/** Files that `--binding` might name, by their own. */
export const files = {
  oneof: { kind: 'protobuf-envelope', message: 'chat.Envelope', oneof: 'body' },
  named: { kind: 'protobuf-envelope', message: 'chat.Named', type: 'type', payload: 'data' },
  numbered: {
    kind: 'protobuf-envelope',
    message: 'chat.Named',
    type: 'code',
    payload: 'data',
    types: { '1001': 'chat.Text', '1002': 'chat.Recall' },
  },
  pointers: { kind: 'message-envelope', message: '/head/type', value: '/body' },
} as const;
