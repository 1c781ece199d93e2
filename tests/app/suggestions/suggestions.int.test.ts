import { describe, expect, it } from 'vitest';
import type { FileToWrite } from '../../../src/app/suggestions/desk.ts';
import { loadBank } from '../../../src/bank/load.ts';
import { nameBank } from '../../../src/core/bank-name.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { foreignBank } from '../../foreign-bank.ts';
import { whole } from '../../search/bank.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { expanding } from './suggested.ts';

const git = nameBank(await loadBank(foreignBank), 'git', whole.subject.command);

const start = Date.parse('2026-11-25T09:00:00Z');
const person = (name: string) => ({ user: `sim:S:${name.toLowerCase()}`, name, manages: false });
const [ada, bo] = [person('Ada'), person('Bo')];
const boss = { user: 'sim:S:boss', name: 'Boss', manages: true };

const open = (write: ((files: readonly FileToWrite[]) => Promise<boolean>) | null = null) =>
  openHouse(standingClock(start), undefined, { write });

const suggest = (house: House, filled: Partial<Record<keyof typeof expanding, string>> = {}, who = ada) =>
  house.fillIn('suggest:text:new', { ...expanding, ...filled }, who);

const labels = ({ card }: Awaited<ReturnType<House['press']>>) => buttonsOf(card).map(({ label }) => label);

const buttonOf = ({ card }: Awaited<ReturnType<House['press']>>, label: string) =>
  buttonsOf(card).find((button) => button.label === label)?.id ?? '';

const inState = (house: House, state: 'draft' | 'open' | 'accepted' | 'filed' | 'declined') =>
  house.store.transact(({ suggestions }) => suggestions.inState(state, 'sim:S'));

