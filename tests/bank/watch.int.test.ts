import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BankEdit } from '../../src/bank/watch.ts';
import { watchBank } from '../../src/bank/watch.ts';

const original = fileURLToPath(new URL('../../data/questions/vision', import.meta.url));

describe('a bank that is watched', () => {
  let directory = '';
  let changes: BankEdit[] = [];
  let unwatch: () => void;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bank-'));
    await cp(original, join(directory, 'vision'), { recursive: true });
    changes = [];
    unwatch = watchBank(directory, (edit) => {
      changes.push(edit);
    });
  });
  afterEach(async () => {
    unwatch();
    await rm(directory, { recursive: true });
  });

  const file = () => join(directory, 'vision', 'stride.md');

  async function edit(from: string | RegExp, to: string): Promise<void> {
    await writeFile(file(), (await readFile(file(), 'utf8')).replace(from, to));
  }

  it('is read again after an edit', async () => {
    await edit('title: What is stride in a convolution?', 'title: What is a stride, then?');
    await expect.poll(() => changes.at(-1)).toMatchObject({ kind: 'changed' });
    const [last] = changes.slice(-1);
    expect(last?.kind === 'changed' ? last.bank.questions.map(({ title }) => title) : []).toContain(
      'What is a stride, then?',
    );
  });

  it('is read again when what it says about itself is edited', async () => {
    const about = 'name: Sight\ntitle: Sight questions\ntopics:\n  - id: vision\n    title: Seeing\n';
    await writeFile(join(directory, 'bank.yaml'), about);
    const subject = () => {
      const last = changes.at(-1);
      return last?.kind === 'changed' ? last.bank.subject : last?.kind;
    };
    await expect.poll(subject).toMatchObject({ name: 'Sight', topics: [{ id: 'vision', title: 'Seeing' }] });
    await writeFile(join(directory, 'bank.yaml'), about.replace('id: vision', 'id: easy'));
    await expect
      .poll(() => changes.at(-1))
      .toMatchObject({ kind: 'broken', complaints: [{ file: 'bank.yaml', line: 4 }] });
  });

  it('tells file, line and cure of a fault, and is well again once that is mended', async () => {
    await edit('level: easy', 'level: trivial');
    const line = (await readFile(file(), 'utf8')).split('\n').indexOf('level: trivial') + 1;
    await expect
      .poll(() => changes.at(-1))
      .toMatchObject({
        kind: 'broken',
        complaints: [{ file: 'vision/stride.md', line, cure: expect.any(String) }],
      });
    await edit('level: trivial', 'level: easy');
    await expect.poll(() => changes.at(-1)?.kind).toBe('changed');
  });

  const lastTitle = () => {
    const last = changes.at(-1);
    return last?.kind === 'changed' ? last.bank.questions.find(({ id }) => id === 'stride')?.title : last?.kind;
  };
  const titled = (text: string, title: string) => text.replace(/^title: .*$/m, `title: ${title}`);

  it('sees every save of an editor that puts a new file in place of the old one', async () => {
    const text = await readFile(file(), 'utf8');
    for (const title of ['First?', 'Second?', 'Third?', 'Fourth?']) {
      await writeFile(`${file()}.tmp`, titled(text, title));
      await rename(`${file()}.tmp`, file());
      await expect.poll(lastTitle).toBe(title);
    }
  });

  it('sees every save of an editor that moves the old file away first', async () => {
    const text = await readFile(file(), 'utf8');
    for (const title of ['First?', 'Second?', 'Third?']) {
      await rename(file(), `${file()}~`);
      await writeFile(file(), titled(text, title));
      await expect.poll(lastTitle).toBe(title);
    }
  });

  it('sees edits in place after one by renaming, and the other way round', async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), titled(text, 'In place?'));
    await expect.poll(lastTitle).toBe('In place?');
    await writeFile(join(directory, 'elsewhere'), titled(text, 'Renamed?'));
    await rename(join(directory, 'elsewhere'), file());
    await expect.poll(lastTitle).toBe('Renamed?');
    await writeFile(file(), titled(text, 'In place again?'));
    await expect.poll(lastTitle).toBe('In place again?');
  });

  it('takes many edits that come at once for one', async () => {
    for (const seed of [44_000, 44_001, 44_002, 44_003]) await edit(/seed: \d+/, `seed: ${seed}`);
    await expect.poll(() => changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThan(3);
  });

  const count = () => {
    const last = changes.at(-1);
    return last?.kind === 'changed' ? last.bank.questions.length : last?.kind;
  };

  it('sees files of a new folder, of one that was removed and made anew, and one that is gone', async () => {
    const text = await readFile(file(), 'utf8');
    const before = (await readdir(join(directory, 'vision'))).length;
    const twin = join(directory, 'training', 'twin.md');
    const ofTwin = (title: string) =>
      titled(text.replace('id: stride', 'id: twin').replace('topic: vision', 'topic: training'), title).replace(
        /^seed: .*\n/m,
        '',
      );
    for (const title of ['A twin?', 'A twin, made anew?']) {
      await mkdir(join(directory, 'training'));
      await writeFile(twin, ofTwin(title));
      await expect.poll(count).toBe(before + 1);
      await writeFile(twin, ofTwin(`${title} Edited?`));
      await expect.poll(() => JSON.stringify(changes.at(-1))).toContain(`${title} Edited?`);
      await rm(join(directory, 'training'), { recursive: true });
      await expect.poll(count).toBe(before);
    }
    await rm(file());
    await expect.poll(count).toBe(before - 1);
  });

  it('sees edits when the whole folder was removed and made anew, or another took its place', async () => {
    for (const round of ['one', 'two']) {
      await rename(directory, `${directory}-${round}`);
      await expect.poll(() => changes.at(-1)?.kind).toBe('broken');
      await cp(`${directory}-${round}`, directory, { recursive: true });
      await expect.poll(() => changes.at(-1)?.kind).toBe('changed');
      await writeFile(file(), titled(await readFile(file(), 'utf8'), `Round ${round}?`));
      await expect.poll(lastTitle).toBe(`Round ${round}?`);
      await rm(`${directory}-${round}`, { recursive: true });
    }
  });

  it('sees what git changes when another branch is checked out', async () => {
    const git = (...args: string[]) =>
      promisify(execFile)('git', ['-C', directory, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
    await git('init', '-q', '-b', 'one');
    await git('add', '.');
    await git('commit', '-qm', 'one');
    await git('checkout', '-qb', 'two');
    const paths = (await readdir(join(directory, 'vision'))).map((name) => join(directory, 'vision', name));
    for (const path of paths)
      await writeFile(path, (await readFile(path, 'utf8')).replace(/^title: ("?)/m, 'title: $1Two, '));
    await git('commit', '-qam', 'two');
    const titles = () => {
      const last = changes.at(-1);
      return last?.kind === 'changed'
        ? last.bank.questions.filter(({ title }) => title.startsWith('Two, ')).length
        : -1;
    };
    for (let round = 0; round < 2; round += 1) {
      await git('checkout', '-q', 'one');
      await expect.poll(titles).toBe(0);
      await git('checkout', '-q', 'two');
      await expect.poll(titles).toBe(paths.length);
    }
  });

  it('is not read for the files that editors and git keep beside the questions', async () => {
    await writeFile(join(directory, 'vision', '.stride.md.swp'), 'swap');
    await writeFile(join(directory, 'vision', '4913'), '');
    await writeFile(join(directory, 'vision', 'stride.md~'), 'the old one');
    await mkdir(join(directory, '.git'));
    await writeFile(join(directory, '.git', 'index'), 'x');
    await edit('title: What is stride in a convolution?', 'title: What is a stride, then?');
    await expect.poll(lastTitle).toBe('What is a stride, then?');
    expect(changes.length).toBe(1);
  });

  it('says nothing any more once it was stopped', async () => {
    unwatch();
    const heard: BankEdit[] = [];
    const end = watchBank(directory, (edit) => heard.push(edit));
    await edit('level: easy', 'level: hard');
    await expect.poll(() => heard.at(-1)).toMatchObject({ kind: 'changed' });
    end();
    expect(changes).toEqual([]);
  });

  it('that is not there is told of, and stops nothing', async () => {
    const edits: BankEdit[] = [];
    const end = watchBank(join(directory, 'nowhere'), (edit) => edits.push(edit));
    await expect.poll(() => edits.at(-1)).toMatchObject({ kind: 'broken' });
    end();
  });

  it('says that the whole folder is gone', async () => {
    await rename(join(directory, 'vision'), `${directory}-elsewhere`);
    await expect.poll(() => changes.at(-1)).toMatchObject({ kind: 'broken', complaints: [{ line: 1 }] });
    await rm(`${directory}-elsewhere`, { recursive: true });
  });
});

it('a bank of two folders is watched in both, also in one that comes later', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'bank-'));
  const [base, ours] = [join(directory, 'base'), join(directory, 'ours')];
  await cp(original, join(base, 'vision'), { recursive: true });
  const titles: (string | undefined)[] = [];
  const unwatch = watchBank(`${base},${ours}`, (edit) => {
    titles.push(edit.kind === 'changed' ? edit.bank.questions.find(({ id }) => id === 'stride')?.title : edit.kind);
  });
  const text = await readFile(join(base, 'vision/stride.md'), 'utf8');
  const titled = (title: string) => text.replace(/^title: .*$/m, `title: ${title}`);
  try {
    await expect.poll(() => titles.at(-1)).toBe('broken');
    await mkdir(join(ours, 'vision'), { recursive: true });
    await expect.poll(() => titles.at(-1)).toBe('What is stride in a convolution?');
    await writeFile(join(ours, 'vision/stride.md'), titled('Ours?'));
    await expect.poll(() => titles.at(-1)).toBe('Ours?');
    await writeFile(join(ours, 'vision/stride.md'), titled('Ours, mended?'));
    await expect.poll(() => titles.at(-1)).toBe('Ours, mended?');
    await rm(join(ours, 'vision/stride.md'));
    await writeFile(join(base, 'vision/stride.md'), titled('Theirs?'));
    await expect.poll(() => titles.at(-1)).toBe('Theirs?');
  } finally {
    unwatch();
    await rm(directory, { recursive: true });
  }
});
