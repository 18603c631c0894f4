// A binding of one's own: the name of the event, a line break, the array of its arguments.
export function read(frame) {
  const [, event, args] = /^([^\n]*)\n(.*)$/s.exec(typeof frame === 'string' ? frame : '') ?? [];
  if (event === undefined) throw new Error('the frame has no two lines');
  return { event, args };
}

export const write = (event, args) => `${event}\n${args}`;

export const damaged = (frame) => ['', frame.replace('\n', ' '), frame.slice(0, -1)];
