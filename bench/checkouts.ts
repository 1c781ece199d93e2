import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** A checkout of the bot with its packages installed, and what to call it in a table. */
export type Checkout = { readonly name: string; readonly directory: string };

/** This checkout, and the one that `--against PATH` names: whatever is measured is measured of both in turns. */
export function readCheckouts(): readonly Checkout[] {
  const { against } = parseArgs({ options: { against: { type: 'string' } } }).values;
  const own = { name: 'this', directory: resolve(import.meta.dirname, '..') };
  return against === undefined ? [own] : [own, { name: against, directory: resolve(against) }];
}

/** The first value against the second as people read it, empty where there is only one. */
export function ratio([own, other]: readonly number[]): string {
  return own === undefined || other === undefined ? '' : (own / other).toFixed(2);
}
