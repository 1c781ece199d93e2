import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { runCommand } from './run-command.ts';
import { tinyBank } from './tiny-bank.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'new-'));
  await tinyBank(directory, 'It is.');
});
afterEach(() => rm(directory, { recursive: true }));

const begin = (name: string, folders = directory) => runCommand(['bank', 'new', name], { BANK_DIR: folders });

/** What somebody writes in the place of each `…`, in order, with what YAML would take for more than text. */
const writing = [
  'How do you undo the last commit?',
  ...['take the last commit back', 'undo a commit', 'reset the branch by one', 'remove a commit that nobody has'],
  'medium',
  ...['git reset', 'https://git-scm.com/docs/git-reset'],
  ...['`git reset` moves the branch back', 'The files stay as they are', 'A commit that others have is reverted'],
  ...['what-stays', 'You undo the last commit with `git reset --soft`. What stays as it was?'],
  ...['Both the files and the index', 'Both names are right: it moves the branch and touches nothing else.'],
  ...['Only the files, not the index', 'That is what `--mixed` does, which is the default.'],
  ...['Neither files nor the index', 'That is what `--hard` does, and there your work is lost.'],
  ...['Only the index, not the files', 'No mode of it writes files and leaves the index alone.'],
];

/** Sixty words, as an answer has them. */
const answer = `Use \`git reset --soft HEAD~1\`: the branch moves back by one commit, and files and index stay as they are.

The commit itself is still there for some weeks, and \`git reflog\` names it, so that a slip can be taken back as well. Who wants to
change only the message or add a file says \`git commit --amend\` instead, which makes a new commit in the place of the last one.

The trap is a commit that others have: they would meet it again with their next merge, so revert it with a new one.`;

it('a new question has no fault and no warning once all that it asks for is written', async () => {
  const { code, stdout } = await begin('tiny/undo');
  const file = join(directory, 'tiny/undo.md');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`${file} is written.`) });
  const text = await readFile(file, 'utf8');
  const places = [...writing, answer];
  // Above each stands what it is for, in comments that may stay.
  expect(text.replaceAll(/^ *#.*$/gm, '').split('…')).toHaveLength(places.length + 1);
  const filled = places.reduce(
    (left, written) => left.replace('…', () => written),
    text.replace(/^draft: true\n/m, ''),
  );
  await writeFile(file, filled);
  const { complaints, warnings, files } = await readBank(directory);
  expect(complaints.map(formatComplaint)).toEqual([]);
  expect(warnings.filter((warning) => warning.file === 'tiny/undo.md').map(formatComplaint)).toEqual([]);
  expect(files.map(({ question }) => question.id)).toEqual(['question', 'undo']);
});

it('is a draft that harms nobody, of which it is told what it lacks', async () => {
  await begin('tiny/undo');
  const check = await runCommand(['bank', 'check'], { BANK_DIR: directory });
  expect([check.code, check.stderr]).toEqual([0, expect.not.stringContaining('undo.md')]);
  const drafts = await runCommand(['bank', 'drafts'], { BANK_DIR: directory });
  expect(drafts.stdout).toContain('tiny/undo.md');
  expect((await runCommand(['bank', 'export'], { BANK_DIR: directory })).stdout).not.toContain('undo');
});

it('says with the line what is still to be written once it is no draft any more', async () => {
  await begin('tiny/undo');
  const file = join(directory, 'tiny/undo.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^draft: true\n/m, ''));
  const { stderr } = await runCommand(['bank', 'check'], { BANK_DIR: directory });
  expect(stderr.match(/undo\.md:\d+ title: .*/g)).toEqual([
    'undo.md:5 title: It is still to be written. Put a text in place of the `…`.',
  ]);
  expect(stderr).toContain('level: It must be one of easy, medium, hard.');
  expect(stderr).toContain('answer: It is still to be written. Put the answer in place of the `…`.');
  expect(stderr).toMatch(/items\.0\.options\.3\.why: It is still to be written/);
});

it('stands in the last folder of the bank, beside the questions there, and while another is not filled in yet', async () => {
  const ours = join(directory, 'ours');
  await mkdir(join(ours, 'questions/tiny'), { recursive: true });
  const both = `${directory},${ours}`;
  expect((await begin('Tiny/first', both)).stdout).toContain(`${join(ours, 'tiny/first.md')} is written.`);
  await mkdir(join(ours, 'questions/tiny'), { recursive: true });
  await writeFile(join(ours, 'questions/tiny/note.txt'), 'Ours.');
  expect((await begin('tiny/second', both)).stdout).toContain(`${join(ours, 'questions/tiny/second.md')} is written.`);
});

it.each([
  ['undo', /^undo is no topic and id\.\nWrite both with a slash/],
  ['tiny/Undo it', /^Undo it can be no id\./],
  ['tinny/undo', /^The bank has no topic tinny; did you mean tiny\?\nIt has tiny\./],
  ['tiny/question', /^There is a question question: .*question\.md\.\nChoose another id/],
])('refuses %s, and says why', async (name, told) => {
  const { code, stderr } = await begin(name);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(told) });
});
