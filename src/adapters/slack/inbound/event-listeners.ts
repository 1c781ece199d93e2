import type { App, Context } from '@slack/bolt';
import type { Log } from '../../../app/ports.ts';
import { directDelivery, mentionDelivery } from '../reply/event-delivery.ts';
import type { PublishHome } from '../reply/home.ts';
import type { EventEnvelope } from './event-envelope.ts';
import { teamOf } from './event-envelope.ts';
import type { SpokenMessage } from './inbound.ts';
import { inboundFromMessage } from './inbound.ts';
import type { ListenerNeeds } from './listeners.ts';
import { createRecent } from './recent.ts';

type Needs = ListenerNeeds & {
  readonly publishHome: PublishHome;
  readonly log: Log;
};

/** The common fields of the messages that are answered; Bolt's types lack some of them. */
type DirectMessage = Omit<SpokenMessage, 'user'> & {
  readonly user?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
  readonly thread_ts?: string;
};

/** Event ids to remember: more than Slack sends in an hour, while it redelivers an event for six minutes. */
const eventsKept = 30_000;

/**
 * Subtypes of messages that people write: with a file, in a thread and also shown in the conversation, with `/me`. All
 * others report events; https://docs.slack.dev/reference/events/message#subtypes
 */
const written: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/**
 * Listens to the Events API: mentions, direct messages, opening the app's page, uninstalling. Slack redelivers an event
 * that was not acknowledged in time: each counts once, by its id.
 */
export function registerEventListeners(app: App, needs: Needs): void {
  const { application, publishHome, respond, webReply, inFlight, toCaller, now, log } = needs;
  const { ownDirects, profiles, membership } = needs;
  const seen = createRecent<true>(eventsKept);
  const isNew = ({ event_id: id }: EventEnvelope): boolean => {
    if (id === undefined) return true;
    if (seen.get(id) === true) return false;
    seen.set(id, true);
    return true;
  };
  const addressed = ({ botUserId }: Context) => ({
    bot: botUserId,
    topicsIn: (channel: string) => application.subject(channel).topics,
  });
  const track = (work: Promise<void>, failed: string) =>
    inFlight.track(work.catch((error: unknown) => log.error({ err: error }, failed)));

  app.event('app_mention', async ({ event, body, context }) => {
    const { user, channel, bot_id: otherBot, edited } = event as typeof event & { edited?: unknown };
    // Bots that mention each other would never stop; in a direct conversation the same text also arrives as a message.
    if (user === undefined || otherBot !== undefined || edited !== undefined || channel.startsWith('D')) return;
    if (!isNew(body)) return;
    // Slack tells of mentions only where the bot is a member.
    membership.note(channel);
    const inbound = inboundFromMessage({ ...event, user }, body, addressed(context), toCaller, now());
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
    if (user === undefined || bot !== undefined || edited !== undefined || !isNew(body)) return;
    const inbound = inboundFromMessage({ ...message, user }, body, addressed(context), toCaller, now());
    ownDirects.note(message.channel);
    const place = { channel: message.channel, thread };
    const zone = () => profiles.zoneOf(user);
    const naming = () => profiles.nameOf(user);
    await inFlight.track(respond({ ...inbound, zone, naming }, directDelivery(place, webReply)));
  });

  app.event('app_home_opened', async ({ event, body }) => {
    ownDirects.note(event.channel);
    if ((event.tab ?? 'home') !== 'home' || !isNew(body)) return;
    const publish = async () => publishHome(application.home(), event.user, event.view?.private_metadata);
    await track(publish(), 'The App Home could not be shown.');
  });

  const forget = async (envelope: EventEnvelope) => {
    const team = teamOf(envelope) ?? envelope.team_id;
    if (team === undefined || !isNew(envelope)) return;
    log.info({ team }, 'The app was removed from a workspace; its data is being deleted.');
    const work = async () => application.forgetScope(`slack:${team}`);
    await track(work(), 'What was kept for a workspace could not be deleted.');
  };
  app.event('app_uninstalled', async ({ body }) => forget(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    // Users' tokens may be revoked as well; the bot then stays.
    if ((event.tokens.bot ?? []).length > 0) await forget(body);
  });
}
