/** JSON as bytes. That of a frozen object, which is a constant, is made once and kept as long as the object is. */
export type ToJsonBytes = (value: object) => Buffer;

/** Most answers of a bank are the same for everybody, and writing one as JSON takes longer than finding it. */
export function createToJsonBytes(): ToJsonBytes {
  const kept = new WeakMap<object, Buffer>();
  return (value) => {
    if (!Object.isFrozen(value)) return Buffer.from(JSON.stringify(value));
    const ready = kept.get(value) ?? Buffer.from(JSON.stringify(value));
    kept.set(value, ready);
    return ready;
  };
}