describe('suggesting a question', () => {
  it('is offered where the bank has no answer, and by a command, with a form of five fields', async () => {
    const house = await open();
    const nothing = await house.command('how do I cook rice', ada);
    expect(nothing.card.title).toBe('Not in the question bank');
    const form = house.outcomeOf(buttonOf(nothing, 'Suggest a question'), ada);
    if (form.kind !== 'ask') throw new Error('Nothing was asked.');
    expect(form.asked.fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'question text',
      'options text',
      'why text',
      'topic choice',
      'name choice',
    ]);
    const said = await house.command('suggest a question', ada);
    expect(said).toMatchObject({ audience: 'asker', card: { title: 'Suggest a question' } });
    expect(labels(said)).toEqual(['Write a question']);
  });

  it('shows it as it will look, with what would make it better, and what waits under one’s own', async () => {
    const house = await open();
    const sent = await suggest(house);
    expect(sent).toMatchObject({ audience: 'asker', card: { title: 'Suggested', tone: 'good' } });
    expect(wordsOf(sent.card)).toMatch(
      /What does x\.expand\(3, 4\) copy\?.*Nothing: the result reads the same memory/s,
    );
    expect(wordsOf(sent.card)).toMatch(/The right answer is .*A stride of 0 reads one element again and again\./s);
    expect(wordsOf(sent.card)).toMatch(/Tensors · medium · docs\.pytorch\.org/);
    expect(labels(sent)).toEqual(['Change it', 'Take it back']);
    const own = await house.command('suggest', ada);
    expect(wordsOf(own.card)).toContain('copy?” – waits for whoever manages the bot here');
    expect(wordsOf((await house.command('suggest', bo)).card)).not.toContain('copy?');
    expect((await house.press(buttonOf(own, 'What does x.expand(3, 4) copy?'), ada)).card.title).toBe('Suggested');
    expect((await house.press(buttonOf(own, 'What does x.expand(3, 4) copy?'), bo)).card.title).toMatch(/out of date/);
  });

  it('keeps what a rule of the bank stops as a draft, says what to mend, and sends it once that is done', async () => {
    const house = await open();
    const stopped = await suggest(house, { options: 'one\ntwo', why: 'Because.' });
    expect(stopped.card.title).toBe('Not suggested yet');
    expect(wordsOf(stopped.card)).toMatch(/Answers: There are 2 answers.*Why: Add the https/s);
    expect(await inState(house, 'open')).toEqual([]);
    const mend = house.outcomeOf(buttonOf(stopped, 'Mend it'), ada);
    expect(mend).toMatchObject({ asked: { fields: [{}, { written: 'one\ntwo' }, {}, { chosen: 'tensors' }, {}] } });
    const id = buttonOf(stopped, 'Mend it').split(':')[2] ?? '';
    const sent = await house.fillIn(`suggest:text:${id}`, expanding, ada);
    expect(sent).toMatchObject({ place: 'instead', card: { title: 'Suggested' } });
    expect(await inState(house, 'open')).toMatchObject([{ id, author: 'sim:S:ada', name: null }]);
    expect(await inState(house, 'draft')).toEqual([]);
    // Nobody else's form changes it.
    await house.fillIn(`suggest:text:${id}`, { ...expanding, why: 'Mine.' }, bo);
    expect(await inState(house, 'open')).toMatchObject([{ text: { why: expanding.why } }]);
  });

  it('shows it anew where another process is asked for the form, which holds what it does not know', async () => {
    const house = await open();
    const sent = await suggest(house);
    await house.restart();
    const [change] = buttonsOf(sent.card);
    expect(house.outcomeOf(change?.id ?? '', ada).kind).toBe('later');
    const again = await house.press(change?.id ?? '', ada);
    expect(again).toMatchObject({ place: 'instead', card: { title: 'Suggested' } });
    expect(house.outcomeOf(change?.id ?? '', ada).kind).toBe('ask');
  });

  it('takes five of a person at once, keeps the sixth for when one was decided or taken back', async () => {
    const house = await open();
    for (let no = 0; no < 5; no += 1) {
      expect((await suggest(house, { question: `What does \`x.expand(${no}, 4)\` copy?` })).card.title).toBe(
        'Suggested',
      );
    }
    const sixth = await suggest(house);
    expect(wordsOf(sixth.card)).toContain('5 suggestions of yours wait already');
    expect(await inState(house, 'draft')).toHaveLength(1);
    expect((await suggest(house, {}, bo)).card.title).toBe('Suggested');
    const [first] = await inState(house, 'open');
    expect((await house.press(`suggest:drop:${first?.id}`, ada)).card.title).toBe('Taken back');
    const [draft] = await inState(house, 'draft');
    expect((await house.fillIn(`suggest:text:${draft?.id}`, expanding, ada)).card.title).toBe('Suggested');
  });

  it('previews what is typed, and keeps nothing of that', async () => {
    const house = await open();
    const preview = (filled: object) => house.bot.application.preview('suggest:text:new', { ...expanding, ...filled });
    expect(await preview({})).toMatchObject({ title: 'As it will look' });
    const stopped = await preview({ question: '' });
    expect(stopped).toMatchObject({ title: 'Not there yet' });
    if (stopped === null) throw new Error('There is no preview.');
    expect(buttonsOf(stopped)).toEqual([]);
    expect(await house.bot.application.preview('flag:x', {})).toBeNull();
    for (const state of ['draft', 'open'] as const) expect(await inState(house, state)).toEqual([]);
  });

  it('says which question of the bank is near it, to be opened', async () => {
    const house = await open();
    const near = await suggest(house, { question: 'What is stride in a convolution layer?' });
    expect(labels(near)).toContain('What is stride in a convolution?');
  });
});

