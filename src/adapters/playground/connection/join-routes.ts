import type { Context } from 'hono';
import { Hono } from 'hono';
import { createLanes } from '../../../app/delivery/lanes.ts';
import { buttonId } from '../../../app/dispatch/button.ts';
import type { Joinable, Presenting } from '../../../app/quiz/presenting.ts';
import type { Channel } from '../inbound/channels.ts';
import { sharedChannels } from '../inbound/channels.ts';
import { tellApartFrom, toName } from '../inbound/player-names.ts';
import type { Player, Players } from '../inbound/players.ts';
import { isToken, newToken, userKey } from '../inbound/players.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import { joinPage } from '../pages/join-page.ts';
import type { Site } from '../pages/site.ts';
import { viewAddress } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import { fieldsOf } from './request.ts';

/** As many as a room holds; more would be somebody's script. */
const mostPlayers = 200;

type Options = {
  readonly presenting: Presenting;
  readonly messages: MessageLog;
  readonly players: Players;
  readonly conversation: Conversation;
  readonly site: () => Site;
};

/** Where people in a room join the quiz of a channel, with a name and nothing else. */
export function createJoinRoutes({ presenting, messages, players, conversation, site }: Options): Hono {
  const app = new Hono();
  /** One after the other in each channel, so that two who come at once do not get the same name. */
  const lanes = createLanes();

  const channelOf = (context: Context) => sharedChannels().find(({ slug }) => slug === context.req.param('channel'));

  async function join(typed: Joinable, name: string, ticket: string, channel: Channel): Promise<Player | null> {
    const root = messages.find(typed.lobby);
    const known = players.byToken(ticket);
    if (root === null) return null;
    const others = typed.players.filter(({ user }) => known === null || user !== userKey(known));
    const told = tellApartFrom(
      others.map((other) => other.name),
      name,
    );
    const player =
      known === null ? players.create({ token: ticket, name: told, isGuest: true }) : players.rename(known, told);
    if (player === null) return null;
    const spot = { player, channel, thread: root.id, zone: null, alone: false };
    if (others.length === typed.players.length) await conversation.press(spot, root, buttonId('join', typed.id));
    return player;
  }

  app.get('/join/:channel', async (context) => {
    const channel = channelOf(context);
    if (channel === undefined) return context.notFound();
    const quiz = await presenting.joinable(channel.key);
    const ticket = newToken();
    return context.html(joinPage({ place: channel.title, quiz, ticket, name: '', problem: null, site: site() }));
  });

  app.post('/join/:channel', async (context) => {
    const channel = channelOf(context);
    if (channel === undefined) return context.notFound();
    const { name: typed = '', ticket = '' } = await fieldsOf(context);
    if (!isToken(ticket)) return context.redirect(`/join/${channel.slug}`, 303);
    return lanes.exclusive(channel.key, async () => {
      const quiz = await presenting.joinable(channel.key);
      const again = (problem: string | null) =>
        context.html(joinPage({ place: channel.title, quiz, ticket, name: typed, problem, site: site() }), 422);
      const name = toName(typed);
      if (quiz === null) return again(null);
      if (name === null) return again('A name needs something that can be seen.');
      if (quiz.players.length >= mostPlayers) return again(`This quiz is full: ${mostPlayers} players are in.`);
      const player = await join(quiz, name, ticket, channel);
      if (player === null) return again('The quiz has just gone. Look again.');
      return context.redirect(viewAddress(player, channel.slug, quiz.lobby), 303);
    });
  });
  return app;
}
