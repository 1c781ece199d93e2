import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { createKeptBanks } from '../../src/bank/kept-bank.ts';
import { loadBank } from '../../src/bank/load.ts';

const sound = await readFile(
  fileURLToPath(new URL('../corpora/question-file/vision/sound.md', import.meta.url)),
  'utf8',
);

/** A question file by its id and topic. */
const question = (id: string, topic = 'vision', title = `What is ${id}?`) =>
  sound
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^topic: .*$/m, `topic: ${topic}`)
    .replace(/^title: .*$/m, `title: ${title}`)
    .replace(/^seed: .*\n/m, '');

let directory = '';
/** As BANK_DIR names both. */
let both = '';
/** What stands before the files of the second one. */
let label = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bank-'));
  const [base, ours] = [join(directory, 'base'), join(directory, 'ours')];
  both = `${base},${ours}`;
  label = `${ours}/`;
  await mkdir(ours, { recursive: true });
  await put('base/bank.yaml', 'name: Sight\ntitle: Sight questions\ntopics:\n  - { id: vision, title: Vision }\n');
  await put('base/questions/vision/stride.md', question('stride'));
  await put('base/questions/vision/padding.md', question('padding'));
});
afterEach(() => rm(directory, { recursive: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), content);
}

const ids = async () => (await readBank(both)).bank?.questions.map(({ id }) => id);
const complaints = async () => (await readBank(both)).complaints.map(formatComplaint);

describe('a bank of two folders', () => {
  it('is the first one as long as the other holds nothing', async () => {
    const { bank, warnings, complaints: faults } = await readBank(both);
    expect(bank?.questions.map(({ id }) => id)).toEqual(['padding', 'stride']);
    expect([...faults, ...warnings.filter(({ file }) => file.includes('bank.yaml'))]).toEqual([]);
  });

  it('has the questions of both, and of the subject what the first one says', async () => {
    await put('ours/vision/pooling.md', question('pooling'));
    await put('ours/bank.yaml', 'name: Ours\ntitle: Our questions\ntopics:\n  - { id: vision, title: Seeing }\n');
    expect(await ids()).toEqual(['padding', 'stride', 'pooling']);
    const subject = (await readBank(both)).bank?.subject;
    expect(subject).toMatchObject({ name: 'Sight', topics: [{ id: 'vision', title: 'Vision' }] });
  });

  it('has the topics that only the other has after its own, by the names that it gives them', async () => {
    await put('ours/our-stack/deploy.md', question('deploy', 'our-stack'));
    const topics = async () => (await readBank(both)).bank?.subject.topics;
    expect(await topics()).toEqual([
      { id: 'vision', title: 'Vision' },
      { id: 'our-stack', title: 'Our stack' },
    ]);
    await put(
      'ours/bank.yaml',
      'name: Ours\ntitle: Our questions\ntopics:\n  - { id: our-stack, title: What we run }\n',
    );
    expect((await topics())?.at(-1)).toEqual({ id: 'our-stack', title: 'What we run' });
    await put('ours/bank.yaml', 'name: Ours\ntitle: Our questions\ntopics:\n  - { id: our-stack, title: vision }\n');
    expect(await complaints()).toEqual([
      `${label}bank.yaml:1 topics: our-stack: Topic 1 is called so, too. Change one of them.`,
    ]);
  });

  it('takes a question of the other in place of its own with the same id, and says so', async () => {
    await put('ours/vision/stride.md', question('stride', 'vision', 'How we stride?'));
    const { bank, notes, complaints: faults } = await readBank(both);
    expect(faults).toEqual([]);
    expect(bank?.questions.map(({ title }) => title)).toEqual(['What is padding?', 'How we stride?']);
    const [note = ''] = notes.map(formatComplaint);
    expect(note).toBe(
      `${label}vision/stride.md:1 id: It takes the place of questions/vision/stride.md. Give it another id if that is not meant.`,
    );
    const kept = createKeptBanks(join(directory, 'kept'));
    for (const _ of ['read', 'kept']) {
      const told: string[] = [];
      await loadBank(both, () => {}, null, { kept, note: (all) => told.push(...all.map(formatComplaint)) });
      expect(told).toEqual([note]);
    }
  });

  it('tells faults of a file by the folder in which it stands, and does not mind those of one that is replaced', async () => {
    await put('base/questions/vision/stride.md', question('stride').replace(/^level: .*$/m, 'level: trivial'));
    await put('ours/vision/stride.md', question('stride'));
    expect(await complaints()).toEqual([]);
    await put('ours/vision/wrong.md', question('other'));
    expect(await complaints()).toEqual([
      expect.stringContaining(
        `${label}vision/wrong.md:2 id: The file does not stand where its fields say. Move it to ${label}vision/other.md.`,
      ),
    ]);
    await rm(join(directory, 'ours/vision/wrong.md'));
    await put('ours/questions/vision/stride.md', question('stride'));
    expect(await complaints()).toContainEqual(
      expect.stringContaining(`${label}questions/vision/stride.md has the same id.`),
    );
  });

  it('is named by the folder of its questions, by paths from here, and with blanks, as well', async () => {
    await put('ours/vision/pooling.md', question('pooling'));
    const before = await ids();
    const here = (name: string) => relative(process.cwd(), join(directory, name));
    both = `${here('base/questions')} , ./${here('ours')},`;
    expect(await ids()).toEqual(before);
    const { warnings } = await readBank(both);
    expect(warnings.map(formatComplaint)).toContainEqual(
      expect.stringMatching(/^bank\.yaml:1 file: BANK_DIR names the folder questions .* Write .*base there\.$/),
    );
  });

  it('is told by name where one of them is missing', async () => {
    both = `${both}x`;
    await expect(readBank(both)).rejects.toMatchObject({
      code: 'bank-missing',
      message: expect.stringMatching(/no question bank at .*oursx/),
    });
  });
});

it('a folder with a comma in its name is one', async () => {
  await put('a,b/vision/stride.md', question('stride'));
  expect((await readBank(join(directory, 'a,b'))).files).toHaveLength(1);
});
