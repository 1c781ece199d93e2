import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `npm start` gives to Node, of the bot in a folder: flags, and the program as a path below it. */
export async function startArguments(directory: string): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const words = scripts.start.split(' ');
  return words.slice(words.indexOf('node') + 1);
}
