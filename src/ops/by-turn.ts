/** Where text goes. */
export type Sink = { readonly write: (text: string) => unknown };

/**
 * Passes on at once what is written first in a turn of the event loop, and the rest of that turn together, at its end: a crowd
 * brings many lines at once, and each write is a call of the system. What is left when the process exits is passed on then.
 */
export function writeByTurn(sink: Sink): Sink {
  let waiting = '';
  let isHeld = false;
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') sink.write(text);
  };
  process.on('exit', flush);
  return {
    write: (text) => {
      if (isHeld) {
        waiting += text;
        return;
      }
      isHeld = true;
      setImmediate(() => {
        isHeld = false;
        flush();
      });
      sink.write(text);
    },
  };
}
