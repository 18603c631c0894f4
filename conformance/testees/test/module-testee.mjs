// A codec as a module: answers with its input; "bad" hangs or throws, as the text says.
export default {
  caps: ['binary', 'json'],
  handle({ id, cmd, data }, emit) {
    if (cmd === 'hello') {
      const impl = { name: 'module', version: '1', language: 'JavaScript' };
      return emit({ id, ok: { version: 1, impl, roles: ['codec'], caps: this.caps, concurrency: 4 } });
    }
    if (data?.text === 'bad hang') for (;;);
    if (data?.text === 'bad throw') throw new Error('thrown on purpose');
    if (data?.text === 'bad exit') process.exit(5);
    emit({ id, ok: data ?? {} });
  },
};
