import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a bank of one question with this answer and these lines of front matter; returns its folder. */
export async function tinyBank(folder: string, answer: string, more = ''): Promise<string> {
  await mkdir(join(folder, 'tiny'), { recursive: true });
  const options = ['one', 'two', 'three', 'four'].map((text, index) => {
    return `      - { text: ${text}, ${index === 0 ? 'correct: true, ' : ''}why: So it is. }`;
  });
  const front = `id: question
title: What is it?
${more}aliases: [thing]
topic: tiny
level: easy
references:
  - { title: Docs, url: "https://example.org" }
items:
  - stem: Which one?
    options:
${options.join('\n')}`;
  await writeFile(join(folder, 'tiny/question.md'), `---\n${front}\n---\n\n${answer}\n`);
  await writeFile(join(folder, 'bank.yaml'), 'name: Tiny\ntitle: Tiny bank\ntopics:\n  - { id: tiny, title: Tiny }\n');
  return folder;
}

/** A Python whose `torch` is a stub of that release, with a GPU or without; returns its path. */
export async function stubRelease(folder: string, version: string, gpu = false): Promise<string> {
  await mkdir(join(folder, 'torch'), { recursive: true });
  const cuda = `class cuda:\n    is_available = staticmethod(lambda: ${gpu ? 'True' : 'False'})\n`;
  const stub = `__version__ = "${version}"\n\ndef manual_seed(seed):\n    pass\n\n${cuda}`;
  await writeFile(join(folder, 'torch/__init__.py'), stub);
  const python = join(folder, 'python');
  await writeFile(python, `#!/bin/sh\nPYTHONPATH=${folder} exec python3 "$@"\n`);
  await chmod(python, 0o755);
  return python;
}
