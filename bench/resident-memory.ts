import { readFile } from 'node:fs/promises';

/** Memory (RSS) of a process in whole MB; Linux only, NaN elsewhere and for a process that is gone. */
export async function residentMemory({ pid }: { readonly pid?: number | undefined }): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}
