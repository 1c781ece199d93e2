import { vi } from 'vitest';
import { patience } from './patience.ts';

/** Waits until `look` no longer throws, and gives what it returned then; rejects with its last error when that never comes. */
export function until<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: patience, interval: 5 });
}
