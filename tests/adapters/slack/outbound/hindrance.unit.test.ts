import { expect, it } from 'vitest';
import { hindranceOfRefusal } from '../../../../src/adapters/slack/outbound/hindrance.ts';
import { plainText } from '../../../../src/core/card.ts';

function wordsFor(code: string, bot: string | null = 'pytorch'): string | null {
  const found = hindranceOfRefusal(code, bot);
  return found === undefined ? null : `${plainText(found.problem)} ${plainText(found.cure)}`;
}

it.each([
  ['not_in_channel', 'I am not a member of the channel. Type /invite @pytorch in it.'],
  [
    'channel_not_found',
    'Slack does not show me the channel: it was deleted, or it is private and I am not a member of it. If it is still there, type /invite @pytorch in it.',
  ],
  ['is_archived', 'The channel is archived. Unarchive it, or use another one.'],
  [
    'restricted_action',
    'The settings of this workspace let only some members post in the channel. Ask a workspace owner to let me post there, or use another channel.',
  ],
  [
    'restricted_action_read_only_channel',
    'The channel is read-only. Ask a workspace owner to let me post there, or use another channel.',
  ],
  ['restricted_action_thread_only_channel', 'The channel takes replies in threads only. Use another channel.'],
  ['restricted_action_non_threadable_channel', 'The channel takes no replies in threads. Use another channel.'],
  [
    'restricted_action_thread_locked',
    'An administrator has locked the thread. Ask them to unlock it, or begin anew in the channel.',
  ],
])('says of %s what stands against it, and the cure', (code, words) => {
  expect(wordsFor(code)).toBe(words);
});

it('names no bot whose name Slack has not told', () => {
  expect(wordsFor('not_in_channel', null)).toBe('I am not a member of the channel. Type /invite in it.');
});

it.each([
  'token_revoked',
  'invalid_auth',
  'missing_scope',
  'message_not_found',
  'invalid_blocks',
  'edit_window_closed',
])('says nothing of %s, which is not about the channel', (code) => {
  expect(wordsFor(code)).toBeNull();
});
