import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { parseBankFile } from '../../src/bank/bank-file.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { loadBank } from '../../src/bank/load.ts';
import { foreignBank } from '../foreign-bank.ts';

const good = await readFile(join(foreignBank, 'bank.yaml'), 'utf8');

const told = (yaml: string) => {
  const read = parseBankFile(yaml);
  return 'fields' in read ? [] : read.map(formatComplaint);
};

describe('a bank.yaml', () => {
  it.each([
    ['language: en', 'langauge: en', 'bank.yaml:5 langauge: There is no field langauge.'],
    ['language: en', 'language: english please', 'bank.yaml:5 language: It is no tag of a language.'],
    ['name: Git', 'name: ', 'bank.yaml:2 name: It is empty.'],
    ['name: Git\n', '', 'bank.yaml:1 name: It is missing. Add it.'],
    ['title: Git questions', `title: ${'x'.repeat(36)}`, 'bank.yaml:3 title: It is longer than 35 characters.'],
    ['command: git', 'command: Git', 'bank.yaml:4 command: It may have lower-case letters'],
    ['command: git', 'command: quiz', 'bank.yaml:4 command: There is such a command already.'],
    ['command: git', 'command: remind', 'bank.yaml:4 command: There is such a command already.'],
    ['id: branches', 'id: Branches', 'bank.yaml:7 topics.0.id: It may have lower-case letters'],
    ['id: branches', 'id: undoing', 'bank.yaml:9 topics.1.id: Topic 1 is called so, too.'],
    ['title: Branches', 'title: undoing things', 'bank.yaml:10 topics.1.title: Topic 1 is called so, too.'],
    ...['easy', 'all', 'teams', 'monday', 'noon', 'quiz', 'thread', 'questions', 'stop'].map((word) => [
      'id: branches',
      `id: ${word}`,
      'bank.yaml:7 topics.0.id: This word means something else in a command.',
    ]),
    ['title: Branches', 'title: Hard', 'bank.yaml:8 topics.0.title: This word means something else in a command.'],
    ['[snapshot, commit]', '[snapshot]', 'bank.yaml:15 synonyms.0: One alone is no synonym.'],
    ['name: Git', 'name: &x Git', 'bank.yaml:2 name:'],
    ['name: Git', '"name: Git', 'bank.yaml:2 file: The quote that opens here is not closed on its line.'],
  ])('with %j as %j is told with line, field and cure', (right, wrong = '', complaint = '') => {
    expect(told(good)).toEqual([]);
    expect(good).toContain(right);
    expect(told(good.replace(right, wrong))).toContainEqual(expect.stringContaining(complaint));
  });

  it('has at most twenty topics, as platforms offer no more choices', () => {
    const more = Array.from({ length: 20 }, (_, no) => `  - id: x${no}\n    title: X ${no}\n`).join('');
    expect(told(good.replace('topics:\n', `topics:\n${more}`))).toEqual([
      expect.stringContaining('There are more than 20. Put some together.'),
    ]);
  });

  it('that is empty is told', () => {
    expect(told('')).toEqual([expect.stringContaining('bank.yaml:1 file: It is empty.')]);
  });
});

