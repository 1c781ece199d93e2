import type { AskHindrance, Hindrance, Plan } from '../../../app/hindrance.ts';
import type { Card, Span } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';
import type { ToMessage } from '../cards/messages.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { hindranceOfRefusal, invitation } from '../outbound/hindrance.ts';
import type { Membership } from './membership.ts';

/** Where somebody asks for something; `thread` is that of the button they press, null outside threads. */
export type AskedAt = { readonly channel: string; readonly user: string; readonly thread: string | null };

/** Makes the question what stands against a plan there. */
export type AskAt = (place: AskedAt) => AskHindrance;

type Options = {
  readonly call: CallMethod;
  readonly membership: Membership;
  readonly toMessage: ToMessage;
  /** The bot's name; null until known. */
  readonly bot: () => string | null;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
};

/** Lets the bot post in every public channel; https://docs.slack.dev/reference/scopes/chat.write.public */
const anywhere = 'chat:write.public';

/** What is said while it is found out whether the bot may post: what is going to happen, and where. */
const firstLines: Readonly<Record<Plan['kind'], Card>> = {
  quiz: say(
    'One moment, I am setting up the quiz. Its card comes into this channel, the questions into the thread under it.',
  ),
  daily: say('One moment, I am setting up the daily question. Everybody in this channel will see it when it comes.'),
  question: say('One moment, a question is on its way. Everybody in this channel will see it.'),
  answer: say('One moment, your answer is on its way. Everybody in this channel will see it.'),
};

/**
 * Slack tells with no event whether the bot is in the channel, and most people try it before they have invited it. A line for
 * the person alone finds out, since it is refused where the bot is no member
 * (https://docs.slack.dev/reference/methods/chat.postEphemeral#errors) and needs no further scope. It is sent only where that
 * is not known; where Slack cannot be asked, nothing is known to stand against the plan.
 */
export function createAskHindrance({ call, membership, toMessage, bot, scopes }: Options): AskAt {
  async function ask({ channel, user, thread }: AskedAt, plan: Plan): Promise<Hindrance | null> {
    if (membership.isKnown(channel)) return null;
    const { unfurl_links: _, unfurl_media: __, ...line } = toMessage(firstLines[plan.kind], { channel });
    const place = { channel, user, ...(thread === null ? {} : { thread_ts: thread }) };
    const end = await call('chat.postEphemeral', { ...place, ...line });
    if (end.kind !== 'refused') return null;
    switch (end.error) {
      case 'user_not_in_channel':
        membership.note(channel);
        return null;
      case 'not_in_channel':
        // Only public channels are shown to who is not in them, and there this scope is enough.
        return scopes()?.includes(anywhere) === true ? null : strange(channel, bot());
      case 'channel_not_found':
        return strange(channel, bot());
      default:
        return hindranceOfRefusal(end.error, bot()) ?? null;
    }
  }

  return (place) => (plan) => ask(place, plan);
}

/** The person is there, so the channel is, too: what is lacking is the bot. */
function strange(channel: string, bot: string | null): Hindrance {
  if (channel.startsWith('D')) {
    return {
      problem: paragraph('This is a conversation between people, and I am not part of it.').text,
      cure: paragraph('Use a channel that I am a member of, or write to me directly.').text,
    };
  }
  const cure: readonly (string | Span)[] = ['Type ', invitation(bot), ' here, and try again.'];
  return { problem: paragraph('I am not a member of this channel.').text, cure: paragraph(...cure).text };
}

function say(words: string): Card {
  return { body: [paragraph(words)] };
}
