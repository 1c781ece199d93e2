import type { Delivery, Messenger } from '../../../app/delivery/messenger.ts';
import type { Hindrance } from '../../../app/hindrance.ts';
import type { Span } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';

/** What to type so that the bot becomes a member; `bot` is its name, null where Slack has not told it. */
export function invitation(bot: string | null): Span {
  return { kind: 'code', text: bot === null ? '/invite' : `/invite @${bot}` };
}

/** Whether Slack refuses posts by the settings of a channel or workspace. */
export function isRestriction(code: string): boolean {
  return code.startsWith('restricted_action');
}

/**
 * What a refusal of Slack's says to a person, by its code (https://docs.slack.dev/reference/methods/chat.postMessage#errors);
 * undefined where it says nothing of the channel. Of a private channel in which the bot is no member Slack says that there is
 * no such channel.
 */
export function hindranceOfRefusal(code: string, bot: string | null): Hindrance | undefined {
  switch (code) {
    case 'not_in_channel':
      return say(['I am not a member of the channel.'], ['Type ', invitation(bot), ' in it.']);
    case 'channel_not_found':
      return say(
        ['Slack does not show me the channel: it was deleted, or it is private and I am not a member of it.'],
        ['If it is still there, type ', invitation(bot), ' in it.'],
      );
    case 'is_archived':
      return say(['The channel is archived.'], ['Unarchive it, or use another one.']);
    case 'restricted_action_read_only_channel':
      return say(['The channel is read-only.'], [askOwners]);
    case 'restricted_action_thread_only_channel':
      return say(['The channel takes replies in threads only.'], ['Use another channel.']);
    case 'restricted_action_non_threadable_channel':
      return say(['The channel takes no replies in threads.'], ['Use another channel.']);
    case 'restricted_action_thread_locked':
      return say(['An administrator has locked the thread.'], ['Ask them to unlock it, or begin anew in the channel.']);
    default:
      return isRestriction(code)
        ? say(['The settings of this workspace let only some members post in the channel.'], [askOwners])
        : undefined;
  }
}

const askOwners = 'Ask a workspace owner to let me post there, or use another channel.';

/** The same messenger, whose refusals say what a person is told of them. */
export function explainRefusals(messenger: Messenger, bot: () => string | null): Messenger {
  const explained = (delivery: Delivery): Delivery => {
    if (delivery.kind !== 'refused') return delivery;
    const hindrance = hindranceOfRefusal(delivery.reason, bot());
    return hindrance === undefined ? delivery : { ...delivery, hindrance };
  };
  return {
    ...messenger,
    post: async (post) => explained(await messenger.post(post)),
    edit: async (address, message, card) => explained(await messenger.edit(address, message, card)),
  };
}

function say(problem: readonly (string | Span)[], cure: readonly (string | Span)[]): Hindrance {
  return { problem: paragraph(...problem).text, cure: paragraph(...cure).text };
}
