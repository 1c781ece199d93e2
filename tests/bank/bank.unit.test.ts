import { copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { loadBank } from '../../src/bank/load.ts';

const traps = fileURLToPath(new URL('../corpora/question-file/vision', import.meta.url));
const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const own = folder('data');

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bank-'));
  await put('bank.yaml', about);
  await put('vision/quoted.md', await question('quoted'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Two topics, one of them without a question. */
const about =
  'name: Sight\ntitle: Sight questions\ntopics:\n  - id: vision\n    title: Vision\n  - id: training\n    title: Training\n';

const question = (name: string) => readFile(join(traps, `${name}.md`), 'utf8');

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), content);
}

const complaints = async () => (await readBank(directory)).complaints.map(formatComplaint);

describe('our own bank', () => {
  it('has neither a fault nor a warning', async () => {
    const { complaints, warnings, others } = await readBank(own);
    expect({ complaints, warnings, others }).toEqual({ complaints: [], warnings: [], others: [] });
  });
});

describe('the example bank', () => {
  it('has neither a fault nor a warning', async () => {
    const { complaints, warnings, others } = await readBank(folder('examples/git'));
    expect({ complaints, warnings, others }).toEqual({ complaints: [], warnings: [], others: ['queries.json'] });
  });

  it('has queries that are labelled with questions that there are', async () => {
    const { files } = await readBank(folder('examples/git'));
    const known = new Set(files.map(({ question }) => question.id));
    const queries: { q: string; kind: string; ids?: string[] }[] = JSON.parse(
      await readFile(folder('examples/git/queries.json'), 'utf8'),
    );
    for (const { q, kind, ids = [] } of queries) {
      expect(ids.length > 0, q).toBe(kind === 'answerable');
      expect(
        ids.filter((id) => !known.has(id)),
        q,
      ).toEqual([]);
    }
  });
});

describe('the files of a bank', () => {
  it('that are no questions are left alone: papers, documents with fields of their own, folders, pictures', async () => {
    await put('README.md', '# Our questions\n');
    await put('vision/README.md', 'How we write them.');
    await put('LICENSE', 'MIT');
    await put('LICENSE.md', 'MIT');
    await put('docs/style.md', '---\nid: style\ntitle: Style\n---\nText.');
    await put('docs/broken.md', '---\na: *b\n---\n');
    await put('vision/stride.png', new Uint8Array([0xff, 0xd8]));
    await put('vision/.#draft.md', 'An editor’s lock.');
    await put('.github/vision/a.md', 'Nothing.');
    await put('node_modules/x/vision.md', await question('quoted'));
    await mkdir(join(directory, 'x.md'));
    await mkdir(join(directory, 'vision', 'y.md'));
    const { files, complaints, others } = await readBank(directory);
    expect(complaints).toEqual([]);
    expect(files.map(({ file }) => file)).toEqual(['vision/quoted.md']);
    expect(others).toEqual([
      ...['LICENSE', 'LICENSE.md', 'README.md', 'docs/broken.md', 'docs/style.md'],
      ...['vision/README.md', 'vision/stride.png'],
    ]);
  });

  it('that stand with the questions and lack their fields are told', async () => {
    await put('vision/notes.md', 'Stride is …');
    await put('training/empty.md', '');
    expect(await complaints()).toEqual([
      expect.stringContaining('training/empty.md:1 front matter: There is none.'),
      expect.stringContaining('vision/notes.md:1 front matter: There is none.'),
    ]);
  });

  it('that are questions in a place of their own are told where to go', async () => {
    await rm(join(directory, 'vision'), { recursive: true });
    await put('drafts/quoted.md', await question('quoted'));
    expect(await complaints()).toEqual([expect.stringContaining('Move it to vision/quoted.md.')]);
    await put('vision/quoted.MD', await question('quoted'));
    expect(await complaints()).toContainEqual(expect.stringMatching(/^vision\/quoted\.MD:2 .*Move it/));
  });

  it('that are no text are told with the others', async () => {
    await put('vision/latin.md', Buffer.from((await question('quoted')).replace('Half', 'Hälfte'), 'latin1'));
    await put(
      'vision/wide.md',
      Buffer.from(`\uFEFF${(await question('quoted')).replace('id: quoted', 'id: wide')}`, 'utf16le'),
    );
    expect(await complaints()).toEqual([
      'vision/latin.md:19 file: The byte 0xE4 is no UTF-8. Save the file as UTF-8.',
      expect.stringContaining('vision/wide.md:3 title: vision/quoted.md has the same title.'),
    ]);
  });

  it('may stand behind links, also in a circle, and links may lead nowhere', async () => {
    await cp(join(directory, 'vision'), join(directory, '..data', 'vision'), { recursive: true });
    await rm(join(directory, 'vision'), { recursive: true });
    await symlink(join('..data', 'vision'), join(directory, 'vision'));
    await symlink(directory, join(directory, 'again'));
    await symlink('nowhere.md', join(directory, '..data', 'vision', 'gone.md'));
    const { files, complaints } = await readBank(directory);
    expect(complaints).toEqual([]);
    expect(files.map(({ file }) => file)).toEqual(['vision/quoted.md']);
  });

  it('are no bank when none of them is a question', async () => {
    await rm(join(directory, 'vision'), { recursive: true });
    await put('README.md', '# Soon');
    await expect(readBank(directory)).rejects.toMatchObject({ code: 'bank-empty' });
  });
});

