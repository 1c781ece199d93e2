/** The latest entries of a map that would grow for ever. */
export type Recent<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
};

/** Keeps at least the `size` entries that were set last and never more than twice as many, in two halves. */
export function createRecent<Value>(size: number): Recent<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      young.set(key, value);
      if (young.size < size) return;
      old = young;
      young = new Map();
    },
  };
}