describe('deciding on suggestions', () => {
  it('is for whoever reviews in that scope, and nobody else', async () => {
    const house = await open();
    await suggest(house);
    const [{ id } = { id: '' }] = await inState(house, 'open');
    expect((await house.command('suggestions', ada)).card.title).toBe('You do not decide here');
    for (const what of ['show', 'accept', 'mend', 'decline']) {
      expect((await house.press(`suggested:${what}:${id}`, ada)).card.title).toBe('You do not decide here');
    }
    expect((await house.fillIn(`suggested:word:${id}`, { text: 'no' }, ada)).card.title).toBe('You do not decide here');
    const elsewhere = { ...boss, scope: 'sim:Z', user: 'sim:Z:boss' };
    expect((await house.command('suggestions', elsewhere)).card.title).toBe('No suggestion waits');
    for (const what of ['accept', 'mend', 'decline']) {
      expect((await house.press(`suggested:${what}:${id}`, elsewhere)).card.title).toBe('That one waits no more');
    }
    await house.fillIn(`suggested:text:${id}`, { ...expanding, why: 'Theirs' }, elsewhere);
    expect(await inState(house, 'open')).toMatchObject([{ text: { why: expanding.why } }]);
  });

  it('accepts with one press, in the words of the file; its author is told', async () => {
    const written: FileToWrite[] = [];
    const house = await open(async (files) => {
      written.push(...files);
      return true;
    });
    await suggest(house, { name: 'yes' });
    await house.pass(1000);
    await suggest(house, {}, bo);
    const queue = await house.command('suggestions', boss);
    expect(wordsOf(queue.card)).toMatch(/2 suggestions wait.*Ada suggests, to be named in the file:/s);
    expect(labels(queue)).toEqual(['Accept', 'Mend', 'Decline', 'Another one']);
    const accepted = await house.press(buttonOf(queue, 'Accept'), boss);
    expect(wordsOf(accepted.card)).toMatch(
      /Accepted.*is in the bank, and can be asked from now on\..*is told by direct/s,
    );
    expect(written).toMatchObject([{ path: 'tensors/x-expand-3-4-copy.md', author: 'Ada' }]);
    expect(written[0]?.text).toMatch(/^---\nid: x-expand-3-4-copy\n/);
    await house.settled();
    expect(house.platform.in('@sim:S:ada').map(({ card }) => wordsOf(card))).toEqual([
      expect.stringMatching(/Your question was accepted.*What does x\.expand\(3, 4\) copy\?/s),
    ]);
    expect(wordsOf((await house.command('suggest', ada)).card)).toContain('– accepted');
    const next = await house.press(buttonOf(accepted, 'Next one'), boss);
    expect(wordsOf(next.card)).toContain('Somebody who wants no name in the file suggests:');
    expect(await inState(house, 'filed')).toHaveLength(1);
  });

  it('declines with a word, of which the author hears, in one’s next answer where no direct message arrives', async () => {
    const house = await open();
    await suggest(house);
    const queue = await house.command('suggestions', boss);
    expect(house.outcomeOf(buttonOf(queue, 'Decline'), boss)).toMatchObject({
      asked: { title: 'Decline the question' },
    });
    const id = buttonOf(queue, 'Decline').split(':')[2] ?? '';
    expect((await house.fillIn(`suggested:word:${id}`, { text: ' \n' }, boss)).card.title).not.toBe('Declined');
    const declined = await house.fillIn(`suggested:word:${id}`, { text: 'We have it:\nview-or-copy' }, boss);
    expect(wordsOf(declined.card)).toContain('is declined: “We have it: view-or-copy”');
    await house.settled();
    expect(house.platform.in('@sim:S:ada').map(({ card }) => wordsOf(card))).toEqual([
      expect.stringContaining('Whoever decided says: “We have it: view-or-copy”'),
    ]);
    expect(wordsOf((await house.command('suggest', ada)).card)).toContain('– declined: “We have it: view-or-copy”');
    expect((await house.press(buttonOf(queue, 'Accept'), boss)).card.title).toBe('That one waits no more');
    expect(await inState(house, 'declined')).toHaveLength(1);
  });

  it('mends it, with its level, and never accepts what somebody changed since it was read', async () => {
    const house = await open();
    const sent = await suggest(house);
    const id = buttonOf(sent, 'Change it').split(':')[2] ?? '';
    await house.command('suggestions', boss);
    expect(house.outcomeOf(`suggested:mend:${id}`, boss)).toMatchObject({
      asked: { fields: [{ written: expanding.question }, {}, {}, {}, { name: 'level', chosen: 'medium' }] },
    });
    const filled = { ...expanding, question: 'What does `x.expand(7, 4)` copy?', level: 'hard' };
    const mended = await house.fillIn(`suggested:text:${id}`, filled, boss);
    expect(wordsOf(mended.card)).toMatch(/What does x\.expand\(7, 4\) copy\?.*Tensors · hard/s);
    // The author, who sees it as it was mended, keeps the level with a change of their own.
    await house.press(`suggest:show:${id}`, ada);
    await house.fillIn(`suggest:text:${id}`, { ...expanding, why: 'https://a.org only.' }, ada);
    expect(await inState(house, 'open')).toMatchObject([{ text: { level: 'hard', why: 'https://a.org only.' } }]);
    const stopped = await house.fillIn(`suggested:text:${id}`, { ...filled, why: 'None.' }, boss);
    expect(labels(stopped)).toEqual(['Mend', 'Decline']);
    expect((await house.press(`suggested:accept:${id}`, boss)).card.title).toBe('A suggestion waits');
    expect(await inState(house, 'accepted')).toEqual([]);
  });

  it('keeps what was accepted for the operator where there is no folder, and tries again where one cannot be written', async () => {
    const house = await open();
    await suggest(house);
    const accepted = await house.press(buttonOf(await house.command('suggestions', boss), 'Accept'), boss);
    expect(wordsOf(accepted.card)).toContain('npm run bank -- suggestions --export FOLDER');
    expect(await inState(house, 'accepted')).toMatchObject([{ file: { path: 'tensors/x-expand-3-4-copy.md' } }]);
    let isFull = true;
    const written: FileToWrite[] = [];
    const other = await open(async (files) => {
      if (isFull) throw new Error('The disk is full.');
      written.push(...files);
      return false;
    });
    await suggest(other);
    const failed = await other.press(buttonOf(await other.command('suggestions', boss), 'Accept'), boss);
    expect(wordsOf(failed.card)).toContain(
      'could not be written into the folder for suggestions. It will be tried again',
    );
    isFull = false;
    await other.restart();
    expect(written).toHaveLength(1);
    expect(await inState(other, 'filed')).toHaveLength(1);
  });

  it('leaves nothing of whoever is forgotten but the question that was accepted, without their name', async () => {
    const house = await open();
    await suggest(house, { name: 'yes' });
    await house.press(buttonOf(await house.command('suggestions', boss), 'Accept'), boss);
    await suggest(house, { question: 'What does `x.expand(9, 9)` copy?' });
    await house.settled();
    const asked = await house.command('forget me', ada);
    expect(wordsOf(asked.card)).toMatch(/2 suggestions.*that was accepted stays in the bank, without your name/s);
    await house.press('forget:yes', ada);
    expect(await inState(house, 'open')).toEqual([]);
    expect(await inState(house, 'accepted')).toMatchObject([{ author: null, name: null }]);
    const rows = await house.database.read('select * from suggestions');
    expect(JSON.stringify(rows)).not.toMatch(/ada/i);
  });
});