describe('titles', () => {
  it('that differ in case alone are two, and the same one twice is told', async () => {
    const text = await question('quoted');
    await put('vision/upper.md', text.replace('id: quoted', 'id: upper').replace('is stride?', 'is Stride?'));
    expect(await complaints()).toEqual([]);
    await put('vision/same.md', text.replace('id: quoted', 'id: same'));
    expect(await complaints()).toEqual([expect.stringContaining('has the same title')]);
  });
});

describe('a bank with warnings', () => {
  it('is used, and the warnings are handed on', async () => {
    const other = (await question('dunder')).replace('What is stride?', 'What is a stride?');
    await put('vision/dunder.md', other.replace('Which size comes out?', 'How large is the map in the end?'));
    const warned: string[] = [];
    const { questions } = await loadBank(directory, (warnings) => warned.push(...warnings.map(formatComplaint)));
    expect(questions).toHaveLength(2);
    expect(warned).toEqual([
      expect.stringMatching(/^vision\/dunder\.md:21 items\.0\.options\.1\.why: .* Put it in back-ticks\.$/),
    ]);
  });
});

describe('items that give each other away', () => {
  const other = async (conflicts: string) =>
    (await question('quoted'))
      .replace('id: quoted', 'id: other')
      .replace('What is stride?', 'How far does a kernel move?')
      .replace('    id: size', `    id: size\n    conflicts: [${conflicts}]`);

  it('are told where they are nearly the same, until one of them names the other', async () => {
    const read = async () => (await readBank(directory)).warnings.map(formatComplaint);
    await put('vision/other.md', (await other('x')).replace(/\n {4}conflicts.*/, ''));
    expect(await read()).toEqual([
      'vision/quoted.md:15 items.0: It is nearly the same as other/size, so that one gives the other away. ' +
        'Ask something else, or add `conflicts: [other/size]`.',
    ]);
    await put('vision/other.md', await other('quoted/size'));
    expect(await read()).toEqual([]);
  });

  it('are named by what there is, and not by themselves', async () => {
    await put('vision/other.md', await other('size, other/size, other/shape'));
    expect(await complaints()).toEqual([
      expect.stringMatching(/^vision\/other\.md:\d+ items\.0\.conflicts\.0: It is this very item\./),
      expect.stringContaining('items.0.conflicts.1: It is this very item.'),
      expect.stringContaining('items.0.conflicts.2: The question other has no item shape.'),
    ]);
  });

  it('may be of questions that are not here, for whoever takes some of a bank', async () => {
    await put('vision/other.md', await other('quoted/size, padding/size'));
    expect(await complaints()).toEqual([]);
    const warned = async () => (await readBank(directory)).warnings.map(formatComplaint);
    expect(await warned()).toEqual([
      expect.stringMatching(/^vision\/other\.md:\d+ items\.0\.conflicts\.1: There is no question padding\./),
    ]);
    await put('vision/padding.md', (await question('quoted')).replace('id: quoted', 'id: padding\nlevle: easy'));
    expect(await warned()).toEqual([]);
    expect(await complaints()).not.toContainEqual(expect.stringContaining('conflicts'));
  });
});

describe('a question that is asked next', () => {
  it('is one that the bank has, and another one', async () => {
    const related = async (ids: string) =>
      put('vision/quoted.md', (await question('quoted')).replace('topic: vision', `topic: vision\nrelated: [${ids}]`));
    await put('vision/padding.md', (await question('quoted')).replace('id: quoted', 'id: padding\nlevle: easy'));
    await related('padding, stride, quoted');
    expect((await readBank(directory)).warnings.map(formatComplaint)).toEqual([
      expect.stringMatching(
        /^vision\/quoted\.md:\d+ related\.1: There is no question stride\. Name one, or remove it\./,
      ),
      expect.stringContaining('related.2: It is this very question.'),
    ]);
    await related('Padding');
    expect(await complaints()).toContainEqual(expect.stringContaining('related.0: It is no id of a question.'));
  });
});

describe('a bank with a fault', () => {
  it('is not used at all', async () => {
    await copyFile(join(traps, 'alias.md'), join(directory, 'vision', 'alias.md'));
    await expect(loadBank(directory)).rejects.toMatchObject({
      code: 'bank-invalid',
      message: expect.stringContaining('vision/alias.md:20 items.0.options.1.text: `*args` is a reference'),
    });
  });
});