describe('a bank', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bank-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(foreignBank, folder, { recursive: true });
  });

  const complaints = async () => {
    const { complaints, warnings } = await readBank(folder);
    return { complaints: complaints.map(formatComplaint), warnings: warnings.map(formatComplaint) };
  };
  const edit = (from: string, to: string) => writeFile(join(folder, 'bank.yaml'), good.replace(from, to));
  const move = async (from: string, to: string) => {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await cp(join(folder, from), join(folder, to), { recursive: true });
    await rm(join(folder, from), { recursive: true });
  };

  it('has the topics, the names and the words that it gives itself', async () => {
    const { subject, words, questions } = await loadBank(folder);
    expect(subject).toEqual({
      ...{ name: 'Git', title: 'Git questions', command: 'git', language: 'en' },
      topics: [
        { id: 'branches', title: 'Branches' },
        { id: 'undoing', title: 'Undoing things' },
      ],
      examples: [{ id: 'revert', title: 'What does git revert do?' }],
    });
    expect(words).toEqual({
      own: ['git'],
      neighbours: ['subversion', 'mercurial'],
      synonyms: [['snapshot', 'commit']],
    });
    expect(questions.map(({ id, topic }) => [id, topic])).toEqual([
      ['merge', 'branches'],
      ['reset', 'undoing'],
      ['revert', 'undoing'],
    ]);
    expect(await complaints()).toEqual({ complaints: [], warnings: [] });
  });

  it('may have its topics’ folders in a folder `questions` or in its own', async () => {
    const before = await loadBank(folder);
    await move('branches', 'questions/branches');
    expect(await loadBank(folder)).toEqual(before);
    await move('questions/branches/merge.md', 'questions/undoing/merge.md');
    expect((await complaints()).complaints).toEqual([
      expect.stringMatching(/^questions\/undoing\/merge\.md:2 id: .* Move it to questions\/branches\/merge\.md\.$/),
    ]);
  });

  it('shows its first questions where it names no examples', async () => {
    await edit('examples: [revert]\n', '');
    const { subject } = await loadBank(folder);
    expect(subject.examples.map(({ id }) => id)).toEqual(['merge', 'reset', 'revert']);
  });

  it('is told of examples that it does not have', async () => {
    await edit('[revert]', '[revert, rebase]');
    expect((await complaints()).complaints).toEqual([
      'bank.yaml:11 examples.1: There is no question rebase. Name a question by its id.',
    ]);
  });

  it('is told of topics that its questions do not have', async () => {
    await edit('  - id: branches\n    title: Branches\n', '');
    expect((await complaints()).complaints).toEqual([
      expect.stringMatching(/^branches\/merge\.md:\d+ topic: It must be one of undoing\./),
    ]);
  });

  it('is warned of words that search would be told in vain', async () => {
    await edit('[snapshot, commit]', '[snapshot, commit]\n  - [commit, revision]\n  - [stash, shelf]');
    await writeFile(
      join(folder, 'bank.yaml'),
      (await readFile(join(folder, 'bank.yaml'), 'utf8')).replace('mercurial]', 'mercurial, merge, subversion]'),
    );
    expect((await complaints()).warnings).toEqual([
      'bank.yaml:13 neighbours.3: “subversion” stands here twice. Remove one of them, or put their groups together.',
      'bank.yaml:13 neighbours.2: “What is a merge?” says nothing but “merge”. Remove the word here: it is asked for.',
      'bank.yaml:16 synonyms.1.0: “commit” stands here twice. Remove one of them, or put their groups together.',
      'bank.yaml:17 synonyms.2: No question uses any of “stash”, “shelf”. Remove the group, or correct its words.',
    ]);
  });

  it('without a bank.yaml is taken for what its folders say, with a warning', async () => {
    await rm(join(folder, 'bank.yaml'));
    const { subject, words } = await loadBank(folder);
    expect(subject).toMatchObject({
      ...{ name: 'Interview', title: 'Interview questions', command: 'ask' },
      topics: [
        { id: 'branches', title: 'Branches' },
        { id: 'undoing', title: 'Undoing' },
      ],
    });
    expect(words).toEqual({ own: [], neighbours: [], synonyms: [] });
    expect((await complaints()).warnings).toEqual([
      expect.stringMatching(/^bank\.yaml:1 file: There is none\. .*\(branches, undoing\).* Write one, as docs/),
    ]);
    await writeFile(join(folder, 'bank.yml'), good);
    expect((await complaints()).warnings).toEqual([expect.stringContaining('Give bank.yml this name.')]);
  });

  it('without a bank.yaml has no topic of a folder whose name cannot be one', async () => {
    await rm(join(folder, 'bank.yaml'));
    await move('branches', 'easy');
    const { complaints: found } = await complaints();
    expect(found).toContainEqual(expect.stringMatching(/^easy:1 folder: This word means something else in a command/));
  });

  it('is found by the folder of its questions as well, and the setting is told', async () => {
    const before = await loadBank(folder);
    await move('branches', 'questions/branches');
    await move('undoing', 'questions/undoing');
    const warned: string[] = [];
    const inner = join(folder, 'questions');
    expect(await loadBank(inner, (warnings) => warned.push(...warnings.map(formatComplaint)))).toEqual(before);
    expect(warned).toEqual([expect.stringContaining(`Set BANK_DIR to ${folder}.`)]);
  });
});
