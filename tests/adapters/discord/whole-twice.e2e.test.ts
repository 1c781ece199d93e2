import { expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { everyCard } from '../../app/views/every-card.ts';
import { privateMessage } from '../../simulators/discord/fixtures.ts';
import type { Interaction } from '../../simulators/discord/interactions.ts';
import { isEphemeral, isLoading } from '../../simulators/discord/interactions.ts';
import { until } from '../../until.ts';
import { openDiscordChat } from '../../whole/discord-chat.ts';

/** One button of each kind that a card can have. */
const buttons = [...new Map(everyCard().flatMap(([, card]) => buttonsOf(card).map(({ id }) => [kindOf(id), id])))];

function kindOf(id: string): string {
  return id.endsWith(':share') ? `${id.split(':')[0]}:share` : (id.split(':')[0] ?? '');
}

/** An acknowledgement that shows nothing, and a form. */
const untouched = [6];
const form = 9;

it('answers each kind of button once on Discord when two presses come in the same 100 ms', async () => {
  const { simulator } = await openDiscordChat();
  expect(buttons.length).toBeGreaterThan(18);
  for (const [, id] of buttons) {
    const message = privateMessage();
    const before = message.body;
    const [one, two] = [simulator.press(id, message), simulator.press(id, message)];
    const isAnswered = ({ accepted, original, followUps }: Interaction) =>
      accepted.includes(form) ||
      followUps.length > 0 ||
      (original !== null && original.body !== before && !isLoading(original));
    await until(() => expect([isAnswered(one), two.accepted], id).toEqual([true, untouched]));
    expect(two.followUps, id).toEqual([]);
  }
});

it('shows to a channel of Discord once what is shared twice, and tells so', async () => {
  const { simulator, forward } = await openDiscordChat();
  const message = privateMessage();
  const [one, two] = [simulator.press('share:stride', message), simulator.press('share:stride', message)];
  await until(() => expect([one.followUps.length, two.accepted.length]).toEqual([1, 1]));
  expect(isEphemeral(one.followUps[0])).toBe(false);
  expect(message.body).toEqual({ content: 'an earlier message' });
  forward(5000);
  const later = simulator.press('share:stride', message);
  await until(() => expect(later.followUps).toHaveLength(1));
  expect(isEphemeral(later.followUps[0])).toBe(true);
  expect(JSON.stringify(later.followUps[0]?.body)).toContain('You have shared this one already.');
  expect(two.followUps).toEqual([]);
});