describe('suggestions where there are several banks', () => {
  it('are for the bank of their channel, are held against its rules, and wait to be exported for it', async () => {
    const written: FileToWrite[] = [];
    const house = await openHouse(standingClock(start), undefined, {
      others: [git],
      write: async (files) => {
        written.push(...files);
        return true;
      },
    });
    const there = { ...ada, channel: 'sim:S:GIT' };
    await house.command('bank use git', { ...boss, channel: 'sim:S:GIT' });
    const form = house.outcomeOf('suggest:write', there);
    expect(form).toMatchObject({
      asked: {
        fields: [
          {},
          {},
          {},
          { values: git.subject.topics.map(({ id: value, title: label }) => ({ value, label })) },
          {},
        ],
      },
    });
    const filled = { ...expanding, topic: 'git.undoing' };
    const sent = await house.fillIn('suggest:text:new', filled, there);
    expect(wordsOf(sent.card)).toMatch(/Suggested.*Undoing[^·]* · medium/s);
    // Whoever reviews may be in a channel that uses another bank.
    const queue = await house.command('suggestions', boss);
    const accepted = await house.press(buttonOf(queue, 'Accept'), boss);
    expect(wordsOf(accepted.card)).toContain('npm run bank -- suggestions --export FOLDER --bank git');
    expect(await inState(house, 'accepted')).toMatchObject([
      {
        file: { bank: 'git', path: 'undoing/x-expand-3-4-copy.md', text: expect.stringMatching(/\ntopic: undoing\n/) },
      },
    ]);
    expect(written).toEqual([]);
  });
});
