import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Makes a bank of one topic of our own in that folder, for what is not about a large bank: it is read in a tenth of the time.
 * The links to questions of other topics go, and with them all links.
 */
export async function copyTopic(topic: string, folder: string): Promise<void> {
  const [from, to] = [join(own, 'questions', topic), join(folder, 'questions', topic)];
  await mkdir(to, { recursive: true });
  const about = await readFile(join(own, 'bank.yaml'), 'utf8');
  await writeFile(join(folder, 'bank.yaml'), about.replace(/^examples: .*\n/m, ''));
  for (const name of await readdir(from)) {
    const text = await readFile(join(from, name), 'utf8');
    await writeFile(join(to, name), text.replace(/^related:\n(?: +- .*\n)+/m, ''));
  }
}
