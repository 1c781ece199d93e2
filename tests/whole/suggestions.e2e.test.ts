import { expect, it } from 'vitest';
import { expanding } from '../app/suggestions/suggested.ts';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { rowsOf } from './steps.ts';

const monday = Date.UTC(2026, 10, 2, 7);

/** With what would call people, if anybody took it for more than words. */
const why = `<!channel> @everyone <@U2>: ${expanding.why}`;

it.each(platforms)(
  'takes a suggestion on $platform from its form to the question that is accepted',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, boss, channel, command, write, pressPrivately, direct, forward } = chat;
    expect(await command(ada, channel, 'how do I cook rice')).toMatch(
      /or suggest the question, if you know the answer/,
    );
    expect(await write(ada, 'Suggest a question', { ...expanding, options: 'one\ntwo' })).toMatch(
      /Not suggested yet.*There are 2 answers\. Write four, a line each\./,
    );
    expect(await write(ada, 'Mend it', { ...expanding, why, name: 'yes' })).toMatch(
      /Suggested.*What does x\.expand\(3, 4\) copy\?.*The right answer is .*one element again and again/,
    );
    expect(await command(ada, channel, 'suggestions')).toMatch(/You do not decide here/);
    expect(await command(boss, channel, 'suggestions')).toMatch(
      /A suggestion waits.*suggests, to be named in the file:/,
    );
    expect(await write(boss, 'Mend', { ...expanding, level: 'hard' })).toMatch(/hard/);
    expect(await pressPrivately(boss, 'Accept')).toMatch(/Accepted.*npm run bank -- suggestions --export FOLDER/);
    forward(2000);
    await until(() => expect(direct(ada)).toEqual([expect.stringMatching(/Your question was accepted/)]));
    expect(await chat.store.transact(({ suggestions }) => suggestions.inState('accepted', chat.scope))).toMatchObject([
      { name: 'ada', text: { level: 'hard' }, file: { path: 'tensors/x-expand-3-4-copy.md' } },
    ]);
    await command(ada, channel, 'forget me');
    await pressPrivately(ada, 'Forget me');
    const kept = (await rowsOf(chat)).filter((row) => row.includes('expand'));
    expect(kept.filter((row) => /"ada"|U1\b|100000000000000101/.test(row))).toEqual([]);
    expect(JSON.stringify(chat.lines)).not.toContain('expand');
  },
);

it.each(platforms)(
  'tells on $platform why a suggestion was declined, with the next answer where no message arrives',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, boss, channel, command, write, closeDirect, forward, settled } = chat;
    closeDirect(ada);
    await command(ada, channel, 'suggest');
    expect(await write(ada, 'Write a question', expanding)).toMatch(/Suggested/);
    await command(boss, channel, 'suggestions');
    expect(await write(boss, 'Decline', 'We have it: view-or-copy <!channel>')).toMatch(/is declined/);
    forward(2000);
    await settled();
    await until(async () =>
      expect(await command(ada, channel, 'suggest')).toMatch(/Whoever decided says: “We have it: view-or-copy/),
    );
  },
);
