import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** What somebody typed, and the trap that is in it. */
export type Trap = { readonly trap: string; readonly typed: string };

/**
 * The entries of `tests/corpora/NAME.yaml`: traps, each named once, and beside each what is to come of it. Throws where the
 * file is not of this shape.
 */
export function corpus<Outcome extends object>(name: string, outcome: z.ZodType<Outcome>): readonly (Trap & Outcome)[] {
  const file = fileURLToPath(new URL(`./${name}.yaml`, import.meta.url));
  const entries = z
    .array(z.looseObject({ trap: z.string(), typed: z.string() }))
    .parse(parse(readFileSync(file, 'utf8')));
  const names = entries.map(({ trap }) => trap);
  const doubled = names.find((trap, place) => names.indexOf(trap) !== place);
  if (doubled !== undefined) throw new Error(`${name}.yaml has the trap “${doubled}” twice.`);
  return entries.map(({ trap, typed, ...rest }) => ({ trap, typed, ...outcome.parse(rest) }));
}
