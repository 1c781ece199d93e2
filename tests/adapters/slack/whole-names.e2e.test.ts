import { expect, it } from 'vitest';
import { bringNames, morning } from '../../whole/names-everywhere.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';

const names = [
  '<!channel> @everyone <@U1> <#C1> <https://evil.example|here>',
  '**bold** _it_ ~no~ `code` ``` # [a](https://b.example) &lt;!here&gt;',
  '\u202edesrever \u2067\u200f \u05d0\u05d1\u05d2',
  '😀'.repeat(100),
];

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
  const chat = await openSlackChat(morning);
  const day = await bringNames(
    chat,
    names.map((name, index) => chat.createPerson(100 + index, name)),
  );
  const { workspace, responses, calls } = chat.simulator;
  const sent = [...workspace.messages.map(({ payload }) => payload), ...responses];
  expect(sent.length).toBeGreaterThan(10);
  expect(marksIn(sent)).toEqual([]);
  const turned = /.{0,60}[\u202a-\u202e\u2066-\u2069].{0,30}/g;
  expect(JSON.stringify([sent, calls]).match(turned) ?? []).toEqual([]);
  expect(day.lobby.words).toContain('4 players: &lt;!channel&gt;');
  for (const refusal of day.refusals) expect(refusal).toMatch(/^[^<]*Only &lt;!channel&gt;[^<]*$/);
  const escaped = ['&lt;!channel&gt; @everyone', '**bold** _it_', 'desrever', '😀'.repeat(100)];
  for (const name of escaped) expect(day.reveal.words).toContain(name);
  for (const name of escaped.slice(0, 3)) expect(day.announced.words).toContain(name);
  expect(day.dailyReveal.words).toContain(escaped[0]);
});
