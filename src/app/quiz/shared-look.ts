/**
 * The same look-up, of which all who want the same key within one turn of the event loop share one. It begins only when they
 * have all asked, so nobody is told what was true before they asked.
 */
export function shareLooks<Result>(look: (key: string) => Promise<Result>): (key: string) => Promise<Result> {
  const awaited = new Map<string, Promise<Result>>();
  return (key) => {
    const shared = awaited.get(key);
    if (shared !== undefined) return shared;
    const looking = endOfTurn().then(() => {
      awaited.delete(key);
      return look(key);
    });
    awaited.set(key, looking);
    return looking;
  };
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
