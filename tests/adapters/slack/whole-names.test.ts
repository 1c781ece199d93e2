import { expect, it } from 'vitest';
import type { Shown } from './whole-steps.ts';
import { asked, dailyLetters, openQuiz, openWorkspace, revealed, sees, until } from './whole-steps.ts';

const channel = 'C51';
const names = [
  '<!channel> @everyone <@U1> <#C1> <https://evil.example|here>',
  '**bold** _it_ ~no~ `code` ``` # [a](https://b.example) &lt;!here&gt;',
  '\u202edesrever \u2067\u200f \u05d0\u05d1\u05d2',
  '😀'.repeat(100),
];
const people = names.map((name, index) => ({ id: `U5${index}`, name }));

/** What would call somebody or become a format, wherever it stands in what was sent. */
function marksIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'text' && /<[!@#h]/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { type } = value as { readonly type?: unknown };
  if (['user', 'usergroup', 'broadcast', 'channel'].includes(String(type))) return [JSON.stringify(value)];
  // In these a text is shown as it stands.
  if (type === 'text' || type === 'plain_text' || type === 'raw_text' || type === 'link') return [];
  return Object.entries(value).flatMap(([name, each]) => marksIn(each, name));
}

it('lets no name on Slack call anybody, become a format or turn the words behind it', async () => {
  const workspace = await openWorkspace({ begin: Date.UTC(2026, 10, 2, 8) });
  const { simulator, press, command, forward } = workspace;
  const [first = { id: '', name: '' }] = people;
  await command(first, channel, 'daily on 09:00 UTC');
  forward(3_600_000);
  const daily = await sees(workspace, channel, /Daily question/);
  const { right: letter } = await dailyLetters(workspace, channel);
  for (const who of people) await press(who, daily, letter);

  const lobby = await openQuiz(workspace, channel, 'quiz 1 5s', first);
  for (const who of people) await press(who, lobby, 'Join');
  forward(2500);
  await sees(workspace, channel, /4 players: &lt;!channel&gt;/);
  await press(first, lobby, 'Start now');
  const { message, right } = await asked(workspace, channel, 0);
  for (const [index, who] of people.entries()) await press(who, message, right, message.at + 1000 * (index + 1));
  const reveal = await revealed(workspace, message);
  const result = await sees(workspace, channel, /the result/);
  expect(await command(first, channel, 'leaderboard')).toContain('1,400');
  expect(await command(first, channel, 'quiz 1 5s')).toContain('open');
  const second = await sees(workspace, channel, /starts a quiz/);
  expect(await press({ id: 'U59', name: 'x' }, second, 'Call it off')).not.toContain('<');
  forward(24 * 3_600_000);
  const dailyReveal = await sees(workspace, channel, /First right/);

  const sent = () => [...simulator.workspace.messages.map(({ payload }) => payload), ...simulator.responses];
  await until(() => expect(sent().length).toBeGreaterThan(10));
  expect(marksIn(sent())).toEqual([]);
  const turned = JSON.stringify([sent(), simulator.calls]).match(/.{60}[\u202a-\u202e\u2066-\u2069].{30}/g) ?? [];
  expect(turned).toEqual([]);
  expect(JSON.stringify([sent(), simulator.calls])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const shows = ({ words }: Shown, [...whose]: readonly string[]) => {
    for (const name of whose) expect(words).toContain(name);
  };
  const escaped = ['&lt;!channel&gt; @everyone', '**bold** _it_', 'desrever', '😀'.repeat(100)];
  shows(reveal, escaped);
  shows(result, escaped.slice(0, 3));
  shows(dailyReveal, escaped.slice(0, 1));
});
