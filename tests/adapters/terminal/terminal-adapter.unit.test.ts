import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { answerInTerminal, promptInTerminal } from '../../../src/adapters/terminal/terminal-adapter.ts';
import { createAssistant } from '../../../src/assistant.ts';
import { fakeSearch } from '../../app/look-up/fake-search.ts';
import { shipped } from '../../search/bank.ts';

const { application } = createAssistant(shipped);
const style = { columns: 80, colour: false };

async function prompt(...lines: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const all = text(output);
  await promptInTerminal(application, Readable.from(lines.map((line) => `${line}\n`)), output, style);
  output.end();
  return all;
}

describe('one answer in a terminal', () => {
  it('says how to open what could be meant, by commands that do', async () => {
    const said = await answerInTerminal(application, 'memory problems', style);
    const commands = [...said.matchAll(/^To open \[(\d)\]: npm run ask -- "(.+)"$/gm)];
    expect(commands.map(([, number]) => number)).toEqual(['1', '2', '3']);
    for (const [, , title = ''] of commands) {
      expect(await answerInTerminal(application, title, style)).toMatch(title.replace('…', '').slice(0, 20));
    }
    expect(said).toMatch(/The numbers work at the prompt: npm run ask\n$/);
  });

  it('says which part it knows, and how to open it', async () => {
    const search = fakeSearch({ 'autoencoder not learning': ['partial', 'autoencoder', 'stride'] });
    const said = await answerInTerminal(
      createAssistant(shipped, () => search).application,
      'autoencoder not learning',
      style,
    );
    expect(said).toMatch(/^I know part of this\n\nI can answer What is an autoencoder\?/);
    expect(said).toContain('To open [1]: npm run ask -- "What is an autoencoder?"');
    expect(said).toMatch(/Or did you mean this\?\n\n {2}\[2\]/);
  });

  it.each([
    ['me', 'Here I remember nobody, so there are no points, streaks or weak topics to tell.'],
    ['forget me', 'Here I remember nobody, so there is nothing to forget.'],
    ['leaderboard', 'Here I remember nobody, so there is no leaderboard.'],
    ['daily now', 'That needs a channel.'],
  ])('says the true reason why there is none of it here: %s', async (text, reason) => {
    const said = (await answerInTerminal(application, text, style)).replaceAll(/\s+/g, ' ');
    expect(said).toContain(`Not here ${reason} It works in Slack, on Discord and on the page`);
  });

  it.each([
    ['daily foo', 'For the daily question type daily status, or with on and a time'],
    ['random foo', 'For a random question type random, with a topic or a level behind it'],
  ])('says how the command is typed that was perhaps meant: %s', async (text, usage) => {
    const said = (await answerInTerminal(application, text, style)).replaceAll(/\s+/g, ' ');
    expect(said.replaceAll('`', '')).toContain(usage);
  });

  it('says nothing of numbers where there are none', async () => {
    expect(await answerInTerminal(application, 'thanks', style)).not.toContain('prompt');
  });
});

describe('practice at the prompt', () => {
  it('goes on without a store: a verdict after each question, a summary, and what was missed once more', async () => {
    const said = await prompt('practice 2', '1', '1', '1', '1');
    expect(said).toMatch(/Practice: question 1 of 2[\s\S]+(Right|Not quite)[\s\S]+Practice: question 2 of 2/);
    expect(said).toMatch(
      /2 of 2, [012] right\. This comes back (tomorrow|in 4 days)\.[\s\S]+Practice: [012] of 2 right/,
    );
    expect(said).not.toContain('Not here');
  });

  it('is what a quiz becomes, as there is nobody to play against', async () => {
    const { application: own } = createAssistant(shipped);
    expect(await answerInTerminal(own, 'quiz 3', style)).toMatch(
      /^Practice: question 1 of 3\n\nA quiz is played in a channel, against others\./,
    );
  });
});

describe('the prompt', () => {
  it('presses the button of a number', async () => {
    expect(await prompt('what is stride', '1')).not.toContain('There is no button');
  });

  it('says so where no button has the number, and keeps those that are there', async () => {
    const said = await prompt('memory problems', '7', '123', '0', '1');
    expect(said.match(/There is no button (7|123|0); the last answer has 3\./g)).toHaveLength(3);
    expect(said).not.toContain('Not in the question bank');
    expect(said).toContain('Quiz me on this');
  });

  it('takes a letter for the option of a practice question', async () => {
    const [, number = ''] = /\[(\d+)\] Quiz me on this/.exec(await prompt('what is stride')) ?? [];
    const said = await prompt('what is stride', number, 'b');
    expect(said).toMatch(/(Right|Not quite)\n/);
    expect(said).toContain('You chose B');
  });

  it('writes nothing into a pipe that only ends it', async () => {
    const output = new PassThrough();
    const all = text(output);
    await promptInTerminal(application, Readable.from(['quit\n']), output, style, false);
    output.end();
    expect(await all).toBe('');
  });

  it('says so where there is no button at all', async () => {
    expect((await prompt('1', 'thanks', '2')).match(/The last answer has no buttons\./g)).toHaveLength(2);
  });
});
