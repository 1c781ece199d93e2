/** Where text goes. */
export type Sink = { readonly write: (text: string) => unknown };

/**
 * Passes on what is written in one turn of the event loop together, at its end: a crowd brings many lines at once, and each write
 * is a call of the system. What is left when the process exits is passed on then.
 */
export function writeByTurn(sink: Sink): Sink {
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') sink.write(text);
  };
  process.on('exit', flush);
  return {
    write: (text) => {
      if (waiting === '') setImmediate(flush);
      waiting += text;
    },
  };
}
