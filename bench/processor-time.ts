import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Processor time of a process so far in ms, NaN but on Linux; proc(5), in ticks of 10 ms. */
export async function processorTime({ pid }: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program, in brackets, may have spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
