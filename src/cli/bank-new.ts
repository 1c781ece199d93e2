import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBank } from '../bank/bank.ts';
import type { ListedFile } from '../bank/listed-file.ts';
import { listFolders } from '../bank/listed-file.ts';
import { foldersOf, questionsFolder } from '../bank/place.ts';
import { idInName } from '../bank/replaced.ts';
import { questionTemplate } from '../bank/template.ts';
import { Fault } from '../core/fault.ts';
import type { Print } from './print.ts';
import { topicTyped } from './topic-typed.ts';

/**
 * `bank new TOPIC/ID`: writes a question file to be filled in, into the last of the bank's folders. Rejects with a Fault of code
 * `usage` for a name that no question can have, and for one that a question has.
 */
export async function writeTemplate(directory: string, name: string, print: Print): Promise<number> {
  const [typed = '', id = '', ...more] = name.split('/');
  if (id === '' || more.length > 0) {
    throw new Fault(
      'usage',
      `${name} is no topic and id.`,
      'Write both with a slash between them: vision/our-padding.',
    );
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    throw new Fault('usage', `${id} can be no id.`, 'Use lower-case letters, digits and single hyphens, 60 at most.');
  }
  const topic = topicTyped(typed, (await readBank(directory)).topics);
  const listed = await listFolders(foldersOf(directory));
  const taken = listed.find(({ path }) => /\.md$/i.test(path) && idInName(path) === id);
  if (taken !== undefined) {
    throw new Fault('usage', `There is a question ${id}: ${taken.location}.`, 'Choose another id, or edit that file.');
  }
  const file = placeFor(directory, listed, topic, id);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, questionTemplate({ id, topic }), { flag: 'wx' });
  print.line(`${file} is written. Replace every “…” in it; what each is for stands above it.`);
  print.line('It is a draft until its line “draft: true” goes; npm run bank -- drafts says what it still lacks.');
  return 0;
}

/** Beside the other questions of the folder. */
function placeFor(directory: string, listed: readonly ListedFile[], topic: string, id: string): string {
  const folders = foldersOf(directory);
  const folder = folders.at(-1);
  const hasInner = listed.some(
    (file) => file.folder.root === folder?.root && file.path.startsWith(`${questionsFolder}/`),
  );
  return join(folder?.root ?? directory, ...(hasInner ? [questionsFolder] : []), topic, `${id}.md`);
}
