import type { App, Context } from '@slack/bolt';
import type { Application } from '../../../app/ports.ts';
import { directDelivery, mentionDelivery } from '../reply/event-delivery.ts';
import type { EventEnvelope } from './event-envelope.ts';
import type { SpokenMessage } from './inbound.ts';
import { inboundFromMessage } from './inbound.ts';
import type { NeedsOf } from './listeners.ts';

/** The common fields of the messages that are answered; Bolt's types lack some of them. */
type DirectMessage = Omit<SpokenMessage, 'user'> & {
  readonly user?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
  readonly thread_ts?: string;
};

/**
 * Subtypes of messages that people write: with a file, in a thread and also shown in the conversation, with `/me`. All
 * others report events; https://docs.slack.dev/reference/events/message#subtypes
 */
const written: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** What becomes of the events that end an installation; `tokens`: only tokens were revoked, and the app may still be there. */
export type Removed = (envelope: EventEnvelope, why: 'uninstalled' | 'tokens') => void;

/** Listens to the Events API: mentions, direct messages, opening the app's page, uninstalling. Each event counts once, by its id. */
export function registerEventListeners(app: App, needsOf: NeedsOf, removed: Removed): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const { user, channel, bot_id: otherBot, edited } = event as typeof event & { edited?: unknown };
    // Bots that mention each other would never stop; in a direct conversation the same text also arrives as a message.
    if (user === undefined || otherBot !== undefined || edited !== undefined || channel.startsWith('D')) return;
    const { application, respond, webReply, inFlight, toCaller, now, profiles, membership, isNew } = needsOf(context);
    if (!isNew(body)) return;
    // Slack tells of mentions only where the bot is a member.
    membership.note(channel);
    const addressed = addressedIn(context, application);
    const inbound = inboundFromMessage({ ...event, user }, body, addressed, toCaller, now());
    // A private message in a thread that does not exist yet would be visible to nobody.
    const place = { channel, thread: event.thread_ts ?? null };
    const zone = () => profiles.zoneOf(user);
    const naming = () => profiles.nameOf(user);
    const bot = `@${application.subject().command}` as const;
    await inFlight.track(respond({ ...inbound, zone, naming }, mentionDelivery(place, { user, bot }, webReply)));
  });

  app.event('message', async ({ event, body, context }) => {
    if (!written.includes(event.subtype) || event.channel_type !== 'im') return;
    const { user, bot_id: bot, edited, thread_ts: thread = null, ...message } = event as DirectMessage;
    if (user === undefined || bot !== undefined || edited !== undefined) return;
    const { application, respond, webReply, inFlight, toCaller, now, profiles, ownDirects, isNew } = needsOf(context);
    if (!isNew(body)) return;
    const addressed = addressedIn(context, application);
    const inbound = inboundFromMessage({ ...message, user }, body, addressed, toCaller, now());
    ownDirects.note(message.channel);
    const place = { channel: message.channel, thread };
    const zone = () => profiles.zoneOf(user);
    const naming = () => profiles.nameOf(user);
    await inFlight.track(respond({ ...inbound, zone, naming }, directDelivery(place, webReply)));
  });

  app.event('app_home_opened', async ({ event, body, context }) => {
    const { application, publishHome, inFlight, ownDirects, isNew, log } = needsOf(context);
    ownDirects.note(event.channel);
    if ((event.tab ?? 'home') !== 'home' || !isNew(body)) return;
    const publish = async () => publishHome(application.home(), event.user, event.view?.private_metadata);
    const failed = (error: unknown) => log.error({ err: error }, 'The App Home could not be shown.');
    await inFlight.track(publish().catch(failed));
  });

  app.event('app_uninstalled', async ({ body }) => removed(body, 'uninstalled'));
  app.event('tokens_revoked', async ({ event, body }) => {
    // Users' tokens may be revoked as well; the bot then stays.
    if ((event.tokens.bot ?? []).length > 0) removed(body, 'tokens');
  });
}

/** How a message is read: without the mention of the bot, by the topics of the channel's bank. */
function addressedIn({ botUserId }: Context, { subject }: Application) {
  return { bot: botUserId, topicsIn: (channel: string) => subject(channel).topics };
}
