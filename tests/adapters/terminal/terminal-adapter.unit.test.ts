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

  it('says nothing of numbers where there are none', async () => {
    expect(await answerInTerminal(application, 'thanks', style)).not.toContain('prompt');
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

  it('says so where there is no button at all', async () => {
    expect((await prompt('1', 'thanks', '2')).match(/The last answer has no buttons\./g)).toHaveLength(2);
  });
});
