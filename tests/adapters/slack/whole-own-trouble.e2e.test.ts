import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';
import { asked, openQuiz, refreshed } from '../../whole/steps.ts';

const begin = Date.parse('2026-11-02T07:59:00Z');

it('posts what was due while Slack did not take the token, and turns nothing off', async () => {
  const chat = await openSlackChat(begin);
  const { boss, ada, channel, elsewhere, command, press, forward, settled, store, simulator, scope, excuse } = chat;
  excuse(/^The platform does not take what the bot sends/);
  for (const place of [channel, elsewhere]) await command(boss, place, 'daily on 08:00 Etc/UTC');
  const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
  await settled();
  let revoked = true;
  simulator.setWeather((method) =>
    revoked && method.startsWith('chat.') ? { kind: 'refused', error: 'token_revoked' } : null,
  );
  await press(ada, lobby, 'Start now');
  forward(61_000);
  await until(() =>
    expect(chat.lines.map(({ message }) => message)).toContainEqual(expect.stringMatching(/does not take/)),
  );
  await settled();
  const posts = () => [channel, elsewhere].flatMap((place) => chat.messages(place)).filter(isDaily);
  expect(posts()).toEqual([]);
  revoked = false;
  forward(60_000);
  await until(() => expect(posts()).toHaveLength(2));
  for (const place of [channel, elsewhere]) {
    const schedule = await store.transact((unit) => unit.daily.schedule(`${scope}:${place}`));
    expect(schedule).toMatchObject({ on: true, nextDate: '2026-11-03' });
  }
  const { message, right } = await asked(chat, channel, 0);
  expect(await press(ada, message, right, message.at + 1000)).toContain('locked in');
  await until(() => expect(refreshed(chat, message).words).toContain('· the answer'));
  expect(chat.direct(boss)).toEqual([]);
});

const isDaily = ({ buttons }: { readonly buttons: readonly { readonly id: string }[] }): boolean =>
  buttons.some(({ id }) => id.startsWith('daily:'));
